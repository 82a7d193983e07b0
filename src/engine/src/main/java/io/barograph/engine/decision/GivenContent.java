package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a decision says, told before. */
record GivenContent(
        Decision.Status status,
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
        List<DecisionIssue> issues)
        implements DecisionContent {

    GivenContent {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        flags = List.copyOf(flags);
        playbooks = List.copyOf(playbooks);
        escalations = List.copyOf(escalations);
        contributions = List.copyOf(contributions);
        changes = List.copyOf(changes);
        fired = List.copyOf(fired);
        issues = List.copyOf(issues);
    }

    /** The same, all of it told. */
    static GivenContent copyOf(DecisionContent content) {
        return content instanceof GivenContent given
                ? given
                : new GivenContent(
                        content.status(),
                        content.segment(),
                        content.tier(),
                        content.scores(),
                        content.bands(),
                        content.coverage(),
                        content.confidence(),
                        content.probabilities(),
                        content.arrAtRisk(),
                        content.sealedAmounts(),
                        content.flags(),
                        content.cohort(),
                        content.playbooks(),
                        content.escalations(),
                        content.contributions(),
                        content.changes(),
                        content.fired(),
                        content.issues());
    }

    @Override
    public @Nullable Outcome outcome() {
        return null;
    }

    @Override
    public Map<String, Integer> firedByTable() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        fired.forEach(rule -> counts.merge(rule.table(), 1, Integer::sum));
        return counts;
    }

    @Override
    public void eachFired(BiConsumer<String, @Nullable String> cellAndRuleId) {
        fired.forEach(rule -> cellAndRuleId.accept(rule.cell(), rule.ruleId()));
    }

    @Override
    public Optional<FiredRule> scoredBy(String indicator) {
        return fired.stream()
                .filter(rule -> rule.effect().containsKey("sub_score"))
                .filter(rule -> Objects.equals(rule.effect().get("indicator"), indicator))
                .findFirst();
    }
}
