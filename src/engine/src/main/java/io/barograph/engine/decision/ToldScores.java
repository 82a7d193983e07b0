package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.CohortsFact;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores and bands as decisions tell them, and what they mean. */
final class ToldScores {

    private ToldScores() {}

    static Map<String, BigDecimal> scores(ToldOutcome told) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int score = 0; score < told.plan().scores().count(); score++) {
            int shown = told.scores().shown()[score];
            if (shown != Scores.NONE) {
                scores.put(told.plan().scores().name(score), Hundredths.toDecimal(shown));
            }
        }
        return Collections.unmodifiableMap(scores);
    }

    static Map<String, String> bands(ToldOutcome told) {
        Map<String, String> bands = new LinkedHashMap<>();
        for (int score = 0; score < told.plan().scores().count(); score++) {
            String band = told.band(score);
            if (band != null) {
                bands.put(told.plan().scores().name(score), band);
            }
        }
        return Collections.unmodifiableMap(bands);
    }

    static BigDecimal coverage(ToldOutcome told) {
        return Hundredths.toDecimal(told.scores().coverage()[SegmentPlan.OVERALL]);
    }

    static String confidence(ToldOutcome told) {
        return told.plan().confidence(told.scores().coverage()[SegmentPlan.OVERALL]);
    }

    static Map<String, BigDecimal> probabilities(ToldOutcome told) {
        int overall = told.scores().shown()[SegmentPlan.OVERALL];
        return Collections.unmodifiableMap(told.plan().calibration().probabilities(Hundredths.toDecimal(overall)));
    }

    static @Nullable String cohort(ToldOutcome told) {
        List<CohortsFact> rows = told.fired(Table.COHORTS, CohortsFact.class);
        return rows.isEmpty() ? null : rows.get(0).row().cohort();
    }
}
