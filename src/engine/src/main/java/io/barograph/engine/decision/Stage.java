package io.barograph.engine.decision;

import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a decision: what the session gets to see, and what follows from what fired. */
interface Stage {

    /** Whether this account takes part. */
    default boolean concerns(AccountCase account) {
        return account.goesOn();
    }

    /** The account as the rules of this stage see it; null when no row of its workbook is near it. */
    @Nullable AccountFact enter(AccountCase account);

    /** Does the arithmetic on what fired. */
    void leave(AccountCase account);

    /** What guardrails see once the stage's own rules fired; empty when the stage has none. */
    default List<GuardrailFact> review(AccountCase account) {
        return List.of();
    }

    /** Concludes the stage with what guardrails did. */
    default void conclude(AccountCase account) {}
}
