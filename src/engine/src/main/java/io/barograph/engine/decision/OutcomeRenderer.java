package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.ModelRows;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells decisions from their outcomes, in the words of the model that decided. Answers, records and replays are all told here. Immutable;
 * for any number of threads.
 */
public final class OutcomeRenderer {

    private final ModelPlan model;
    private final Guardrails guardrails;
    private final Parts parts;
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    OutcomeRenderer(ModelPlan model, Guardrails guardrails) {
        this.model = model;
        this.guardrails = guardrails;
        this.parts = new Parts(this, model);
    }

    /** @param guardrails those of the model, for their words only */
    public static OutcomeRenderer of(Model model, Guardrails guardrails) {
        return new OutcomeRenderer(new ModelPlan(model, new ModelRows(model)), guardrails);
    }

    /** The decision that an outcome of this model is of; nothing is told before it is asked for. */
    public Decision tell(String accountId, LocalDate asOf, ModelVersion version, Outcome outcome) {
        return new Decision(accountId, asOf, version, new OutcomeContent(new ToldOutcome(this, outcome, asOf)));
    }

    /** Rows that can fire, by number. */
    public List<RowFact> rows() {
        return model.rows().all();
    }

    /** Where the outcome holds what rows saw. */
    public Cells cells() {
        return model.rows().ranks().cells();
    }

    Bands.Band band(ThresholdsFact row) {
        return model.band(row);
    }

    Fields fields() {
        return model.fields();
    }

    /** What scores are made of. */
    public Parts parts() {
        return parts;
    }

    /** What somebody works out for this model once, to be kept as long as the model is. */
    public <T> T kept(Class<T> type, Function<OutcomeRenderer, T> make) {
        Object known = kept.get(type);
        return type.cast(known != null ? known : kept.computeIfAbsent(type, any -> make.apply(this)));
    }

    /** For their words. */
    public Guardrails guardrails() {
        return guardrails;
    }

    /** The workbook of a segment; null when it has none. */
    @Nullable SegmentPlan plan(@Nullable String segment) {
        return segment == null ? null : model.segment(segment);
    }
}
