package io.barograph.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/** An account as users of rule engines write it: a bean, which notes what fired. */
@SuppressWarnings("unused") // rules call the getters
public final class Readings {

    private final double[] values;
    private final List<String> fired = new ArrayList<>(64);
    private final int[] subScores;
    private String band = "";

    Readings(int[] tenths) {
        this.values = new double[tenths.length];
        for (int i = 0; i < tenths.length; i++) {
            values[i] = tenths[i] / 10.0;
        }
        this.subScores = new int[tenths.length];
    }

    /** Called by a Scoring rule. */
    public void scored(String ruleId, int indicator, int score) {
        fired.add(ruleId);
        subScores[indicator] = score;
    }

    /** Called by any other rule. */
    public void fired(String ruleId) {
        fired.add(ruleId);
    }

    /** Called by a Thresholds rule. */
    public void banded(String ruleId, String name) {
        fired.add(ruleId);
        band = name;
    }

    List<String> fired() {
        return fired;
    }

    int[] subScores() {
        return subScores;
    }

    String band() {
        return band;
    }

    public double getReading01() {
        return values[0];
    }

    public double getReading02() {
        return values[1];
    }

    public double getReading03() {
        return values[2];
    }

    public double getReading04() {
        return values[3];
    }

    public double getReading05() {
        return values[4];
    }

    public double getReading06() {
        return values[5];
    }

    public double getReading07() {
        return values[6];
    }

    public double getReading08() {
        return values[7];
    }

    public double getReading09() {
        return values[8];
    }

    public double getReading10() {
        return values[9];
    }

    public double getReading11() {
        return values[10];
    }

    public double getReading12() {
        return values[11];
    }

    public double getReading13() {
        return values[12];
    }

    public double getReading14() {
        return values[13];
    }

    public double getReading15() {
        return values[14];
    }

    public double getReading16() {
        return values[15];
    }

    public double getReading17() {
        return values[16];
    }

    public double getReading18() {
        return values[17];
    }

    public double getReading19() {
        return values[18];
    }

    public double getReading20() {
        return values[19];
    }

    public double getReading21() {
        return values[20];
    }

    public double getReading22() {
        return values[21];
    }

    public double getReading23() {
        return values[22];
    }

    public double getReading24() {
        return values[23];
    }
}
