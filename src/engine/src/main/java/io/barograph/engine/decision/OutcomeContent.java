package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a decision says, told from its outcome when it is asked for, and kept: lists may be told twice by two threads, to the same effect. */
final class OutcomeContent implements DecisionContent {

    private final ToldOutcome told;

    private @Nullable Map<String, BigDecimal> scores;
    private @Nullable Map<String, String> bands;
    private @Nullable Map<String, BigDecimal> probabilities;
    private @Nullable List<Recommendation> playbooks;
    private @Nullable List<Contribution> contributions;
    private @Nullable List<FiredRule> fired;

    OutcomeContent(ToldOutcome told) {
        this.told = told;
    }

    OutcomeRenderer renderer() {
        return told.renderer;
    }

    @Override
    public Outcome outcome() {
        return told.outcome;
    }

    @Override
    public Decision.Status status() {
        return told.decided() ? Decision.Status.DECIDED : Decision.Status.UNDECIDED;
    }

    @Override
    public @Nullable String segment() {
        return told.segment;
    }

    @Override
    public @Nullable String tier() {
        return told.tier;
    }

    @Override
    public Map<String, BigDecimal> scores() {
        Map<String, BigDecimal> known = scores;
        if (known == null) {
            known = told.scored() ? ToldScores.scores(told) : Map.of();
            scores = known;
        }
        return known;
    }

    @Override
    public Map<String, String> bands() {
        Map<String, String> known = bands;
        if (known == null) {
            known = told.scored() ? ToldScores.bands(told) : Map.of();
            bands = known;
        }
        return known;
    }

    @Override
    public @Nullable BigDecimal coverage() {
        return told.scored() ? ToldScores.coverage(told) : null;
    }

    @Override
    public @Nullable String confidence() {
        return told.scored() ? ToldScores.confidence(told) : null;
    }

    @Override
    public Map<String, BigDecimal> probabilities() {
        Map<String, BigDecimal> known = probabilities;
        if (known == null) {
            known = told.decided() ? ToldScores.probabilities(told) : Map.of();
            probabilities = known;
        }
        return known;
    }

    @Override
    public @Nullable BigDecimal arrAtRisk() {
        return told.scored() ? told.outcome.arrAtRisk() : null;
    }

    @Override
    public @Nullable String sealedAmounts() {
        return null;
    }

    @Override
    public List<RaisedFlag> flags() {
        return told.scored() ? ToldFlags.of(told) : List.of();
    }

    @Override
    public @Nullable String cohort() {
        return told.scored() ? ToldScores.cohort(told) : null;
    }

    @Override
    public List<Recommendation> playbooks() {
        List<Recommendation> known = playbooks;
        if (known == null) {
            known = told.scored() ? ToldPlaybooks.ranked(told) : List.of();
            playbooks = known;
        }
        return known;
    }

    @Override
    public List<Escalation> escalations() {
        return told.scored() ? ToldPlaybooks.escalations(told) : List.of();
    }

    @Override
    public List<Contribution> contributions() {
        List<Contribution> known = contributions;
        if (known == null) {
            known = told.scored() ? ToldContributions.of(told) : List.of();
            contributions = known;
        }
        return known;
    }

    @Override
    public List<ScoreChange> changes() {
        return told.scored() ? told.outcome.changes() : List.of();
    }

    @Override
    public List<FiredRule> fired() {
        List<FiredRule> known = fired;
        if (known == null) {
            known = ToldFirings.of(told);
            fired = known;
        }
        return known;
    }

    @Override
    public Map<String, Integer> firedByTable() {
        return ToldFirings.byTable(told);
    }

    @Override
    public void eachFired(BiConsumer<String, @Nullable String> cellAndRuleId) {
        ToldFirings.each(told, cellAndRuleId);
    }

    @Override
    public Optional<FiredRule> scoredBy(String indicator) {
        return ToldFirings.scoring(told, indicator);
    }

    @Override
    public List<DecisionIssue> issues() {
        return told.outcome.issues();
    }
}
