package io.barograph.benchmarks.plain;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What every peer must answer for an account, and alike.
 *
 * @param overall in hundredths
 * @param fired rule ids: Scoring by indicator, Thresholds, Signals, Playbooks, each in sheet order
 */
public record PlainAnswer(int overall, String band, List<String> fired) {

    private static final String SEGMENTS = "SEG-001";

    public PlainAnswer {
        fired = List.copyOf(fired);
    }

    /** Barograph's own answer; the row of Segments, which peers do not have, left out. */
    public static PlainAnswer of(Decision decision) {
        BigDecimal overall = Objects.requireNonNull(decision.overall());
        List<String> fired = new ArrayList<>();
        for (FiredRule rule : decision.fired()) {
            String id = Objects.requireNonNull(rule.ruleId());
            if (!id.equals(SEGMENTS)) {
                fired.add(id);
            }
        }
        return new PlainAnswer(
                overall.movePointRight(2).intValueExact(), Objects.requireNonNull(decision.overallBand()), fired);
    }
}
