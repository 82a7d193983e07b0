package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose points a score is made of: shares by largest remainder, then what a floor and a cap moved. */
final class ToldContributions {

    private final ToldOutcome told;
    private final Factors factors = new Factors();
    private final Map<String, SubScore> subScores = new HashMap<>();
    private final List<Contribution> contributions = new ArrayList<>();

    private ToldContributions(ToldOutcome told) {
        this.told = told;
        told.fired(ContextFact.class).forEach(row -> factors.add(row.row()));
        int next = 0;
        for (int i = 0; i < told.outcome.firings(); i++) {
            RowFact fact = told.row(i);
            if (fact instanceof IndicatorsFact row) {
                keep(row.row().term().key(), null, told.outcome.subScore(next++), row);
            } else if (fact instanceof ScoringFact row) {
                Object value = Values.shown(told.seen(row, row.row().term()));
                keep(row.row().term().key(), value, told.outcome.subScore(next++), row);
            }
        }
    }

    private void keep(String indicator, @Nullable Object value, int hundredths, RowFact row) {
        subScores.put(indicator, new SubScore(value, hundredths, row.head().ruleId()));
    }

    static List<Contribution> of(ToldOutcome told) {
        ToldContributions all = new ToldContributions(told);
        for (int score = 0; score < told.plan().scores(); score++) {
            if (told.scores().computed()[score] != Scores.NONE) {
                if (score == SegmentPlan.OVERALL) {
                    all.dimensions();
                } else {
                    all.indicators(told.plan().dimension(score));
                }
                all.bounds(score);
            }
        }
        return List.copyOf(all.contributions);
    }

    private void dimensions() {
        List<WeightedScore.Part> parts = new ArrayList<>();
        List<SegmentPlan.Dimension> scored = new ArrayList<>();
        for (int score = 1; score < told.plan().scores(); score++) {
            int computed = told.scores().computed()[score];
            if (computed != Scores.NONE) {
                scored.add(told.plan().dimension(score));
                parts.add(new WeightedScore.Part(told.plan().dimension(score).weight(), computed));
            }
        }
        List<Integer> shares = WeightedScore.shares(parts);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal score = Hundredths.toDecimal(parts.get(i).hundredths());
            contributions.add(new Contribution(
                    Decision.OVERALL,
                    null,
                    scored.get(i).name(),
                    score,
                    score,
                    Numbers.canonical(parts.get(i).weight()),
                    Hundredths.toDecimal(shares.get(i)),
                    null));
        }
    }

    private void indicators(SegmentPlan.Dimension dimension) {
        List<WeightedScore.Part> parts = new ArrayList<>();
        List<String> scored = new ArrayList<>();
        List<SubScore> scores = new ArrayList<>();
        for (SegmentPlan.WeightedIndicator indicator : dimension.indicators()) {
            SubScore subScore = subScores.get(indicator.field().name());
            if (subScore != null) {
                parts.add(new WeightedScore.Part(
                        factors.effective(indicator.field(), indicator.base()), subScore.hundredths()));
                scored.add(indicator.field().name());
                scores.add(subScore);
            }
        }
        List<Integer> shares = WeightedScore.shares(parts);
        for (int i = 0; i < parts.size(); i++) {
            contributions.add(new Contribution(
                    dimension.name(),
                    scored.get(i),
                    null,
                    scores.get(i).value(),
                    Hundredths.toDecimal(parts.get(i).hundredths()),
                    Numbers.canonical(parts.get(i).weight()),
                    Hundredths.toDecimal(shares.get(i)),
                    scores.get(i).ruleId()));
        }
    }

    private void bounds(int score) {
        Bounding bounding = Bounding.of(told.scores().computed()[score], told.caps(score));
        if (bounding.floor() != null) {
            bound(score, bounding.raised(), bounding.floor().row());
        }
        if (bounding.cap() != null) {
            bound(score, bounding.lowered(), bounding.cap().row());
        }
    }

    private void bound(int score, int points, Row.CapRow row) {
        contributions.add(new Contribution(
                told.plan().scoreName(score),
                null,
                null,
                null,
                null,
                null,
                Hundredths.toDecimal(points),
                row.head().ruleId()));
    }
}
