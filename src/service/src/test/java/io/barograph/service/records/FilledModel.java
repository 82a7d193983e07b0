package io.barograph.service.records;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.Guardrails;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a model that exists for its rows alone: each raises the same flag in every segment. */
final class FilledModel {

    private static final Map<Integer, FilledModel> VERSIONS = new HashMap<>();
    private static final List<String> LADDER = List.of("green", "yellow", "red");
    private static final int SCORE = 6_088;

    private final ModelVersion version;
    private final OutcomeRenderer renderer;
    private final RecordModel records;
    private final Map<String, Integer> numbers = new HashMap<>();

    private FilledModel(int version) {
        this.version = new ModelVersion("v" + version, LogFill.digest(version));
        List<Row.SegmentRow> segments = new ArrayList<>();
        List<SegmentModel> models = new ArrayList<>();
        for (String segment : LogFill.SEGMENTS) {
            segments.add(new Row.SegmentRow(
                    head(Table.SEGMENTS, "SEG-" + segment, new CellAddress("segments.xlsx", "Segments", segments.size() + 10, 3), segments.size()),
                    segment));
            models.add(segment(segment, version));
        }
        Model model = new Model(
                "m",
                this.version.digest(),
                new Contract("1", List.of(), List.of()),
                List.of(),
                segments,
                List.of(),
                models,
                List.of());
        this.renderer = OutcomeRenderer.of(model, Guardrails.NONE);
        this.records = RecordModel.of(model, renderer);
        renderer.rows()
                .forEach(row -> numbers.put(row.getSegment() + row.head().cell(), row.number()));
    }

    static synchronized FilledModel of(int version) {
        return VERSIONS.computeIfAbsent(version, FilledModel::new);
    }

    /** The model of a digest. */
    static RecordModel ofDigest(String digest) {
        return of(Integer.parseInt(digest.substring(digest.length() - 8), 16)).records;
    }

    private static RowHead head(Table table, String ruleId, CellAddress cell, int order) {
        return new RowHead(table, ruleId, null, cell, order, List.of(), Map.of(), ruleId);
    }

    private static SegmentModel segment(String segment, int version) {
        List<Row.ThresholdRow> thresholds = new ArrayList<>();
        for (String band : LADDER) {
            CellAddress cell = new CellAddress(segment + ".xlsx", "Thresholds", thresholds.size() + 10, 3);
            thresholds.add(new Row.ThresholdRow(
                    head(Table.THRESHOLDS, "TH-" + band, cell, thresholds.size()), "Overall", band, null, null, LADDER));
        }
        List<Row.SignalRow> signals = new ArrayList<>();
        for (int row = 0; row < LogFill.RULES; row++) {
            CellAddress cell = LogFill.address(segment, row, version);
            signals.add(new Row.SignalRow(
                    head(Table.SIGNALS, LogFill.rule(segment, row), cell, row), "noticed", "low"));
        }
        signals.add(new Row.SignalRow(
                head(Table.SIGNALS, LogFill.RARE.ruleId(), LogFill.RARE_CELL, LogFill.RULES), "rare", "low"));
        return new SegmentModel(
                segment,
                segment + ".xlsx",
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                thresholds,
                List.of(),
                List.of(),
                signals,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** @param band null for an account that has no score */
    byte[] record(
            UUID id,
            Instant at,
            String account,
            String caller,
            String segment,
            @Nullable String band,
            List<LogFill.Firing> fired,
            String noise) {
        TreeSet<Integer> rows = new TreeSet<>();
        rows.add(LogFill.SEGMENTS.indexOf(segment));
        if (band != null) {
            rows.add(number(segment, new CellAddress(segment + ".xlsx", "Thresholds", LADDER.indexOf(band) + 10, 3).toString()));
        }
        fired.forEach(firing -> rows.add(number(segment, firing.cell())));
        int score = band == null ? Outcome.Scores.NONE : SCORE;
        Outcome outcome = new Outcome.Builder()
                .fired(rows.stream().mapToInt(Integer::intValue).toArray())
                .scores(new Outcome.Scores(
                        new int[] {score},
                        new int[] {score},
                        new int[] {10_000},
                        new int[] {band == null ? Outcome.Scores.NONE : LADDER.indexOf(band)},
                        new @Nullable String[1]))
                .build();
        LocalDate day = LocalDate.of(2026, 3, 1);
        Decision decision = renderer.tell(account, day, version, outcome);
        AccountSnapshot snapshot = new AccountSnapshot(
                account, day, Map.of(), Map.of("note", Observation.of(noise)), List.of());
        return records.write(
                        new DecisionRecord(snapshot, PriorState.NONE, "0.1", caller, id.toString(), at, decision))
                .bytes();
    }

    private int number(String segment, String cell) {
        Integer number = numbers.get(segment + cell);
        if (number == null) {
            throw new IllegalArgumentException("no row of " + segment + " at " + cell);
        }
        return number;
    }
}
