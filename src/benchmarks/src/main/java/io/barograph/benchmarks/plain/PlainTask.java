package io.barograph.benchmarks.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/**
 * A model that any decision tool can hold: ranges that score indicators, flags raised by one condition each, bands, playbooks by score.
 * Readings are tenths from 0 to 1,000 (0.0 to 100.0); weights add up to 100, so that Overall in hundredths is Σ weight × score.
 *
 * @param cuts by indicator, the lower ends of its ranges in whole points, rising, the first 0
 * @param scores by indicator and range, 0–100
 * @param weights by indicator
 * @param signals in sheet order
 * @param bands best first
 * @param playbooks in sheet order
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlainTask(
        int[][] cuts, int[][] scores, int[] weights, List<Signal> signals, List<Band> bands, List<Playbook> playbooks) {

    /** How many indicators there are. */
    public static final int INDICATORS = 24;

    private static final int SIGNALS = 83;
    private static final int FIVES = 4;
    private static final double SIGNAL_FIRES = 0.35;
    private static final String[] SEVERITIES = {"low", "medium", "high"};

    /** A flag when a reading is at least a bound, or below it. */
    public record Signal(String ruleId, int indicator, boolean atLeast, int bound, String flag, String severity) {
        /** Whether the row fires on a reading in tenths. */
        public boolean fires(int tenths) {
            return atLeast == (tenths >= bound * 10);
        }

        /** As a condition cell of a workbook. */
        public String cell() {
            return (atLeast ? ">= " : "< ") + bound;
        }
    }

    /** @param from in points; the lowest band has 0 */
    public record Band(String ruleId, String name, int from) {}

    /** A playbook when Overall is at least a bound, or below it. */
    public record Playbook(String ruleId, String name, boolean atLeast, int bound) {
        /** Whether the row fires on Overall in hundredths. */
        public boolean fires(int overall) {
            return atLeast == (overall >= bound * 100);
        }

        /** As a condition cell of a workbook. */
        public String cell() {
            return (atLeast ? ">= " : "< ") + bound;
        }
    }

    /** The same seed always draws the same task. With 18 ranges an indicator it has 525 rows that can fire. */
    public static PlainTask draw(long seed, int ranges) {
        Random random = new Random(seed);
        int[][] cuts = new int[INDICATORS][];
        int[][] scores = new int[INDICATORS][];
        int[] weights = new int[INDICATORS];
        for (int i = 0; i < INDICATORS; i++) {
            TreeSet<Integer> starts = new TreeSet<>(List.of(0));
            while (starts.size() < ranges) {
                starts.add(1 + random.nextInt(99));
            }
            cuts[i] = starts.stream().mapToInt(Integer::intValue).toArray();
            scores[i] = random.ints(ranges, 0, 101).toArray();
            weights[i] = i < FIVES ? 5 : 4;
        }
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < SIGNALS; i++) {
            boolean atLeast = random.nextBoolean();
            int share = (int) Math.round(100 * SIGNAL_FIRES) + random.nextInt(11) - 5;
            signals.add(new Signal(
                    id("SG", i),
                    i % INDICATORS,
                    atLeast,
                    atLeast ? 100 - share : share,
                    id("flag", i),
                    SEVERITIES[i % SEVERITIES.length]));
        }
        List<Band> bands = List.of(
                new Band("TH-001", "green", 53), new Band("TH-002", "yellow", 47), new Band("TH-003", "red", 0));
        List<Playbook> playbooks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            playbooks.add(new Playbook(id("PB", i), id("playbook", i), i % 2 == 0, 45 + 2 * i));
        }
        return new PlainTask(cuts, scores, weights, signals, bands, playbooks);
    }

    /** How many ranges an indicator has. */
    public int ranges() {
        return cuts[0].length;
    }

    /** The rule of a range of an indicator. */
    public static String scoringRule(int indicator, int range) {
        return String.format(Locale.ROOT, "SC-%02d-%03d", indicator + 1, range + 1);
    }

    /** The upper end of a range in points; 100, which is included, for the last one. */
    public int to(int indicator, int range) {
        return range + 1 < ranges() ? cuts[indicator][range + 1] : 100;
    }

    /** Rows that can fire, with the one row of Segments. */
    public int rows() {
        return 1 + INDICATORS * ranges() + signals.size() + bands.size() + playbooks.size();
    }

    /** The contract's name of an indicator: {@code reading_01} and so on. */
    public static String field(int indicator) {
        return String.format(Locale.ROOT, "reading_%02d", indicator + 1);
    }

    /** How people call it: {@code Reading 01} and so on. */
    public static String label(int indicator) {
        return String.format(Locale.ROOT, "Reading %02d", indicator + 1);
    }

    private static String id(String prefix, int index) {
        return String.format(Locale.ROOT, "%s-%03d", prefix, index + 1);
    }
}
