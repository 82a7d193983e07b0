package io.barograph.engine.decision;

/** How decisions name what rows saw of scores. */
public final class InputNames {

    private InputNames() {}

    public static String score(String score) {
        return ToldFirings.scoreName(score);
    }

    public static String band(String score) {
        return ToldFirings.bandName(score);
    }

    public static String daysInBand(String score) {
        return ToldFirings.daysInBandName(score);
    }

    public static String previousBand(String score) {
        return ToldFirings.previousBandName(score);
    }
}
