package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything a {@link Decision} says beside whose it is; what each means stands there. */
sealed interface DecisionContent permits GivenContent, OutcomeContent {

    @Nullable Outcome outcome();

    Decision.Status status();

    @Nullable String segment();

    @Nullable String tier();

    Map<String, BigDecimal> scores();

    Map<String, String> bands();

    @Nullable BigDecimal coverage();

    @Nullable String confidence();

    Map<String, BigDecimal> probabilities();

    @Nullable BigDecimal arrAtRisk();

    @Nullable String sealedAmounts();

    List<RaisedFlag> flags();

    @Nullable String cohort();

    List<Recommendation> playbooks();

    List<Escalation> escalations();

    List<Contribution> contributions();

    List<ScoreChange> changes();

    List<FiredRule> fired();

    /** See {@link Decision#firedByTable()}. */
    Map<String, Integer> firedByTable();

    /** See {@link Decision#eachFired}. */
    void eachFired(BiConsumer<String, @Nullable String> cellAndRuleId);

    /** See {@link Decision#scoredBy}. */
    Optional<FiredRule> scoredBy(String indicator);

    List<DecisionIssue> issues();
}
