package io.barograph.cli;

import io.barograph.engine.audit.Difference;
import io.barograph.engine.audit.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the decisions of an export that were decided again. */
final class ReplayTally {

    /** Decisions that are named at most; all are counted. */
    static final int MOST_NAMED = 100;

    /**
     * A decision that is decided differently today.
     *
     * @param index of its record
     * @param total how many places differ, of which {@code first} are named
     */
    record Differing(long index, String decisionId, String accountId, List<Difference> first, int total) {}

    private long decisions;
    private long withoutValues;
    private final Map<String, Long> results = new TreeMap<>();
    private final Map<String, Long> engines = new TreeMap<>();
    private final Map<String, Long> models = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private final List<Differing> differing = new ArrayList<>();

    void add(RecordHead record, Replay replay) {
        see(record);
        if (replay instanceof Replay.Impossible impossible) {
            boolean ofOne = impossible.obstacle() == Replay.Obstacle.UNREADABLE;
            String why = ofOne ? "record " + record.index() + ": " + impossible.why() : impossible.why();
            settle(new Replay.Impossible(impossible.obstacle(), why), 1);
            return;
        }
        results.merge(replay.label(), 1L, Long::sum);
        if (replay instanceof Replay.Different different && differing.size() < MOST_NAMED) {
            differing.add(new Differing(
                    record.index(),
                    record.decisionId(),
                    record.accountId(),
                    different.differences(),
                    different.total()));
        }
    }

    /** A decision that follows from its record though sealed values of it are not known. */
    void addWithoutValues(RecordHead record) {
        add(record, new Replay.Identical());
        withoutValues++;
    }

    /** How many of the identical ones were decided again without their sealed values. */
    long withoutValues() {
        return withoutValues;
    }

    /** Counts a decision of which it is not known yet what becomes of it. */
    void see(RecordHead record) {
        decisions++;
        engines.merge(record.engine(), 1L, Long::sum);
        models.merge(record.modelDigest(), 1L, Long::sum);
    }

    /** What became of decisions that were seen before. */
    void settle(Replay.Impossible impossible, long count) {
        results.merge(impossible.label(), count, Long::sum);
        reasons.putIfAbsent(impossible.label(), impossible.why());
    }

    /** A record whose bytes are gone. */
    void addRetired() {
        decisions++;
        settle(
                new Replay.Impossible(Replay.Obstacle.RETIRED, "retention took the bytes away; their hashes are left"),
                1);
    }

    long decisions() {
        return decisions;
    }

    long count(String result) {
        return results.getOrDefault(result, 0L);
    }

    long identical() {
        return count("identical");
    }

    long different() {
        return count("different");
    }

    /** How many could not be decided again, by reason. */
    Map<String, Long> notReplayed() {
        Map<String, Long> others = new TreeMap<>(results);
        others.remove("identical");
        others.remove("different");
        return others;
    }

    /** The first explanation of each reason. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** By version of the program that recorded. */
    Map<String, Long> engines() {
        return engines;
    }

    /** By digest. */
    Map<String, Long> models() {
        return models;
    }

    List<Differing> differing() {
        return differing;
    }

    /** Whether every decision that still can be is decided as it was; what was erased or retired cannot. */
    boolean allIdentical() {
        return decisions > 0
                && identical() + count(Replay.Obstacle.ERASED.label()) + count(Replay.Obstacle.RETIRED.label())
                        == decisions;
    }
}
