package io.barograph.engine.simulation;

import io.barograph.engine.simulation.SimulationReport.Attribution;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one change did to some accounts. */
final class StepTally {

    private BigDecimal points = BigDecimal.ZERO;
    private long scores;
    private long newPlaybooks;
    private long lostPlaybooks;
    private final Map<String, Long> bands = new TreeMap<>();

    /** An account's Overall moved. */
    void scored(BigDecimal by) {
        points = points.add(by);
        scores += by.signum() == 0 ? 0 : 1;
    }

    void moved(Outcome from, Outcome to) {
        if (!from.band().equals(to.band())) {
            bands.merge(from.band(), -1L, Long::sum);
            bands.merge(to.band(), 1L, Long::sum);
        }
        newPlaybooks += to.running().keySet().stream()
                .filter(playbook -> !from.running().containsKey(playbook))
                .count();
        lostPlaybooks += from.running().keySet().stream()
                .filter(playbook -> !to.running().containsKey(playbook))
                .count();
    }

    void add(StepTally next) {
        points = points.add(next.points);
        scores += next.scores;
        newPlaybooks += next.newPlaybooks;
        lostPlaybooks += next.lostPlaybooks;
        next.bands.forEach((band, count) -> bands.merge(band, count, Long::sum));
    }

    boolean movedAnything() {
        return scores > 0
                || newPlaybooks > 0
                || lostPlaybooks > 0
                || bands.values().stream().anyMatch(count -> count != 0);
    }

    Attribution of(Step step) {
        Map<String, Long> net = new LinkedHashMap<>();
        bands.forEach((band, count) -> {
            if (count != 0) {
                net.put(band, count);
            }
        });
        return new Attribution(
                step.place(), step.subject(), step.what(), points, scores, net, newPlaybooks, lostPlaybooks);
    }
}
