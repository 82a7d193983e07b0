package io.barograph.engine.ruleset;

import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import java.util.Collection;

/** Finds and fires the rows that match accounts. */
public interface Matcher {

    /** Fires every row that matches one of these facts; what fired is in each account's log. */
    void fire(Collection<? extends AccountFact> accounts);

    /** Fires every guardrail that matches these facts; what it did is in each fact. */
    void review(Collection<? extends GuardrailFact> facts);
}
