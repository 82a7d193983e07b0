package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one account: a pure function of model, snapshot, prior state and as-of date.
 *
 * @param segment null when no model row could tell
 * @param tier null when the model has no Account tiers or none matched
 * @param scores as shown, two decimals, {@code Overall} first, then dimensions in Overall order; only those that exist
 * @param bands as shown, same order; only scores that Thresholds has rows for
 * @param coverage percent, two decimals; null when no segment model decided
 * @param confidence low, medium or high; null when no segment model decided
 * @param probabilities fractions 0–1 with at most six decimals by {@code churn_90d}, {@code expansion_90d} and so on, shortest
 *     horizon first; empty without a Calibration or without an Overall score
 * @param arrAtRisk churn probability of 90 days × {@code arr}, two decimals; null when either is missing
 * @param flags one a raising row, in the order of {@code fired}
 * @param cohort null when no Cohorts row admits the account
 * @param escalations in sheet order
 * @param sealedAmounts what stands for ARR at risk and expected values where a sealed record hides them, for example {@code
 *     [sealed]}; null when they are told
 * @param changes why Overall differs from the previous decision's; empty when there is none or nothing changed
 */
public record Decision(
        String accountId,
        LocalDate asOf,
        Status status,
        ModelVersion model,
        @Nullable String segment,
        @Nullable String tier,
        Map<String, BigDecimal> scores,
        Map<String, String> bands,
        @Nullable BigDecimal coverage,
        @Nullable String confidence,
        Map<String, BigDecimal> probabilities,
        @Nullable BigDecimal arrAtRisk,
        @Nullable String sealedAmounts,
        List<RaisedFlag> flags,
        @Nullable String cohort,
        List<Recommendation> playbooks,
        List<Escalation> escalations,
        List<Contribution> contributions,
        List<ScoreChange> changes,
        List<FiredRule> fired,
        List<DecisionIssue> issues) {

    /** The name of the overall score, fixed by the format. */
    public static final String OVERALL = "Overall";

    /** Whether there is an answer. */
    public enum Status {
        DECIDED,
        UNDECIDED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Decision {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        flags = List.copyOf(flags);
        playbooks = List.copyOf(playbooks);
        escalations = List.copyOf(escalations);
        changes = List.copyOf(changes);
        contributions = List.copyOf(contributions);
        fired = List.copyOf(fired);
        issues = List.copyOf(issues);
    }

    /** The same answer in the name of another version of its model. */
    public Decision with(ModelVersion version) {
        return new Decision(
                accountId,
                asOf,
                status,
                version,
                segment,
                tier,
                scores,
                bands,
                coverage,
                confidence,
                probabilities,
                arrAtRisk,
                sealedAmounts,
                flags,
                cohort,
                playbooks,
                escalations,
                contributions,
                changes,
                fired,
                issues);
    }

    /** A decision that hides nothing. */
    public Decision(
            String accountId,
            LocalDate asOf,
            Status status,
            ModelVersion model,
            @Nullable String segment,
            @Nullable String tier,
            Map<String, BigDecimal> scores,
            Map<String, String> bands,
            @Nullable BigDecimal coverage,
            @Nullable String confidence,
            Map<String, BigDecimal> probabilities,
            @Nullable BigDecimal arrAtRisk,
            List<RaisedFlag> flags,
            @Nullable String cohort,
            List<Recommendation> playbooks,
            List<Escalation> escalations,
            List<Contribution> contributions,
            List<ScoreChange> changes,
            List<FiredRule> fired,
            List<DecisionIssue> issues) {
        this(
                accountId,
                asOf,
                status,
                model,
                segment,
                tier,
                scores,
                bands,
                coverage,
                confidence,
                probabilities,
                arrAtRisk,
                null,
                flags,
                cohort,
                playbooks,
                escalations,
                contributions,
                changes,
                fired,
                issues);
    }

    /** An amount of money of this decision, or the word that stands for it; null when there is none. */
    public @Nullable Object told(@Nullable BigDecimal amount) {
        return amount == null ? sealedAmounts : amount;
    }

    public @Nullable BigDecimal overall() {
        return scores.get(OVERALL);
    }

    public @Nullable String overallBand() {
        return bands.get(OVERALL);
    }
}
