package io.barograph.engine.ruleset;

import io.barograph.engine.model.Model;
import io.barograph.engine.ruleset.fact.RowFact;
import java.util.List;

/** A model's rows as facts, ready to be put into sessions. Immutable; sessions are opened from it on any thread. */
public final class Ruleset {

    private final Model model;
    private final ModelRows rows;
    private final Guardrails guardrails;

    private Ruleset(Model model, ModelRows rows, Guardrails guardrails) {
        this.model = model;
        this.rows = rows;
        this.guardrails = guardrails;
    }

    /** @param guardrails the model's own rules, compiled from its rule files */
    public static Ruleset of(Model model, Guardrails guardrails) {
        return new Ruleset(model, new ModelRows(model), guardrails);
    }

    /** Every row that can fire, in table order, then sheet order within a workbook: a row's number is its position here. */
    public static List<RowFact> rows(Model model) {
        return new ModelRows(model).all();
    }

    /** Has the rule engine loaded beside whatever else goes on, so that the first session of a process opens sooner. */
    public static void loadAhead() {
        RuleBase.loadAhead();
    }

    public Model model() {
        return model;
    }

    public ModelRows rows() {
        return rows;
    }

    public Guardrails guardrails() {
        return guardrails;
    }

    /** A new session with every row in it. Expensive beside a decision; keep it. */
    public RulesetSession open() {
        return new RulesetSession(rows.all(), guardrails);
    }
}
