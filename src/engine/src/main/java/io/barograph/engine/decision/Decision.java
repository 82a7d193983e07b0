package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one account: a pure function of model, snapshot, prior state and as-of date. What is asked for is told from the
 * {@link Outcome} when it is asked for; equal when everything told is equal.
 */
public final class Decision {

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

    private final String accountId;
    private final LocalDate asOf;
    private final ModelVersion model;
    private final DecisionContent content;

    Decision(String accountId, LocalDate asOf, ModelVersion model, DecisionContent content) {
        this.accountId = accountId;
        this.asOf = asOf;
        this.model = model;
        this.content = content;
    }

    /** A decision that was told before, for example one read back; parameters as the accessors of the same names. */
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
            @Nullable String sealedAmounts,
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
                model,
                new GivenContent(
                        status,
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
                        issues));
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

    /** The same answer in the name of another version of its model. */
    public Decision with(ModelVersion version) {
        return new Decision(accountId, asOf, version, content);
    }

    /** What happened, from which the decision is told; null for a decision that was given as told before. */
    public @Nullable Outcome outcome() {
        return content.outcome();
    }

    /** Who tells the decision from its outcome; null for a decision that was given as told before. */
    public @Nullable OutcomeRenderer renderer() {
        return content instanceof OutcomeContent told ? told.renderer() : null;
    }

    public String accountId() {
        return accountId;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Status status() {
        return content.status();
    }

    public ModelVersion model() {
        return model;
    }

    /** Null when no model row could tell. */
    public @Nullable String segment() {
        return content.segment();
    }

    /** Null when the model has no Account tiers or none matched. */
    public @Nullable String tier() {
        return content.tier();
    }

    /** As shown, two decimals, {@code Overall} first, then dimensions in Overall order; only those that exist. */
    public Map<String, BigDecimal> scores() {
        return content.scores();
    }

    /** As shown, same order; only scores that Thresholds has rows for. */
    public Map<String, String> bands() {
        return content.bands();
    }

    /** Percent, two decimals; null when no segment model decided. */
    public @Nullable BigDecimal coverage() {
        return content.coverage();
    }

    /** Low, medium or high; null when no segment model decided. */
    public @Nullable String confidence() {
        return content.confidence();
    }

    /**
     * Fractions 0–1 with at most six decimals by {@code churn_90d}, {@code expansion_90d} and so on, shortest horizon first; empty without a
     * Calibration or without an Overall score.
     */
    public Map<String, BigDecimal> probabilities() {
        return content.probabilities();
    }

    /** Churn probability of 90 days × {@code arr}, two decimals; null when either is missing. */
    public @Nullable BigDecimal arrAtRisk() {
        return content.arrAtRisk();
    }

    /**
     * What stands for ARR at risk and expected values where a sealed record hides them, for example {@code [sealed]}; null when they are
     * told.
     */
    public @Nullable String sealedAmounts() {
        return content.sealedAmounts();
    }

    /** One a raising row, in the order of {@code fired}. */
    public List<RaisedFlag> flags() {
        return content.flags();
    }

    /** Null when no Cohorts row admits the account. */
    public @Nullable String cohort() {
        return content.cohort();
    }

    /** Ranked. */
    public List<Recommendation> playbooks() {
        return content.playbooks();
    }

    /** In sheet order. */
    public List<Escalation> escalations() {
        return content.escalations();
    }

    /** By score, Overall first; the entries of a score add up to what is shown of it. */
    public List<Contribution> contributions() {
        return content.contributions();
    }

    /** Why Overall differs from the previous decision's; empty when there is none or nothing changed. */
    public List<ScoreChange> changes() {
        return content.changes();
    }

    /** Every row and guardrail that fired, in table order, then sheet order. */
    public List<FiredRule> fired() {
        return content.fired();
    }

    /** How many rules of each table fired, in the order of {@link #fired()}; no rule is told for it. */
    public Map<String, Integer> firedByTable() {
        return content.firedByTable();
    }

    /** Where each rule of {@link #fired()} stands, and its Rule ID, in the same order; no rule is told for it. */
    public void eachFired(BiConsumer<String, @Nullable String> cellAndRuleId) {
        content.eachFired(cellAndRuleId);
    }

    /**
     * The rule of {@link #fired()} that gave an indicator its sub-score; no other is told for it.
     *
     * @param indicator by contract name
     * @return empty when it has none
     */
    public Optional<FiredRule> scoredBy(String indicator) {
        return content.scoredBy(indicator);
    }

    public List<DecisionIssue> issues() {
        return content.issues();
    }

    /** An amount of money of this decision, or the word that stands for it; null when there is none. */
    public @Nullable Object told(@Nullable BigDecimal amount) {
        return amount == null ? sealedAmounts() : amount;
    }

    public @Nullable BigDecimal overall() {
        return scores().get(OVERALL);
    }

    public @Nullable String overallBand() {
        return bands().get(OVERALL);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decision decision
                && accountId.equals(decision.accountId)
                && asOf.equals(decision.asOf)
                && model.equals(decision.model)
                && GivenContent.copyOf(content).equals(GivenContent.copyOf(decision.content));
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountId, asOf, model, GivenContent.copyOf(content));
    }

    @Override
    public String toString() {
        return "Decision[accountId=" + accountId + ", asOf=" + asOf + ", model=" + model + ", "
                + GivenContent.copyOf(content) + "]";
    }
}
