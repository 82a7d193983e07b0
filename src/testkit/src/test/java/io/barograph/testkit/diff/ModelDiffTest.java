package io.barograph.testkit.diff;

import static io.barograph.testkit.ModelBuilder.model;
import static io.barograph.testkit.WorkbookBuilder.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.authoring.AnnotatedDiff;
import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.testkit.WorkbookBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelDiffTest {

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
    private static final List<String> THRESHOLDS = List.of(
            "TH-1 | Overall | green | 75 | fine",
            "TH-2 | Overall | yellow | 50 | so so",
            "TH-3 | Overall | red | · | bad");
    private static final List<String> TIERS = List.of(
            "T-1 | >= 500 | strategic | large", "T-2 | >= 100 | key | middling", "T-3 | · | standard | the rest");

    @Test
    void saysNothingOfEqualModels() {
        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", WEIGHTS, THRESHOLDS, TIERS));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.sameDigest()).isTrue();
    }

    @Test
    void saysNothingOfOtherWordsForTheSame() {
        List<String> spelled = List.of(
                "T-1 | ≥500 | Strategic | large", "T-2 | >= 1e2 | key | middling", "T-3 | - | standard | the rest");

        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", WEIGHTS, THRESHOLDS, spelled));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.sameDigest()).isFalse();
        assertThat(DiffText.of(diff, Look.PLAIN)).contains("no difference in what they say");
    }

    @Test
    void tellsWeightsAndThresholdsInBusinessTerms() {
        List<String> weights = List.of("Seats | 55", "Logins | 45");
        List<String> thresholds = List.of(
                "TH-1 | Overall | green | 78 | fine indeed",
                "TH-2 | Overall | yellow | 50 | so so",
                "TH-3 | Overall | red | · | bad");

        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", weights, thresholds, TIERS));

        assertThat(told(diff))
                .containsExactly(
                        "Seats: weight in Retention 60 → 55",
                        "Logins: weight in Retention 40 → 45",
                        "TH-1: threshold moved 75 → 78",
                        "TH-1: Because fine → fine indeed");
        ModelChange change = diff.changes().get(0);
        assertThat(change.kind()).isEqualTo(Kind.WEIGHT_CHANGED);
        assertThat(change.cellAfter()).hasToString("standard.xlsx!Weights!B2");
    }

    @Test
    void followsRowsByTheirRuleIdAndTellsOrderWhereItDecides() {
        List<String> tiers = List.of(
                "T-2 | >= 200 | key | middling",
                "T-1 | >= 500 | strategic | large",
                "T-9 | missing | standard | unknown",
                "T-3 | · | standard | the rest");

        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", WEIGHTS, THRESHOLDS, tiers));

        assertThat(diff.changes().stream().map(ModelChange::kind))
                .containsExactlyInAnyOrder(Kind.CONDITION_CHANGED, Kind.ROW_MOVED, Kind.ROW_ADDED);
        assertThat(told(diff)).contains("T-2: condition `ARR` >= 100 → >= 200");
        assertThat(DiffText.of(diff, Look.PLAIN)).contains("+ T-9: ARR missing → standard", "stands after T-1");
    }

    @Test
    void doesNotCallRowsMovedWhenOneBeforeThemIsGone() {
        ModelDiff diff = ModelDiff.between(
                files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", WEIGHTS, THRESHOLDS, TIERS.subList(1, 3)));

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.ROW_REMOVED);
            assertThat(change.row()).isEqualTo("T-1");
            assertThat(change.cellAfter()).isNull();
        });
    }

    @Test
    void recognisesARowThatWasGivenAnotherRuleId() {
        List<String> tiers = List.of(
                "T-7 | >= 500 | strategic | large", "T-2 | >= 100 | key | middling", "T-3 | · | standard | the rest");

        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", WEIGHTS, THRESHOLDS, tiers));

        assertThat(told(diff)).containsExactly("T-7: Rule ID T-1 → T-7");
    }

    @Test
    void comparesModelsWithErrorsAsFarAsTheyCanBeRead() {
        List<String> weights = List.of("Seats | 65", "Logins | many");

        ModelDiff diff =
                ModelDiff.between(files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", weights, THRESHOLDS, TIERS));

        assertThat(told(diff))
                .containsExactly("Seats: weight in Retention 60 → 65", "Logins: weight in Retention 40 → many");
    }

    @Test
    void tellsContractsRuleFilesAndWorkbooks() {
        ModelFiles before = builder("a", WEIGHTS, THRESHOLDS, TIERS, any -> {})
                .rules("x.drl", "1")
                .files();
        ModelFiles after = model("b")
                .with(segments(TIERS))
                .with(workbook("other.xlsx")
                        .sheet("Model")
                        .header("Setting", "Value")
                        .row("Segment", "other")
                        .workbook())
                .contract(CONTRACT.replace("maximum: 100}}\n            ", "maximum: 90}}\n")
                        .replaceFirst("maximum: 100", "maximum: 120"))
                .rules("x.drl", "2")
                .rules("y.drl", "3")
                .files();

        assertThat(told(ModelDiff.between(before, after)))
                .contains(
                        "other.xlsx: workbook added, with one row",
                        "seats: maximum 100 → 120",
                        "x.drl: guardrail file changed",
                        "y.drl: guardrail file added")
                .anyMatch(line -> line.startsWith("standard.xlsx: workbook removed"));
    }

    @Test
    void marksChangesInAWorkbook() {
        List<String> weights = List.of("Seats | 55", "Logins | 45");

        byte[] bytes = AnnotatedDiff.write(ModelDiff.between(
                files("a", WEIGHTS, THRESHOLDS, TIERS), files("b", weights, THRESHOLDS, TIERS.subList(1, 3))));

        Reading reading = WorkbookReader.read("diff.xlsx", bytes);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        List<Sheet> sheets = ((Reading.Read) reading).workbook().sheets();
        assertThat(sheets.stream().map(Sheet::name))
                .containsExactly("Summary", "segments Account tiers", "standard Weights");
        assertThat(sheets.get(2).cell(2, 1)).hasFieldOrPropertyWithValue("text", "changed");
        assertThat(sheets.get(2).cell(2, 3)).hasFieldOrPropertyWithValue("text", "55");
        assertThat(sheets.get(1).cell(4, 1)).hasFieldOrPropertyWithValue("text", "removed");
    }

    private static List<String> told(ModelDiff diff) {
        return diff.changes().stream()
                .map(change -> (change.row() == null ? change.file() : change.row()) + ": " + change.message())
                .toList();
    }

    private static ModelFiles files(String name, List<String> weights, List<String> thresholds, List<String> tiers) {
        return builder(name, weights, thresholds, tiers, any -> {}).files();
    }

    private static io.barograph.testkit.ModelBuilder builder(
            String name,
            List<String> weights,
            List<String> thresholds,
            List<String> tiers,
            Consumer<WorkbookBuilder> more) {
        WorkbookBuilder standard = workbook("standard.xlsx");
        standard.sheet("Model").header("Setting", "Value").row("Segment", "standard");
        standard.sheet("Indicators").header("Indicator").row("Seats").row("Logins");
        standard.sheet("Scoring")
                .header("Rule ID", "Indicator", "Value", "Score", "Because")
                .line("SC-1 | Seats | 0..100 | 50 | known")
                .line("SC-2 | Logins | 0..100 | 50 | known");
        lines(standard.sheet("Weights").header("Indicator", "Retention"), weights);
        standard.sheet("Overall").header("Dimension", "Weight in overall").row("Retention", 100);
        lines(standard.sheet("Thresholds").header("Rule ID", "Applies to", "Band", "From", "Because"), thresholds);
        more.accept(standard);
        return model(name).with(segments(tiers)).with(standard).contract(CONTRACT);
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
