package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose points a score is made of: shares by largest remainder, then what a floor and a cap moved. */
final class ToldContributions {

    private final ToldOutcome told;
    private final Factors factors;
    private final Map<String, SubScore> subScores = new HashMap<>();
    private final List<Contribution> contributions = new ArrayList<>();

    private ToldContributions(ToldOutcome told) {
        this.told = told;
        this.factors = new Factors(told.renderer.fields());
        told.fired(Table.CONTEXT, ContextFact.class).forEach(row -> factors.add(row.row()));
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
        for (int score = 0; score < told.plan().scores().count(); score++) {
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
        WeightedScore parts = new WeightedScore();
        List<Integer> scored = new ArrayList<>();
        for (int score = 1; score < told.plan().scores().count(); score++) {
            int computed = told.scores().computed()[score];
            if (computed != Scores.NONE) {
                scored.add(score);
                parts.add(told.plan().dimension(score).units(), computed);
            }
        }
        int[] shares = parts.shares();
        for (int i = 0; i < shares.length; i++) {
            SegmentPlan.Dimension dimension = told.plan().dimension(scored.get(i));
            BigDecimal score = Hundredths.toDecimal(told.scores().computed()[scored.get(i)]);
            contributions.add(new Contribution(
                    Decision.OVERALL,
                    null,
                    dimension.name(),
                    score,
                    score,
                    Numbers.canonical(dimension.weight()),
                    Hundredths.toDecimal(shares[i]),
                    null));
        }
    }

    private void indicators(SegmentPlan.Dimension dimension) {
        WeightedScore parts = new WeightedScore();
        List<Weight> scored = new ArrayList<>();
        for (Weight weight : dimension.indicators()) {
            SubScore subScore = subScores.get(weight.indicator().name());
            if (subScore != null) {
                factors.add(parts, weight, subScore.hundredths());
                scored.add(weight);
            }
        }
        int[] shares = parts.shares();
        for (int i = 0; i < shares.length; i++) {
            String indicator = scored.get(i).indicator().name();
            SubScore subScore = Objects.requireNonNull(subScores.get(indicator));
            contributions.add(new Contribution(
                    dimension.name(),
                    indicator,
                    null,
                    subScore.value(),
                    Hundredths.toDecimal(subScore.hundredths()),
                    Numbers.canonical(factors.effective(scored.get(i))),
                    Hundredths.toDecimal(shares[i]),
                    subScore.ruleId()));
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
                told.plan().scores().name(score),
                null,
                null,
                null,
                null,
                null,
                Hundredths.toDecimal(points),
                row.head().ruleId()));
    }
}
