package io.barograph.benchmarks.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plain task by hand: tables as arrays, readings as whole tenths, a complete log, each indicator's points by largest remainder. What a
 * good programmer writes who needs neither workbooks nor another model. For one thread.
 */
public final class PlainScorer {

    private final int[][] cuts;
    private final int[][] scores;
    private final int[] weights;
    private final int[] signalIndicator;
    private final int[] signalBound;
    private final boolean[] signalAtLeast;
    private final int[] bandFrom;
    private final int[] playbookBound;
    private final boolean[] playbookAtLeast;
    private final String[] ids;
    private final String[] bands;
    private final int firstBand;
    private final int firstSignal;
    private final int firstPlaybook;
    private final int[] rows;
    private final int[] seen;

    /**
     * An account's answer and log.
     *
     * @param overall in hundredths
     * @param band its place among the bands
     * @param points by indicator, in hundredths; they add up to {@code overall}
     * @param rows that fired, by their place in the model
     * @param seen what each of them saw: a reading in tenths, or Overall in hundredths
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scored(int overall, int band, int[] subScores, int[] points, int[] rows, int[] seen) {}

    public PlainScorer(PlainTask task) {
        int indicators = PlainTask.INDICATORS;
        int ranges = task.ranges();
        cuts = new int[indicators][];
        scores = task.scores();
        weights = task.weights();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < indicators; i++) {
            cuts[i] = Arrays.stream(task.cuts()[i]).map(cut -> cut * 10).toArray();
            for (int range = 0; range < ranges; range++) {
                names.add(PlainTask.scoringRule(i, range));
            }
        }
        firstBand = names.size();
        task.bands().forEach(row -> names.add(row.ruleId()));
        firstSignal = names.size();
        task.signals().forEach(row -> names.add(row.ruleId()));
        firstPlaybook = names.size();
        task.playbooks().forEach(row -> names.add(row.ruleId()));
        ids = names.toArray(String[]::new);
        bands = task.bands().stream().map(PlainTask.Band::name).toArray(String[]::new);
        bandFrom = task.bands().stream().mapToInt(row -> row.from() * 100).toArray();
        int signals = task.signals().size();
        signalIndicator = new int[signals];
        signalBound = new int[signals];
        signalAtLeast = new boolean[signals];
        for (int i = 0; i < signals; i++) {
            PlainTask.Signal row = task.signals().get(i);
            signalIndicator[i] = row.indicator();
            signalBound[i] = row.bound() * 10;
            signalAtLeast[i] = row.atLeast();
        }
        int playbooks = task.playbooks().size();
        playbookBound = new int[playbooks];
        playbookAtLeast = new boolean[playbooks];
        for (int i = 0; i < playbooks; i++) {
            playbookBound[i] = task.playbooks().get(i).bound() * 100;
            playbookAtLeast[i] = task.playbooks().get(i).atLeast();
        }
        rows = new int[ids.length];
        seen = new int[ids.length];
    }

    /** @param readings in tenths, by indicator */
    public Scored score(int[] readings) {
        int indicators = readings.length;
        int[] subScores = new int[indicators];
        int[] points = new int[indicators];
        int fired = 0;
        int overall = 0;
        int ranges = cuts[0].length;
        for (int i = 0; i < indicators; i++) {
            int reading = readings[i];
            int[] starts = cuts[i];
            int range = 0;
            while (range + 1 < ranges && reading >= starts[range + 1]) {
                range++;
            }
            rows[fired] = i * ranges + range;
            seen[fired++] = reading;
            subScores[i] = scores[i][range];
            points[i] = weights[i] * subScores[i];
            overall += points[i];
        }
        largestRemainder(points, overall);
        int band = 0;
        while (overall < bandFrom[band]) {
            band++;
        }
        rows[fired] = firstBand + band;
        seen[fired++] = overall;
        for (int i = 0; i < signalBound.length; i++) {
            int reading = readings[signalIndicator[i]];
            if (signalAtLeast[i] == (reading >= signalBound[i])) {
                rows[fired] = firstSignal + i;
                seen[fired++] = reading;
            }
        }
        for (int i = 0; i < playbookBound.length; i++) {
            if (playbookAtLeast[i] == (overall >= playbookBound[i])) {
                rows[fired] = firstPlaybook + i;
                seen[fired++] = overall;
            }
        }
        return new Scored(overall, band, subScores, points, Arrays.copyOf(rows, fired), Arrays.copyOf(seen, fired));
    }

    /** Weights add up to 100, so products are hundredths already; other weights would leave remainders to hand out. */
    private void largestRemainder(int[] products, int whole) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = whole * 100 / total;
        int[] remainders = new int[products.length];
        for (int i = 0; i < products.length; i++) {
            int exact = products[i] * 100;
            products[i] = exact / total;
            remainders[i] = exact % total;
            left -= products[i];
        }
        while (left > 0) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                if (remainders[i] > remainders[largest]) {
                    largest = i;
                }
            }
            remainders[largest] = -1;
            products[largest]++;
            left--;
        }
    }

    /** The log in words, to compare with others. */
    public PlainAnswer answer(Scored scored) {
        return new PlainAnswer(
                scored.overall(),
                bands[scored.band()],
                Arrays.stream(scored.rows()).mapToObj(row -> ids[row]).toList());
    }
}
