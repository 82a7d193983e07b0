package io.barograph.testkit.merge;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.model.merge.MergeConflict;
import io.barograph.engine.model.merge.MergeConflict.Kind;
import io.barograph.engine.model.merge.Merging;
import io.barograph.engine.model.merge.ModelMerge;
import io.barograph.engine.model.merge.Resolution;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.testkit.ModelBuilder;
import io.barograph.testkit.WorkbookBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ModelMergeTest {

    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: a
            version: 1.0.0
            status: active
            schema:
              - name: attributes
                properties:
                  - {name: arr, businessName: ARR, logicalType: number}
              - name: indicators
                properties:
                  - {name: seats, businessName: Seats, logicalType: number,
                     logicalTypeOptions: {minimum: 0, maximum: 100}}
                  - {name: logins, businessName: Logins, logicalType: number,
                     logicalTypeOptions: {minimum: 0, maximum: 100}}
            """;

    private static final List<String> WEIGHTS = List.of("Seats | 60", "Logins | 40");
    private static final List<String> PLAYBOOKS =
            List.of("PB-10 | call | Call them | why", "PB-20 | mail | Write to them | why");
    private static final List<String> TIERS = List.of(
            "T-1 | >= 500 | strategic | large", "T-2 | >= 100 | key | middling", "T-3 | · | standard | the rest");
    private static final ModelFiles BASE = files(WEIGHTS, PLAYBOOKS, TIERS);

    @Test
    void takesWhatEitherSideChanged() {
        ModelFiles theirs = files(List.of("Seats | 55", "Logins | 40"), PLAYBOOKS, TIERS);
        ModelFiles mine = files(
                List.of("Seats | 60", "Logins | 45"),
                List.of("PB-10 | call | Call them soon | why", "PB-20 | mail | Write to them | why"),
                TIERS);

        ModelFiles merged = merged(theirs, mine);

        assertSays(
                merged,
                files(
                        List.of("Seats | 55", "Logins | 45"),
                        List.of("PB-10 | call | Call them soon | why", "PB-20 | mail | Write to them | why"),
                        TIERS));
    }

    @Test
    void listsACellThatBothChanged() {
        ModelFiles theirs = files(List.of("Seats | 55", "Logins | 45"), PLAYBOOKS, TIERS);
        ModelFiles mine = files(List.of("Seats | 70", "Logins | 45"), PLAYBOOKS, TIERS);

        List<MergeConflict> conflicts = conflicts(theirs, mine);

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.id()).isEqualTo("standard.xlsx!Weights!Seats!Retention");
            assertThat(conflict.kind()).isEqualTo(Kind.CELL_CHANGED_TWICE);
            assertThat(conflict.cellTheirs()).hasToString("standard.xlsx!Weights!B2");
            assertThat(conflict.cellMine()).hasToString("standard.xlsx!Weights!B2");
            assertThat(conflict.base()).isEqualTo("60");
            assertThat(conflict.theirs()).isEqualTo("55");
            assertThat(conflict.mine()).isEqualTo("70");
            assertThat(conflict.message()).isEqualTo("both changed `Retention`: 60 → 55 in theirs, → 70 in mine");
        });
        for (Resolution resolution : List.of(
                new Resolution(conflicts.get(0).id(), Take.THEIRS, null),
                new Resolution(conflicts.get(0).id(), Take.MINE, null),
                new Resolution(conflicts.get(0).id(), Take.VALUE, "65"))) {
            String expected = switch (resolution.take()) {
                case THEIRS -> "55";
                case MINE -> "70";
                case VALUE -> "65";
            };
            assertSays(
                    merged(theirs, mine, resolution),
                    files(List.of("Seats | " + expected, "Logins | 45"), PLAYBOOKS, TIERS));
        }
    }

    @Test
    void theSameChangeOnBothSidesIsNone() {
        ModelFiles both = files(List.of("Seats | 55", "Logins | 45"), PLAYBOOKS, TIERS);
        ModelFiles mine = files(
                List.of("Seats | 55", "Logins | 45"),
                List.of("PB-10 | call | Call them | because", "PB-20 | mail | Write to them | why"),
                TIERS);

        assertSays(merged(both, mine), mine);
    }

    @Test
    void anotherSpellingOfTheSameIsNoChange() {
        ModelFiles theirs = files(
                WEIGHTS,
                PLAYBOOKS,
                List.of(
                        "T-1 | ≥500 | strategic | large",
                        "T-2 | >= 100 | key | middling",
                        "T-3 | · | standard | all others"));
        ModelFiles mine = files(
                WEIGHTS,
                PLAYBOOKS,
                List.of(
                        "T-1 | >= 600 | strategic | large",
                        "T-2 | >= 100 | key | middling",
                        "T-3 | - | standard | the rest"));

        assertSays(
                merged(theirs, mine),
                files(
                        WEIGHTS,
                        PLAYBOOKS,
                        List.of(
                                "T-1 | >= 600 | strategic | large",
                                "T-2 | >= 100 | key | middling",
                                "T-3 | · | standard | all others")));
    }

    @Test
    void keepsRowsOfBothAndLeavesOutWhatEitherRemoved() {
        ModelFiles theirs = files(
                WEIGHTS,
                List.of(
                        "PB-10 | call | Call them | why",
                        "PB-15 | visit | Go there | why",
                        "PB-20 | mail | Write to them | why"),
                TIERS);
        ModelFiles mine = files(
                WEIGHTS, List.of("PB-20 | mail | Write to them | why", "PB-30 | gift | Send flowers | why"), TIERS);

        assertSays(
                merged(theirs, mine),
                files(
                        WEIGHTS,
                        List.of(
                                "PB-15 | visit | Go there | why",
                                "PB-20 | mail | Write to them | why",
                                "PB-30 | gift | Send flowers | why"),
                        TIERS));
    }

    @Test
    void theLowerRuleIdComesFirstWhereBothAddRowsAndOrderOnlyRanks() {
        ModelFiles theirs = files(WEIGHTS, plus(PLAYBOOKS, "PB-40 | visit | Go there | why"), TIERS);
        ModelFiles mine = files(WEIGHTS, plus(PLAYBOOKS, "PB-30 | gift | Send flowers | why"), TIERS);
        ModelFiles expected = files(
                WEIGHTS, plus(PLAYBOOKS, "PB-30 | gift | Send flowers | why", "PB-40 | visit | Go there | why"), TIERS);

        assertSays(merged(theirs, mine), expected);
        assertSays(merged(mine, theirs), expected);
    }

    @Test
    void listsARowThatOneRemovedAndTheOtherChanged() {
        ModelFiles theirs = files(WEIGHTS, PLAYBOOKS.subList(1, 2), TIERS);
        ModelFiles mine =
                files(WEIGHTS, List.of("PB-10 | call | Call twice | why", "PB-20 | mail | Write to them | why"), TIERS);

        List<MergeConflict> conflicts = conflicts(theirs, mine);

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Kind.ROW_REMOVED_AND_CHANGED);
            assertThat(conflict.row()).isEqualTo("PB-10");
            assertThat(conflict.theirs()).isNull();
            assertThat(conflict.mine()).contains("call");
            assertThat(conflict.message()).isEqualTo("theirs removed the row, mine changed `Action`");
        });
        assertSays(merged(theirs, mine, take(conflicts, Take.THEIRS)), theirs);
        assertSays(merged(theirs, mine, take(conflicts, Take.MINE)), mine);
    }

    @Test
    void listsTwoRowsOfOneRuleIdAndKeepsBothUnderAnother() {
        ModelFiles theirs = files(WEIGHTS, plus(PLAYBOOKS, "PB-30 | visit | Go there | why"), TIERS);
        ModelFiles mine = files(WEIGHTS, plus(PLAYBOOKS, "PB-30 | gift | Send flowers | why"), TIERS);

        List<MergeConflict> conflicts = conflicts(theirs, mine);

        assertThat(conflicts)
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo(Kind.ROW_ADDED_TWICE));
        assertSays(merged(theirs, mine, take(conflicts, Take.MINE)), mine);
        assertSays(
                merged(theirs, mine, new Resolution(conflicts.get(0).id(), Take.VALUE, "PB-31")),
                files(
                        WEIGHTS,
                        plus(PLAYBOOKS, "PB-30 | visit | Go there | why", "PB-31 | gift | Send flowers | why"),
                        TIERS));
    }

    @Test
    void followsARowThatOneSideMoved() {
        List<String> moved = List.of(TIERS.get(1), TIERS.get(0), TIERS.get(2));
        ModelFiles theirs =
                files(WEIGHTS, PLAYBOOKS, List.of("T-1 | >= 700 | strategic | large", TIERS.get(1), TIERS.get(2)));
        ModelFiles expected =
                files(WEIGHTS, PLAYBOOKS, List.of(moved.get(0), "T-1 | >= 700 | strategic | large", moved.get(2)));

        assertSays(merged(theirs, files(WEIGHTS, PLAYBOOKS, moved)), expected);
        assertSays(merged(files(WEIGHTS, PLAYBOOKS, moved), theirs), expected);
    }

    @Test
    void listsNewRowsAtOnePlaceWhereTheFirstMatchWins() {
        ModelFiles theirs = files(WEIGHTS, PLAYBOOKS, at(TIERS, 2, "T-7 | >= 50 | small | small"));
        ModelFiles mine = files(WEIGHTS, PLAYBOOKS, at(TIERS, 2, "T-5 | >= 20 | tiny | tiny"));

        List<MergeConflict> conflicts = conflicts(theirs, mine);

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Kind.ORDER_CHANGED_TWICE);
            assertThat(conflict.theirs()).isEqualTo("T-1, T-2, T-7, T-3");
            assertThat(conflict.mine()).isEqualTo("T-1, T-2, T-5, T-3");
        });
        assertSays(
                merged(theirs, mine, take(conflicts, Take.MINE)),
                files(
                        WEIGHTS,
                        PLAYBOOKS,
                        at(at(TIERS, 2, "T-7 | >= 50 | small | small"), 2, "T-5 | >= 20 | tiny | tiny")));
    }

    @Test
    void mergesColumnsThatBothAdded() {
        ModelFiles theirs = files(WEIGHTS, PLAYBOOKS, TIERS, book -> column(book, "Playbooks", 5, "Priority", 1, 2));
        ModelFiles mine = files(WEIGHTS, PLAYBOOKS, TIERS, book -> column(book, "Playbooks", 5, "Due (days)", 7, 9));

        ModelFiles merged = merged(theirs, mine);

        assertSays(merged, files(WEIGHTS, PLAYBOOKS, TIERS, book -> {
            column(book, "Playbooks", 5, "Priority", 1, 2);
            column(book, "Playbooks", 6, "Due (days)", 7, 9);
        }));
    }

    @Test
    void listsAColumnThatOneRemovedAndTheOtherChanged() {
        Consumer<WorkbookBuilder> with = book -> column(book, "Playbooks", 5, "Priority", 1, 2);
        ModelFiles base = files(WEIGHTS, PLAYBOOKS, TIERS, with);
        ModelFiles theirs = files(List.of("Seats | 55", "Logins | 45"), PLAYBOOKS, TIERS);
        ModelFiles mine = files(WEIGHTS, PLAYBOOKS, TIERS, book -> column(book, "Playbooks", 5, "Priority", 1, 3));

        Merging merging = ModelMerge.of(base, theirs, mine, List.of());

        assertThat(merging).isInstanceOf(Merging.Conflicting.class);
        List<MergeConflict> conflicts = ((Merging.Conflicting) merging).conflicts();
        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Kind.COLUMN_REMOVED_AND_CHANGED);
            assertThat(conflict.column()).isEqualTo("Priority");
        });
        assertSays(files(ModelMerge.of(base, theirs, mine, List.of(take(conflicts, Take.THEIRS)))), theirs);
        assertSays(
                files(ModelMerge.of(base, theirs, mine, List.of(take(conflicts, Take.MINE)))),
                files(
                        List.of("Seats | 55", "Logins | 45"),
                        PLAYBOOKS,
                        TIERS,
                        book -> column(book, "Playbooks", 5, "Priority", 1, 3)));
    }

    @Test
    void carriesSheetsAndWorkbooks() {
        ModelFiles theirs = files(
                WEIGHTS,
                PLAYBOOKS,
                TIERS,
                book -> book.sheet("Read me").header("Words").row("Theirs"));
        ModelFiles mine = with(
                files(
                        WEIGHTS,
                        PLAYBOOKS,
                        TIERS,
                        book -> book.sheet("Signals")
                                .header("Rule ID", "Seats", "Flag", "Because")
                                .line("SG-1 | < 10 | empty | few")),
                workbook("other.xlsx")
                        .sheet("Model")
                        .header("Setting", "Value")
                        .row("Segment", "other")
                        .workbook()
                        .file());

        ModelFiles merged = merged(theirs, mine);

        assertThat(merged.workbooks().stream().map(ModelFile::name))
                .containsExactly("other.xlsx", "segments.xlsx", "standard.xlsx");
        assertThat(sheet(merged, "standard.xlsx", "Read me").cell(2, 1)).hasFieldOrPropertyWithValue("text", "Theirs");
        assertThat(sheet(merged, "standard.xlsx", "Signals").cell(2, 3)).hasFieldOrPropertyWithValue("text", "empty");
    }

    @Test
    void listsAWorkbookThatOneRemovedAndTheOtherChanged() {
        ModelFiles theirs = new ModelFiles("a", BASE.workbooks().subList(0, 1), BASE.contract(), List.of());
        ModelFiles mine = files(List.of("Seats | 50", "Logins | 50"), PLAYBOOKS, TIERS);

        List<MergeConflict> conflicts = conflicts(theirs, mine);

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Kind.FILE_REMOVED_AND_CHANGED);
            assertThat(conflict.id()).isEqualTo("standard.xlsx");
            assertThat(conflict.message()).isEqualTo("theirs removed the file, mine changed it");
        });
        assertThat(merged(theirs, mine, take(conflicts, Take.THEIRS)).workbooks())
                .hasSize(1);
        assertSays(merged(theirs, mine, take(conflicts, Take.MINE)), mine);
    }

    @Test
    void mergesNoContractLineByLine() {
        ModelFiles theirs = withContract(BASE, CONTRACT.replaceFirst("maximum: 100", "maximum: 120"));
        ModelFiles mine = withContract(BASE, CONTRACT.replaceFirst("maximum: 100", "maximum: 90"));

        assertThat(conflicts(theirs, mine)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Kind.FILE_CHANGED_TWICE);
            assertThat(conflict.mine()).isEqualTo("changed: seats");
        });
        assertThat(merged(theirs, BASE).contract()).isEqualTo(theirs.contract());
        assertThat(merged(BASE, mine).contract()).isEqualTo(mine.contract());
    }

    @Test
    void refusesResolutionsThatFitNothing() {
        ModelFiles theirs = files(WEIGHTS, PLAYBOOKS.subList(1, 2), TIERS);
        ModelFiles mine =
                files(WEIGHTS, List.of("PB-10 | call | Call twice | why", "PB-20 | mail | Write to them | why"), TIERS);

        Merging merging = ModelMerge.of(
                BASE,
                theirs,
                mine,
                List.of(
                        new Resolution("standard.xlsx!Playbooks!PB-10", Take.VALUE, "x"),
                        new Resolution("nowhere", Take.MINE, null),
                        new Resolution("nowhere", Take.THEIRS, null)));

        assertThat(merging)
                .isInstanceOfSatisfying(
                        Merging.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        "the conflict `nowhere` is settled twice; settle it once",
                                        "the conflict `standard.xlsx!Playbooks!PB-10` cannot be settled by a value; take theirs or mine",
                                        "there is no conflict `nowhere` to settle; merge without resolutions to see those there are"));
    }

    @Test
    void refusesWorkbooksThatCannotBeRead() {
        ModelFiles broken = new ModelFiles(
                "a",
                List.of(new ModelFile("standard.xlsx", "no zip".getBytes(StandardCharsets.UTF_8))),
                BASE.contract(),
                List.of());

        assertThat(ModelMerge.of(BASE, broken, BASE, List.of()))
                .isInstanceOfSatisfying(
                        Merging.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .startsWith("`standard.xlsx` of theirs cannot be read: "));
    }

    @Test
    void formulasAreComparedAndComputedAnew() {
        ModelFiles base = edited(BASE, ModelMergeTest::total);
        ModelFiles theirs = edited(base, sheet -> {
            sheet.getRow(1).getCell(1).setCellValue(50);
            sheet.getRow(3).getCell(1).setCellValue(90);
            total(sheet);
        });
        ModelFiles mine = edited(base, sheet -> {
            sheet.getRow(2).getCell(1).setCellValue(45);
            total(sheet);
        });

        Merging merging = ModelMerge.of(base, theirs, mine, List.of());

        Sheet weights = sheet(files(merging), "standard.xlsx", "Weights");
        assertThat(weights.cell(4, 2)).hasFieldOrPropertyWithValue("text", "95");
        assertThat(weights.cell(4, 2)).hasFieldOrPropertyWithValue("formula", true);
    }

    @Test
    void keepsCommentsAndWidthsOfTheWorkbookItWritesInto() {
        ModelFiles theirs = edited(BASE, sheet -> {
            sheet.getRow(1).getCell(1).setCellValue(50);
            sheet.setColumnWidth(0, 7_777);
        });
        ModelFiles mine = edited(BASE, sheet -> sheet.getRow(2).getCell(1).setCellValue(45));

        try (XSSFWorkbook merged = new XSSFWorkbook(new ByteArrayInputStream(
                bytes(files(ModelMerge.of(BASE, theirs, mine, List.of())), "standard.xlsx")))) {
            XSSFSheet weights = merged.getSheet("Weights");
            assertThat(weights.getColumnWidth(0)).isEqualTo(7_777);
            assertThat(weights.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(50);
            assertThat(weights.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(45);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void total(XSSFSheet sheet) {
        if (sheet.getRow(3) == null) {
            sheet.createRow(3).createCell(0).setCellValue("Total");
            sheet.getRow(3).createCell(1);
        }
        sheet.getRow(3).getCell(1).setCellFormula("SUM(B2:B3)");
        sheet.getWorkbook()
                .getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(sheet.getRow(3).getCell(1));
    }

    private static ModelFiles edited(ModelFiles model, Consumer<XSSFSheet> edit) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes(model, "standard.xlsx")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(book.getSheet("Weights"));
            book.write(out);
            return with(model, new ModelFile("standard.xlsx", out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ModelFiles model, String file) {
        return model.workbooks().stream()
                .filter(one -> one.name().equals(file))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static Sheet sheet(ModelFiles model, String file, String sheet) {
        return ((Reading.Read) WorkbookReader.read(file, bytes(model, file)))
                .workbook().sheets().stream()
                        .filter(one -> one.name().equals(sheet))
                        .findFirst()
                        .orElseThrow();
    }

    private static Resolution take(List<MergeConflict> conflicts, Take take) {
        return new Resolution(conflicts.get(0).id(), take, null);
    }

    private static List<MergeConflict> conflicts(ModelFiles theirs, ModelFiles mine) {
        Merging merging = ModelMerge.of(BASE, theirs, mine, List.of());
        assertThat(merging).isInstanceOf(Merging.Conflicting.class);
        return ((Merging.Conflicting) merging).conflicts();
    }

    private static ModelFiles merged(ModelFiles theirs, ModelFiles mine, Resolution... resolutions) {
        return files(ModelMerge.of(BASE, theirs, mine, Arrays.asList(resolutions)));
    }

    private static ModelFiles files(Merging merging) {
        assertThat(merging).isInstanceOf(Merging.Merged.class);
        return ((Merging.Merged) merging).files();
    }

    private static void assertSays(ModelFiles merged, ModelFiles expected) {
        ModelDiff diff = ModelDiff.between(expected, merged);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unreadable()).isEmpty();
    }

    private static ModelFiles with(ModelFiles model, ModelFile workbook) {
        List<ModelFile> all = new ArrayList<>(model.workbooks().stream()
                .filter(file -> !file.name().equals(workbook.name()))
                .toList());
        all.add(workbook);
        return new ModelFiles(model.name(), all, model.contract(), model.ruleFiles());
    }

    private static ModelFiles withContract(ModelFiles model, String contract) {
        return new ModelFiles(
                model.name(),
                model.workbooks(),
                new ModelFile("data-contract.yaml", contract.getBytes(StandardCharsets.UTF_8)),
                List.of());
    }

    private static List<String> plus(List<String> lines, String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static List<String> at(List<String> lines, int index, String line) {
        List<String> all = new ArrayList<>(lines);
        all.add(index, line);
        return all;
    }

    private static void column(WorkbookBuilder book, String sheet, int column, String header, Object... values) {
        WorkbookBuilder.SheetBuilder target = book.sheet(sheet).set(1, column, header);
        for (int i = 0; i < values.length; i++) {
            target.set(i + 2, column, values[i]);
        }
    }

    private static ModelFiles files(List<String> weights, List<String> playbooks, List<String> tiers) {
        return files(weights, playbooks, tiers, any -> {});
    }

    private static ModelFiles files(
            List<String> weights, List<String> playbooks, List<String> tiers, Consumer<WorkbookBuilder> more) {
        WorkbookBuilder standard = workbook("standard.xlsx");
        standard.sheet("Model").header("Setting", "Value").row("Segment", "standard");
        standard.sheet("Indicators").header("Indicator").row("Seats").row("Logins");
        standard.sheet("Scoring")
                .header("Rule ID", "Indicator", "Value", "Score", "Because")
                .line("SC-1 | Seats | 0..100 | 50 | known")
                .line("SC-2 | Logins | 0..100 | 50 | known");
        lines(standard.sheet("Weights").header("Indicator", "Retention"), weights);
        standard.sheet("Overall").header("Dimension", "Weight in overall").row("Retention", 100);
        standard.sheet("Thresholds")
                .header("Rule ID", "Applies to", "Band", "From", "Because")
                .line("TH-1 | Overall | green | 50 | fine")
                .line("TH-2 | Overall | red | · | bad");
        lines(standard.sheet("Playbooks").header("Rule ID", "Playbook", "Action", "Because"), playbooks);
        more.accept(standard);
        ModelBuilder builder = model("a").with(segments(tiers)).with(standard).contract(CONTRACT);
        return builder.files();
    }

    private static WorkbookBuilder segments(List<String> tiers) {
        WorkbookBuilder segments = workbook("segments.xlsx");
        segments.sheet("Segments")
                .header("Rule ID", "ARR", "Segment", "Because")
                .row("SEG-1", null, "standard", "everyone");
        lines(segments.sheet("Account tiers").header("Rule ID", "ARR", "Tier", "Because"), tiers);
        return segments;
    }

    private static void lines(WorkbookBuilder.SheetBuilder sheet, List<String> lines) {
        lines.forEach(sheet::line);
    }
}
