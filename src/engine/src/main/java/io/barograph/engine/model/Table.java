package io.barograph.engine.model;

/** The kinds of sheet, in the order they are evaluated. */
public enum Table {
    SEGMENTS("Segments"),
    ACCOUNT_TIERS("Account tiers"),
    MODEL("Model"),
    INDICATORS("Indicators"),
    SCORING("Scoring"),
    WEIGHTS("Weights"),
    CONTEXT("Context"),
    OVERALL("Overall"),
    CAPS("Caps"),
    THRESHOLDS("Thresholds"),
    CALIBRATION("Calibration"),
    TRENDS("Trends"),
    SIGNALS("Signals"),
    COHORTS("Cohorts"),
    PLAYBOOKS("Playbooks"),
    ESCALATIONS("Escalations"),
    TESTS("Tests");

    private final String sheet;

    Table(String sheet) {
        this.sheet = sheet;
    }

    /** The sheet's canonical name. */
    public String sheet() {
        return sheet;
    }

    /** Whether its rows fire, and so need a Rule ID and a Because. */
    public boolean fires() {
        return switch (this) {
            case SEGMENTS,
                    ACCOUNT_TIERS,
                    SCORING,
                    CONTEXT,
                    CAPS,
                    THRESHOLDS,
                    TRENDS,
                    SIGNALS,
                    COHORTS,
                    PLAYBOOKS,
                    ESCALATIONS -> true;
            case MODEL, INDICATORS, WEIGHTS, OVERALL, CALIBRATION, TESTS -> false;
        };
    }
}
