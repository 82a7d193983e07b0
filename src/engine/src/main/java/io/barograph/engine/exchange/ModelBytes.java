package io.barograph.engine.exchange;

import io.barograph.engine.decision.Breakdown;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.GuardrailStage;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.decision.Parts;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.GuardrailRule;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.text.Names;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What decisions of one model have in common, as bytes; made once a model. For any number of threads. */
final class ModelBytes {

    private static final String UNKNOWN_BAND = "unknown";
    private static final byte[] SUB_SCORE = JsonBytes.words(",\"sub_score\":");
    private static final byte[] WEIGHT = JsonBytes.words(",\"weight\":");
    private static final byte[] POINTS = JsonBytes.words(",\"points\":");

    private final OutcomeRenderer renderer;
    private final RowBytes.Entry[] entries;
    private final Table[] tables;

    /** Of Scoring rows: the cell of the value they score; negative for all others. */
    private final int[] valueCells;

    private final byte[][] ruleIds;

    /** Of Thresholds rows: the band's own depth on its ladder, and the ladder; empty for all others. */
    private final int[] depths;

    private final List<List<String>> ladders;
    private final byte[][] parts;

    /** By part: its weight without Context in millionths, and the bytes of that from the weight to the points. */
    private final long[] weights;

    private final byte[][] weightBytes;
    private final Map<String, SegmentBytes> segments = new ConcurrentHashMap<>();

    /** The version asked for last; nearly always the next one too. */
    private volatile @Nullable Version last;

    @SuppressWarnings("ArrayRecordComponent")
    private record Version(ModelVersion version, byte[] bytes) {}

    private ModelBytes(OutcomeRenderer renderer) {
        this.renderer = renderer;
        List<RowFact> rows = renderer.rows();
        RowBytes bytes = new RowBytes(renderer);
        this.entries = rows.stream().map(bytes::of).toArray(RowBytes.Entry[]::new);
        this.tables = rows.stream().map(row -> row.head().table()).toArray(Table[]::new);
        this.valueCells = rows.stream().mapToInt(this::valueCell).toArray();
        this.ruleIds = rows.stream()
                .map(row -> JsonBytes.fragment(",\"rule_id\":", row.head().ruleId(), "}"))
                .toArray(byte[][]::new);
        this.depths = rows.stream().mapToInt(ModelBytes::depth).toArray();
        this.ladders = rows.stream()
                .map(row -> row instanceof ThresholdsFact threshold
                        ? threshold.row().ladder()
                        : List.<String>of())
                .toList();
        this.parts = renderer.parts().all().stream().map(ModelBytes::part).toArray(byte[][]::new);
        this.weights = renderer.parts().all().stream()
                .mapToLong(part -> Breakdown.millionths(part.weight()))
                .toArray();
        this.weightBytes = LongStream.of(weights).mapToObj(ModelBytes::weight).toArray(byte[][]::new);
    }

    static ModelBytes of(OutcomeRenderer renderer) {
        return renderer.kept(ModelBytes.class, ModelBytes::new);
    }

    private int valueCell(RowFact row) {
        return row instanceof ScoringFact scoring
                ? renderer.cells().of(scoring.row().term(), Table.SCORING)
                : Parts.NONE;
    }

    private static int depth(RowFact row) {
        if (row instanceof ThresholdsFact threshold) {
            List<String> ladder = threshold.row().ladder();
            for (int i = 0; i < ladder.size(); i++) {
                if (Names.same(ladder.get(i), threshold.row().band())) {
                    return i;
                }
            }
        }
        return Parts.NONE;
    }

    private static byte[] part(Parts.Part part) {
        JsonBytes json = new JsonBytes();
        json.raw(JsonBytes.fragment("{\"score\":", part.score(), ""));
        if (part.indicator() != null) {
            json.raw(JsonBytes.fragment(",\"indicator\":", part.indicator(), ""));
        }
        if (part.dimension() != null) {
            json.raw(JsonBytes.fragment(",\"dimension\":", part.dimension(), ""));
        }
        json.ascii(",\"value\":");
        return json.copy();
    }

    private static byte[] weight(long millionths) {
        JsonBytes json = new JsonBytes();
        json.raw(WEIGHT);
        json.decimal(millionths, Breakdown.DECIMALS);
        json.raw(POINTS);
        return json.copy();
    }

    /** From the model to the segment. */
    byte[] version(ModelVersion version) {
        Version known = last;
        if (known == null || !known.version().equals(version)) {
            known = new Version(version, versionBytes(version));
            last = known;
        }
        return known.bytes();
    }

