package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Proposal;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each row that fired did, in its own table's words; rows are to be asked in the order in which they fired. */
final class ToldEffects {

    private final ToldOutcome told;
    private int subScore;
    private int proposal;
    private int escalation;
    private int days = Scores.NONE;

    ToldEffects(ToldOutcome told) {
        this.told = told;
    }

    Map<String, @Nullable Object> next(RowFact fact) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        if (fact instanceof SegmentsFact row) {
            effect.put("segment", row.row().segment());
        } else if (fact instanceof AccountTiersFact row) {
            effect.put("tier", row.row().tier());
        } else if (fact instanceof IndicatorsFact row) {
            subScore(effect, row.row().term().key());
        } else if (fact instanceof ScoringFact row) {
            subScore(effect, row.row().term().key());
        } else if (fact instanceof ContextFact row) {
            factor(effect, row.row());
        } else if (fact instanceof CapsFact row) {
            cap(effect, row);
        } else if (fact instanceof ThresholdsFact row) {
            band(effect, row);
        } else if (fact instanceof TrendsFact row) {
            flag(effect, row.row().flag(), row.row().severity());
        } else if (fact instanceof SignalsFact row) {
            flag(effect, row.row().flag(), row.row().severity());
        } else if (fact instanceof CohortsFact row) {
            effect.put("cohort", row.row().cohort());
        } else if (fact instanceof PlaybooksFact row) {
            playbook(effect, row.row());
        } else if (fact instanceof EscalationsFact row) {
            escalation(effect, row.row());
        }
        return effect;
    }

    /** Days in its score's band, of the Escalations row asked last; {@link Scores#NONE} when the row does not ask. */
    int daysInBand() {
        return days;
    }

    private void subScore(Map<String, @Nullable Object> effect, String indicator) {
        effect.put("indicator", indicator);
        effect.put("sub_score", Hundredths.toDecimal(told.outcome.subScore(subScore++)));
    }

    private static void factor(Map<String, @Nullable Object> effect, Row.ContextRow row) {
        if (row.indicator() != null) {
            effect.put("indicator", row.indicator().name());
        } else {
            effect.put("category", row.category());
        }
        effect.put("multiply_weight_by", row.factor());
    }

    /** What a Caps row bounds. */
    static Map<String, @Nullable Object> bounds(Row.CapRow row) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("score", row.score());
        if (row.atMost() != null) {
            effect.put("at_most", row.atMost());
        }
        if (row.atLeast() != null) {
            effect.put("at_least", row.atLeast());
        }
        if (row.bandAtMost() != null) {
            effect.put("band_at_most", row.bandAtMost());
        }
        return effect;
    }

    private void cap(Map<String, @Nullable Object> effect, CapsFact fact) {
        Row.CapRow row = fact.row();
        effect.putAll(bounds(row));
        int score = fact.getScore();
        List<CapsFact> rivals = told.caps(score);
        if (row.atMost() != null || row.atLeast() != null) {
            int computed = score < 0 ? Scores.NONE : told.scores().computed()[score];
            int points =
                    computed == Scores.NONE ? 0 : Bounding.of(computed, rivals).points(fact);
            effect.put("points", Hundredths.toDecimal(points));
        }
        if (row.bandAtMost() != null) {
            ThresholdsFact threshold = told.threshold(score);
            boolean lowers = threshold != null && Bounding.lowering(told.renderer.band(threshold), rivals) == fact;
            effect.put("lowered", lowers);
        }
    }

    private void band(Map<String, @Nullable Object> effect, ThresholdsFact fact) {
        Row.ThresholdRow row = fact.row();
        BigDecimal shown = Hundredths.toDecimal(told.scores().shown()[fact.getScore()]);
        effect.put("score", row.score());
        effect.put("band", row.band());
        effect.put("kept", row.from() != null && shown.compareTo(row.from()) < 0);
    }

    private static void flag(Map<String, @Nullable Object> effect, String flag, String severity) {
        effect.put("flag", flag);
        effect.put("severity", severity);
    }

    private void playbook(Map<String, @Nullable Object> effect, Row.PlaybookRow row) {
        Proposal outcome = told.outcome.proposals().get(proposal++);
        effect.put("playbook", row.playbook());
        effect.put("state", outcome.suppressed() ? "suppressed" : outcome.running() ? "running" : "cooling");
        if (outcome.expectedValue() != null) {
            effect.put("expected_value", outcome.expectedValue());
        }
    }

    private void escalation(Map<String, @Nullable Object> effect, Row.EscalationRow row) {
        days = told.outcome.daysInBand(escalation++);
        effect.put("escalate_to", row.escalateTo());
        LocalDate due = ToldPlaybooks.due(told, row.dueDays());
        if (due != null) {
            effect.put("due", due);
        }
    }
}
