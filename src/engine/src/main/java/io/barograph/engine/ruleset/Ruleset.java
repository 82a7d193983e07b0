package io.barograph.engine.ruleset;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A model's rows as facts, ready to be put into sessions. Immutable; sessions are opened from it on any thread. */
public final class Ruleset {

    private final Model model;
    private final List<RowFact> rows;
    private final Guardrails guardrails;

    private Ruleset(Model model, List<RowFact> rows, Guardrails guardrails) {
        this.model = model;
        this.rows = List.copyOf(rows);
        this.guardrails = guardrails;
    }

    /** @param guardrails the model's own rules, compiled from its rule files */
    public static Ruleset of(Model model, Guardrails guardrails) {
        return new Ruleset(model, rows(model), guardrails);
    }

    /** Every row that can fire, in table order, then sheet order within a workbook. */
    static List<RowFact> rows(Model model) {
        List<RowFact> rows = new ArrayList<>();
        model.segments().forEach(row -> rows.add(new SegmentsFact(row)));
        model.tiers().forEach(row -> rows.add(new AccountTiersFact(row)));
        for (SegmentModel segment : model.segmentModels()) {
            String key = Names.fold(segment.segment());
            add(rows, key, segment.indicators(), IndicatorsFact::new);
            add(rows, key, segment.scoring(), ScoringFact::new);
            add(rows, key, segment.context(), ContextFact::new);
            add(rows, key, segment.caps(), CapsFact::new);
            add(rows, key, segment.thresholds(), ThresholdsFact::new);
            add(rows, key, segment.trends(), TrendsFact::new);
            add(rows, key, segment.signals(), SignalsFact::new);
            add(rows, key, segment.cohorts(), CohortsFact::new);
            add(rows, key, segment.playbooks(), PlaybooksFact::new);
            add(rows, key, segment.escalations(), EscalationsFact::new);
        }
        return rows;
    }

    private static <R extends Row> void add(
            List<RowFact> rows, String segment, List<R> from, BiFunction<String, R, RowFact> fact) {
        from.forEach(row -> rows.add(fact.apply(segment, row)));
    }

    public Model model() {
        return model;
    }

    public Guardrails guardrails() {
        return guardrails;
    }

    /** A new session with every row in it. Expensive beside a decision; keep it. */
    public RulesetSession open() {
        return new RulesetSession(rows, guardrails);
    }
}
