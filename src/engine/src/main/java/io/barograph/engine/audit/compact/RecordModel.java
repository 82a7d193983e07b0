package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one model says of all of its records, so that they need not say it: made once a model, from its workbooks and its data
 * contract alone. Immutable.
 */
public final class RecordModel {

    /** Words that every decision may use. */
    private static final List<String> WORDS = List.of(
            Decision.OVERALL,
            "low",
            "medium",
            "high",
            "unknown",
            "flag",
            "severity",
            "score",
            "band_at_most",
            "lowered",
            "also",
            "suppressed",
            "suppressed_rule",
            "Guardrails",
            "not-in-contract",
            "duplicate-input",
            "after-as-of",
            "out-of-range",
            "wrong-type",
            "not-allowed",
            "stale",
            "no-model",
            "no-score",
            "rule-failed",
            "data",
            "missing_data",
            "model",
            "override");

    private final String digest;
    private final Sealer sealer;
    private final boolean sensitive;
    private final boolean hidesAmounts;
    private final List<String> fields;
    private final List<String> attributes;
    private final List<String> indicators;
    private final Map<String, Boolean> hidden = new HashMap<>();
    private final InputNames names = new InputNames();
    private final boolean[] tells;
    private final List<RowForm> rows;
    private final Map<String, RowForm> byCell = new HashMap<>();
    private final Map<String, SegmentForm> segments = new HashMap<>();
    private final Texts texts;

    private RecordModel(Model model) {
        List<Field> all = model.contract().fields();
        this.digest = model.digest();
        this.sealer = new Sealer(model);
        this.hidesAmounts = sealer.hidesAmounts();
        this.sensitive = !sealer.fields().isEmpty();
        this.fields = all.stream().map(Field::name).toList();
        this.attributes = all.stream()
                .filter(field -> !field.isIndicator())
                .map(Field::name)
                .toList();
        this.indicators =
                all.stream().filter(Field::isIndicator).map(Field::name).toList();
        fields.forEach(field -> hidden.put(field, sealer.fields().include(field)));
        this.rows = RowForms.of(model, sealer, names);
        this.rows.forEach(row -> byCell.putIfAbsent(row.cell(), row));
        for (SegmentModel segment : model.segmentModels()) {
            SegmentForm form = segment(segment, all);
            model.segments().stream()
                    .map(Row.SegmentRow::segment)
                    .filter(name -> Names.same(name, segment.segment()))
                    .forEach(name -> segments.put(name, form));
        }
        this.tells = new boolean[names.size()];
        for (int i = 0; i < tells.length; i++) {
            tells[i] = sealer.tells(names.name(i));
        }
        this.texts = new Texts(texts(model, all));
    }

    public static RecordModel of(Model model) {
        return new RecordModel(model);
    }

    private static SegmentForm segment(SegmentModel segment, List<Field> fields) {
        List<SegmentForm.Dimension> dimensions = new ArrayList<>();
        for (Row.DimensionRow row : segment.overall()) {
            List<SegmentForm.Weighed> weighed = new ArrayList<>();
            for (Row.WeightRow weight : segment.weights()) {
                weight.weights().forEach((dimension, base) -> {
                    if (Names.same(dimension, row.dimension())) {
                        weighed.add(new SegmentForm.Weighed(
                                fields.indexOf(weight.indicator()),
                                weight.indicator().name(),
                                base));
                    }
                });
            }
            dimensions.add(new SegmentForm.Dimension(row.dimension(), row.weight(), weighed));
        }
        Set<Integer> horizons = new TreeSet<>();
        segment.calibration().forEach(row -> horizons.add(row.horizonDays()));
        List<String> probabilities = new ArrayList<>();
        horizons.forEach(days -> probabilities.addAll(List.of("churn_" + days + "d", "expansion_" + days + "d")));
        return new SegmentForm(dimensions, probabilities);
    }

    /** Those that stand in nearly every record first, since they take a byte. */
    private static List<String> texts(Model model, List<Field> fields) {
        Set<String> texts = new LinkedHashSet<>(WORDS);
        fields.forEach(field -> texts.add(field.name()));
        for (SegmentModel segment : model.segmentModels()) {
            segment.overall().forEach(row -> texts.add(row.dimension()));
            segment.thresholds().forEach(row -> texts.add(row.band()));
        }
        fields.forEach(field -> texts.addAll(field.allowedValues()));
        model.segments().forEach(row -> texts.add(row.segment()));
        model.tiers().forEach(row -> texts.add(row.tier()));
        for (SegmentModel segment : model.segmentModels()) {
            segment.playbooks().forEach(row -> texts.add(row.playbook()));
            segment.cohorts().forEach(row -> texts.add(row.cohort()));
            segment.trends().forEach(row -> texts.add(row.flag()));
            segment.signals().forEach(row -> texts.add(row.flag()));
        }
        for (SegmentModel segment : model.segmentModels()) {
            segment.playbooks().forEach(row -> addIfPresent(texts, row.head().ruleId()));
            segment.caps().forEach(row -> addIfPresent(texts, row.head().ruleId()));
        }
        fields.forEach(field -> texts.add(field.label()));
        return List.copyOf(texts);
    }

    private static void addIfPresent(Set<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    /** Of the model, {@code sha256:} and 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** Which values of the model's records are sensitive. */
    public Sealer sealer() {
        return sealer;
    }

    /**
     * Writes a record; what is left to do is to seal what is sensitive in it.
     *
     * @throws IllegalArgumentException when the record is not of this model, names another account than its decision, or
     *     holds a text with half of a surrogate pair
     */
    public NewRecord write(DecisionRecord record) {
        return RecordSink.write(this, record);
    }

    /** The line of an export by which a program that does not know this product reads the model's records; canonical JSON. */
    public byte[] legend() {
        return Legend.of(this);
    }

    boolean hidesAmounts() {
        return hidesAmounts;
    }

    boolean sensitive() {
        return sensitive;
    }

    /** Whether the values of an input are sensitive, by the name under which it was sent. */
    boolean hides(String input) {
        if (!sensitive) {
            return false;
        }
        Boolean known = hidden.get(input);
        return known == null ? sealer.fields().include(input) : known;
    }

    List<String> fields() {
        return fields;
    }

    List<String> attributes() {
        return attributes;
    }

    List<String> indicators() {
        return indicators;
    }

    List<RowForm> rows() {
        return rows;
    }

    @Nullable RowForm row(String cell) {
        return byCell.get(cell);
    }

    @Nullable SegmentForm segment(@Nullable String name) {
        return name == null ? null : segments.get(name);
    }

    Map<String, SegmentForm> segments() {
        return segments;
    }

    InputNames names() {
        return names;
    }

    /** Whether an input of that number tells a sensitive value. */
    boolean tells(int name) {
        return tells[name];
    }

    Texts texts() {
        return texts;
    }
}
