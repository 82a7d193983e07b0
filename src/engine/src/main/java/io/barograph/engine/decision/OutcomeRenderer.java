package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.HashMap;
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

    private final List<RowFact> rows;
    private final Cells cells;
    private final Guardrails guardrails;
    private final Map<String, SegmentPlan> plans;
    private final Parts parts;
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    OutcomeRenderer(List<RowFact> rows, Cells cells, Guardrails guardrails, Map<String, SegmentPlan> plans) {
        this.rows = rows;
        this.cells = cells;
        this.guardrails = guardrails;
        this.plans = plans;
        this.parts = new Parts(this, plans.values());
    }

    /** @param guardrails those of the model, for their words only */
    public static OutcomeRenderer of(Model model, Guardrails guardrails) {
        return new OutcomeRenderer(Ruleset.rows(model), new Cells(model), guardrails, plans(model));
    }

    /** By folded segment name. */
    static Map<String, SegmentPlan> plans(Model model) {
        Map<String, SegmentPlan> plans = new HashMap<>();
        for (SegmentModel segment : model.segmentModels()) {
            plans.put(Names.fold(segment.segment()), new SegmentPlan(segment));
        }
        return plans;
    }

    /** The decision that an outcome of this model is of; nothing is told before it is asked for. */
    public Decision tell(String accountId, LocalDate asOf, ModelVersion version, Outcome outcome) {
        return new Decision(accountId, asOf, version, new OutcomeContent(new ToldOutcome(this, outcome, asOf)));
    }

    /** Rows that can fire, by number. */
    public List<RowFact> rows() {
        return rows;
    }

    /** Where the outcome holds what rows saw. */
    public Cells cells() {
        return cells;
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
    @Nullable
    SegmentPlan plan(@Nullable String segment) {
        return segment == null ? null : plans.get(Names.fold(segment));
    }
}
