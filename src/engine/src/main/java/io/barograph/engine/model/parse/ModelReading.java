package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the workbooks of a model, already opened, against its contract. */
public final class ModelReading {

    private final Vocabulary vocabulary;
    private final List<Outline> outlines;
    private final List<ParsedWorkbook> workbooks = new ArrayList<>();

    private ModelReading(List<Workbook> workbooks, Contract contract, boolean guarded, Issues issues) {
        this.vocabulary = new Vocabulary(contract);
        this.outlines = workbooks.stream().map(Outline::of).toList();
        for (int i = 0; i < workbooks.size(); i++) {
            Outline outline = outlines.get(i);
            this.workbooks.add(WorkbookParser.parse(workbooks.get(i), outline, scope(outline), issues));
        }
        ContractLabels.check(contract, WorkbookParser.kinds(), issues);
        Checks.run(this.workbooks, guarded, issues);
    }

    /**
     * Reads every sheet and adds every finding to {@code issues}.
     *
     * @param digest asked for only when the model is sound
     * @return null when {@code issues} holds an error
     */
    public static @Nullable Model read(
            String name,
            List<Workbook> workbooks,
            Contract contract,
            List<ModelFiles.ModelFile> ruleFiles,
            Supplier<String> digest,
            Issues issues) {
        ModelReading reading = new ModelReading(workbooks, contract, !ruleFiles.isEmpty(), issues);
        return issues.hasErrors() ? null : reading.model(name, digest.get(), ruleFiles);
    }

    /** What every table of the workbooks says, sound or not, in the order of the workbooks and of evaluation. */
    public static List<TableContent> contents(List<Workbook> workbooks, Contract contract) {
        ModelReading reading = new ModelReading(workbooks, contract, false, new Issues());
        return reading.workbooks.stream()
                .flatMap(workbook -> workbook.tables().stream())
                .map(table -> TableContent.of(table.table()))
                .toList();
    }

    /** Whether a file is the workbook that says which account belongs to which segment. */
    public static boolean isSegments(String file) {
        return WorkbookParser.isSegments(file);
    }

    /** segments.xlsx may name what any workbook has. */
    private Scope scope(Outline outline) {
        boolean ofAll = WorkbookParser.isSegments(outline.file());
        return new Scope(
                vocabulary,
                Table.SEGMENTS,
                ofAll ? Outline.ofAll(outline.file(), outlines) : outline,
                Outline.distinct(outlines, Outline::bands),
                Outline.distinct(outlines, each -> each.segment() == null ? List.of() : List.of(each.segment())));
    }

    private Model model(String name, String digest, List<ModelFiles.ModelFile> ruleFiles) {
        List<SegmentModel> segmentModels = new ArrayList<>();
        ParsedWorkbook segments = null;
        for (ParsedWorkbook workbook : workbooks) {
            if (WorkbookParser.isSegments(workbook.file())) {
                segments = workbook;
            } else {
                segmentModels.add(segmentModel(workbook));
            }
        }
        return new Model(
                name,
                digest,
                vocabulary.contract(),
                vocabulary.terms(),
                segments == null ? List.of() : segments.rows(SegmentsTable.KIND),
                segments == null ? List.of() : segments.rows(TiersTable.KIND),
                segmentModels,
                ruleFiles);
    }

    private static SegmentModel segmentModel(ParsedWorkbook workbook) {
        Settings settings = Settings.of(workbook.rows(SettingsTable.KIND));
        BigDecimal coverage = settings.get(SettingsTable.MINIMUM_COVERAGE);
        String segment = settings.get(SettingsTable.SEGMENT);
        return new SegmentModel(
                segment == null ? "" : segment,
                workbook.file(),
                settings.get(SettingsTable.OWNER_ROLE),
                settings.get(SettingsTable.DESCRIPTION),
                settings.get(SettingsTable.CADENCE),
                coverage == null ? BigDecimal.ZERO : coverage,
                settings.get(SettingsTable.REVIEW_BY),
                workbook.rows(IndicatorsTable.KIND),
                workbook.rows(ScoringTable.KIND),
                workbook.rows(WeightsTable.KIND),
                workbook.rows(ContextTable.KIND),
                workbook.rows(OverallTable.KIND),
                workbook.rows(CapsTable.KIND),
                Ladders.fill(workbook.rows(ThresholdsTable.KIND)),
                workbook.rows(CalibrationTable.KIND),
                workbook.rows(TrendsTable.KIND),
                workbook.rows(SignalsTable.KIND),
                workbook.rows(CohortsTable.KIND),
                workbook.rows(PlaybooksTable.KIND),
                workbook.rows(EscalationsTable.KIND),
                workbook.rows(TestsTable.KIND));
    }
}