    private static byte[] versionBytes(ModelVersion version) {
        JsonBytes json = new JsonBytes();
        json.raw(JsonBytes.fragment(",\"model\":{\"version\":", version.version(), ""));
        json.raw(JsonBytes.fragment(",\"digest\":", version.digest(), "},\"segment\":"));
        return json.copy();
    }

    /** Of a segment that has a workbook. */
    SegmentBytes segment(String name) {
        return segments.computeIfAbsent(name, any -> new SegmentBytes(name, renderer.parts()));
    }

    /** Bands shown, by score, of an account that was scored. */
    @Nullable String[] bands(Outcome outcome, Scores scores, SegmentBytes segment) {
        @Nullable String[] bands = new @Nullable String[segment.scores()];
        for (int score = 0; score < bands.length; score++) {
            bands[score] = segment.isBanded(score) ? UNKNOWN_BAND : null;
        }
        for (int i = 0; i < outcome.firings(); i++) {
            int row = outcome.row(i);
            if (tables[row] == Table.THRESHOLDS) {
                int score = renderer.parts().scoreOf(row);
                int depth = scores.bands()[score];
                bands[score] = depth == Scores.NONE || depth == depths[row]
                        ? ((ThresholdsFact) renderer.rows().get(row)).row().band()
                        : ladders.get(row).get(depth);
            }
        }
        return bands;
    }

    /** The items of {@code contributions}. */
    void contributions(Outcome outcome, SegmentBytes segment, Breakdown breakdown, JsonBytes json) {
        for (int i = 0; i < breakdown.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            int row = breakdown.row(i);
            if (breakdown.part(i) == Breakdown.BOUND) {
                json.raw(segment.bound(breakdown.subScore(i)));
            } else {
                json.raw(parts[breakdown.part(i)]);
                if (row == Parts.NONE) {
                    json.hundredths(breakdown.subScore(i));
                } else {
                    json.value(valueCells[row] < 0 ? null : outcome.seen(valueCells[row]));
                }
                json.raw(SUB_SCORE);
                json.hundredths(breakdown.subScore(i));
                weight(breakdown, i, json);
            }
            json.hundredths(breakdown.points(i));
            json.raw(row == Parts.NONE ? SegmentBytes.NO_RULE : ruleIds[row]);
        }
    }

    /** Up to the points; mostly the weight is the one the part always has. */
    private void weight(Breakdown breakdown, int entry, JsonBytes json) {
        int part = breakdown.part(entry);
        if (breakdown.weight(entry) == weights[part]) {
            json.raw(weightBytes[part]);
        } else {
            json.raw(WEIGHT);
            json.decimal(breakdown.weight(entry), Breakdown.DECIMALS);
            json.raw(POINTS);
        }
    }

    /** The items of {@code fired}. */
    void fired(Telling telling) {
        boolean bandsDone = false;
        boolean playbooksDone = false;
        Outcome outcome = telling.outcome;
        for (int i = 0; i < outcome.firings(); i++) {
            int row = outcome.row(i);
            if (!bandsDone && tables[row].compareTo(Table.THRESHOLDS) > 0) {
                guardrails(telling, GuardrailStage.BANDS);
                bandsDone = true;
            }
            if (!playbooksDone && tables[row].compareTo(Table.PLAYBOOKS) > 0) {
                guardrails(telling, GuardrailStage.PLAYBOOKS);
                playbooksDone = true;
            }
            telling.separate();
            entries[row].write(telling);
        }
        if (!bandsDone) {
            guardrails(telling, GuardrailStage.BANDS);
        }
        if (!playbooksDone) {
            guardrails(telling, GuardrailStage.PLAYBOOKS);
        }
    }

    private void guardrails(Telling telling, GuardrailStage stage) {
        for (Outcome.Guarded guarded : telling.outcome.guarded()) {
            if (guarded.stage() == stage) {
                GuardrailRule rule = renderer.guardrails().rule(guarded.rule());
                JsonBytes json = telling.json;
                telling.separate();
                json.ascii("{\"seq\":");
                json.integer(telling.nextSeq());
                json.ascii(",\"rule_id\":");
                json.text(rule.id());
                json.ascii(",\"table\":\"Guardrails\",\"cell\":");
                json.text(rule.place().toString());
                json.ascii(",\"because\":");
                json.text(rule.because());
                json.ascii(",\"inputs\":");
                json.object(guarded.inputs());
                json.ascii(",\"effect\":");
                json.object(guarded.effect());
                json.write('}');
            }
        }
    }

    /** The object of {@code probabilities}; the same for accounts of one segment and score. */
    static byte[] probabilities(Decision decision) {
        JsonBytes json = new JsonBytes();
        json.object(decision.probabilities());
        return json.copy();
    }
}
