package io.barograph.engine.simulation;

import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.simulation.SimulationReport.Affected;
import io.barograph.engine.simulation.SimulationReport.PlaybookShift;
import io.barograph.engine.simulation.SimulationReport.ScoreMove;
import io.barograph.engine.simulation.SimulationReport.Workload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts over some accounts; counts of several batches add up. Its size does not grow with the accounts. */
public final class Tally {

    private static final String NO_ROLE = "no owner role";
    private static final Comparator<ScoreMove> LARGEST_FIRST = Comparator.comparing(
                    (ScoreMove move) -> move.points().abs())
            .reversed()
            .thenComparing(ScoreMove::accountId);

    /** A move between bands within a segment. */
    record Move(String segment, String from, String to) {}

    private static final class Role {
        private long before;
        private long after;
        private long newly;
        private long noLonger;
        private final TreeMap<LocalDate, Long> due = new TreeMap<>();
    }

    private final int top;
    final StepTally[] steps;
    private long accounts;
    private long differing;
    private long segmentChanges;
    private long undecidedBefore;
    private long undecidedAfter;
    private final Map<Move, Long> moves = new LinkedHashMap<>();
    private final List<String> newlyUndecided = new ArrayList<>();
    private final Map<String, long[]> playbooks = new TreeMap<>();
    private final Map<String, Role> roles = new TreeMap<>();
    private final List<ScoreMove> largest = new ArrayList<>();
    private final Map<Integer, Affected> affected = new LinkedHashMap<>();

    /** @param top how many accounts to name */
    Tally(int top, int steps) {
        this.top = top;
        this.steps = new StepTally[steps];
        for (int i = 0; i < steps; i++) {
            this.steps[i] = new StepTally();
        }
    }

    /** @param direction above 0 for a better band, below for a worse one, 0 for neither */
    void add(String accountId, Outcome before, Outcome after, int direction, @Nullable BigDecimal arr) {
        accounts++;
        differing += after.differsFrom(before) ? 1 : 0;
        undecidedBefore += before.overall() == null ? 1 : 0;
        undecidedAfter += after.overall() == null ? 1 : 0;
        if (before.overall() != null && after.overall() == null && newlyUndecided.size() < top) {
            newlyUndecided.add(accountId);
        }
        segmentChanges += before.segment().equals(after.segment()) ? 0 : 1;
        moves.merge(new Move(after.segment(), before.band(), after.band()), 1L, Long::sum);
        if (direction != 0) {
            affected.merge(direction, affected(1, arr), Tally::sum);
        }
        if (before.overall() != null
                && after.overall() != null
                && before.overall().compareTo(after.overall()) != 0) {
            largest.add(new ScoreMove(
                    accountId, after.segment(), before.overall(), after.overall(), before.band(), after.band()));
            keepLargest();
        }
        before.running().values().forEach(one -> role(one).before++);
        after.running().values().forEach(one -> role(one).after++);
        shift(before, after);
    }

    private static Affected affected(long accounts, @Nullable BigDecimal arr) {
        return new Affected(accounts, arr == null ? BigDecimal.ZERO : arr, arr == null ? 1 : 0);
    }

    private static Affected sum(Affected one, Affected other) {
        return new Affected(
                one.accounts() + other.accounts(), one.arr().add(other.arr()), one.withoutArr() + other.withoutArr());
    }

    private Role role(Recommendation one) {
        return roles.computeIfAbsent(one.ownerRole() == null ? NO_ROLE : one.ownerRole(), any -> new Role());
    }

    private void shift(Outcome before, Outcome after) {
        after.running().forEach((playbook, one) -> {
            if (!before.running().containsKey(playbook)) {
                playbooks.computeIfAbsent(playbook, any -> new long[2])[0]++;
                Role role = role(one);
                role.newly++;
                if (one.due() != null) {
                    role.due.merge(one.due(), 1L, Long::sum);
                }
            }
        });
        before.running().forEach((playbook, one) -> {
            if (!after.running().containsKey(playbook)) {
                playbooks.computeIfAbsent(playbook, any -> new long[2])[1]++;
                role(one).noLonger++;
            }
        });
    }

    private void keepLargest() {
        if (largest.size() > 2 * top) {
            largest.sort(LARGEST_FIRST);
            largest.subList(top, largest.size()).clear();
        }
    }

    /** Takes over what the next batch counted. */
    public void add(Tally next) {
        accounts += next.accounts;
        differing += next.differing;
        segmentChanges += next.segmentChanges;
        undecidedBefore += next.undecidedBefore;
        undecidedAfter += next.undecidedAfter;
        next.moves.forEach((move, count) -> moves.merge(move, count, Long::sum));
        next.newlyUndecided.stream().limit(top - newlyUndecided.size()).forEach(newlyUndecided::add);
        next.playbooks.forEach((playbook, counts) -> {
            long[] own = playbooks.computeIfAbsent(playbook, any -> new long[2]);
            own[0] += counts[0];
            own[1] += counts[1];
        });
        next.roles.forEach(this::add);
        largest.addAll(next.largest);
        keepLargest();
        next.affected.forEach((direction, some) -> affected.merge(direction, some, Tally::sum));
        for (int i = 0; i < steps.length; i++) {
            steps[i].add(next.steps[i]);
        }
    }

    private void add(String name, Role next) {
        Role own = roles.computeIfAbsent(name, any -> new Role());
        own.before += next.before;
        own.after += next.after;
        own.newly += next.newly;
        own.noLonger += next.noLonger;
        next.due.forEach((day, count) -> own.due.merge(day, count, Long::sum));
    }

    /** Accounts so far. */
    public long accounts() {
        return accounts;
    }

    SimulationReport report(Comparator<String> bands, List<SimulationReport.Attribution> attribution) {
        List<SimulationReport.BandMove> sorted = new ArrayList<>();
        moves.forEach((move, count) ->
                sorted.add(new SimulationReport.BandMove(move.segment(), move.from(), move.to(), count)));
        sorted.sort(Comparator.comparing(SimulationReport.BandMove::segment)
                .thenComparing(SimulationReport.BandMove::from, bands)
                .thenComparing(SimulationReport.BandMove::to, bands));
        List<PlaybookShift> shifts = new ArrayList<>();
        playbooks.forEach((playbook, counts) -> shifts.add(new PlaybookShift(playbook, counts[0], counts[1])));
        List<Workload> workload = new ArrayList<>();
        roles.forEach((name, role) -> workload.add(new Workload(
                name,
                role.before,
                role.after,
                role.newly,
                role.noLonger,
                Collections.unmodifiableMap(new LinkedHashMap<>(role.due)))));
        largest.sort(LARGEST_FIRST);
        Affected none = new Affected(0, BigDecimal.ZERO, 0);
        return new SimulationReport(
                accounts,
                differing,
                segmentChanges,
                sorted,
                affected.getOrDefault(1, none),
                affected.getOrDefault(-1, none),
                undecidedBefore,
                undecidedAfter,
                newlyUndecided,
                shifts,
                workload,
                largest.stream().limit(top).toList(),
                attribution);
    }
}
