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

    /** Every row that can fire, in table order, then sheet order within a workbook: a row's number is its position here. */
    public static List<RowFact> rows(Model model) {
        Rows rows = new Rows();
        rows.add(RowFact.EVERY_SEGMENT, model.segments(), SegmentsFact::new);
        rows.add(RowFact.EVERY_SEGMENT, model.tiers(), AccountTiersFact::new);
        for (SegmentModel segment : model.segmentModels()) {
            String key = Names.fold(segment.segment());
            rows.add(key, segment.indicators(), IndicatorsFact::new);
            rows.add(key, segment.scoring(), ScoringFact::new);
            rows.add(key, segment.context(), ContextFact::new);
            rows.add(key, segment.caps(), CapsFact::new);
            rows.add(key, segment.thresholds(), ThresholdsFact::new);
            rows.add(key, segment.trends(), TrendsFact::new);
            rows.add(key, segment.signals(), SignalsFact::new);
            rows.add(key, segment.cohorts(), CohortsFact::new);
            rows.add(key, segment.playbooks(), PlaybooksFact::new);
            rows.add(key, segment.escalations(), EscalationsFact::new);
        }
        return List.copyOf(rows.numbered);
    }

    /** Numbers rows as they come. */
    private static final class Rows {
        private final List<RowFact> numbered = new ArrayList<>();

        <R extends Row> void add(String segment, List<R> from, BiFunction<RowFact.Place, R, RowFact> fact) {
            from.forEach(row -> numbered.add(fact.apply(new RowFact.Place(numbered.size(), segment), row)));
        }
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
