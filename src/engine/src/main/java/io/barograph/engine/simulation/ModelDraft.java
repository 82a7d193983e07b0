package io.barograph.engine.simulation;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model between two others. It is never checked: what is half changed may have gaps. */
final class ModelDraft {

    /** A segment's workbook. */
    static final class Workbook {
        private final SegmentModel settings;
        final Map<Table, List<Row>> tables;
        BigDecimal minimumCoverage;

        Workbook(SegmentModel settings, Map<Table, List<Row>> tables) {
            this.settings = settings;
            this.tables = new EnumMap<>(tables);
            this.minimumCoverage = settings.minimumCoverage();
        }

        String file() {
            return settings.file();
        }

        private SegmentModel model() {
            return new SegmentModel(
                    settings.segment(),
                    settings.file(),
                    settings.ownerRole(),
                    settings.description(),
                    settings.cadence(),
                    minimumCoverage,
                    settings.reviewBy(),
                    rows(tables, Table.INDICATORS, Row.IndicatorRow.class),
                    rows(tables, Table.SCORING, Row.ScoringRow.class),
                    rows(tables, Table.WEIGHTS, Row.WeightRow.class),
                    rows(tables, Table.CONTEXT, Row.ContextRow.class),
                    rows(tables, Table.OVERALL, Row.DimensionRow.class),
                    rows(tables, Table.CAPS, Row.CapRow.class),
                    laddered(rows(tables, Table.THRESHOLDS, Row.ThresholdRow.class)),
                    rows(tables, Table.CALIBRATION, Row.CalibrationRow.class),
                    rows(tables, Table.TRENDS, Row.TrendRow.class),
                    rows(tables, Table.SIGNALS, Row.SignalRow.class),
                    rows(tables, Table.COHORTS, Row.CohortRow.class),
                    rows(tables, Table.PLAYBOOKS, Row.PlaybookRow.class),
                    rows(tables, Table.ESCALATIONS, Row.EscalationRow.class),
                    List.of());
        }
    }

    private final String name;
    private final List<Term> terms;
    Contract contract;
    List<ModelFiles.ModelFile> ruleFiles;
    final Map<Table, List<Row>> tables;

    /** By folded segment. */
    final Map<String, Workbook> workbooks = new LinkedHashMap<>();

    ModelDraft(Model start, SharedVocabulary vocabulary) {
        this.name = start.name();
        this.terms = vocabulary.terms();
        this.contract = start.contract();
        this.ruleFiles = start.ruleFiles();
        this.tables = new EnumMap<>(vocabulary.shared(start));
    }

    /** The draft as it stands; its digest is empty, since nobody wrote it. */
    Model model() {
        return new Model(
                name,
                "",
                contract,
                terms,
                rows(tables, Table.SEGMENTS, Row.SegmentRow.class),
                rows(tables, Table.ACCOUNT_TIERS, Row.TierRow.class),
                workbooks.values().stream().map(Workbook::model).toList(),
                ruleFiles);
    }

    private static <R extends Row> List<R> rows(Map<Table, List<Row>> tables, Table table, Class<R> type) {
        List<R> rows = new ArrayList<>();
        for (Row row : tables.getOrDefault(table, List.of())) {
            rows.add(type.cast(RowCopy.at(rows.size(), row)));
        }
        return rows;
    }

    /** A ladder is the bands of the rows with the same score and the same conditions, in sheet order. */
    private static List<Row.ThresholdRow> laddered(List<Row.ThresholdRow> rows) {
        Map<Object, List<String>> ladders = new LinkedHashMap<>();
        rows.forEach(row ->
                ladders.computeIfAbsent(ladder(row), any -> new ArrayList<>()).add(row.band()));
        return rows.stream()
                .map(row -> RowCopy.withLadder(row, ladders.getOrDefault(ladder(row), List.of())))
                .toList();
    }

    private static Object ladder(Row.ThresholdRow row) {
        Map<Term, Condition> conditions = new LinkedHashMap<>();
        row.head().clauses().forEach(clause -> conditions.put(clause.term(), clause.condition()));
        return List.of(Names.fold(row.score()), conditions);
    }
}
