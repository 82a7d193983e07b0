package io.barograph.engine.simulation;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Recommendation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation compares of a decision.
 *
 * @param band of Overall; {@code undecided} without an Overall score, {@code no band} when Thresholds gives none
 * @param overall null when undecided
 * @param running playbooks to be run, by name
 */
record Outcome(String segment, String band, @Nullable BigDecimal overall, Map<String, Recommendation> running) {

    static final String UNDECIDED = "undecided";
    static final String NO_BAND = "no band";
    static final String NO_SEGMENT = "no segment";

    static Outcome of(Decision decision) {
        Map<String, Recommendation> running = new LinkedHashMap<>();
        decision.playbooks().stream()
                .filter(Recommendation::running)
                .forEach(one -> running.putIfAbsent(one.playbook(), one));
        String band = decision.overallBand();
        return new Outcome(
                decision.segment() == null ? NO_SEGMENT : decision.segment(),
                decision.overall() == null ? UNDECIDED : band == null ? NO_BAND : band,
                decision.overall(),
                running);
    }

    /** Whether somebody at the desk would notice the difference. */
    boolean differsFrom(Outcome other) {
        return !segment.equals(other.segment)
                || !band.equals(other.band)
                || !sameOverall(other)
                || !running.keySet().equals(other.running.keySet());
    }

    private boolean sameOverall(Outcome other) {
        if (overall == null || other.overall == null) {
            return overall == null && other.overall == null;
        }
        return overall.compareTo(other.overall) == 0;
    }
}
