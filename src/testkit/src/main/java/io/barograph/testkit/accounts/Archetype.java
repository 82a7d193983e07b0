package io.barograph.testkit.accounts;

/** A typical course of an account. Quality runs from 0 (everything at its worst) to 1. */
enum Archetype {
    HEALTHY(31, 0.74, 0.96, 0.02, 1, 22, 10, 30),
    GROWING(7, 0.62, 0.86, 0.14, 1, 12, 10, 60),
    STUMBLING(4, 0.74, 0.88, -0.14, 1, 12, 35, 5),
    AVERAGE(30, 0.50, 0.76, 0.0, 1, 4, 28, 5),
    DECLINING(16, 0.34, 0.62, -0.16, 12, 4, 28, 5),
    AT_RISK(12, 0.08, 0.38, -0.05, 35, 4, 28, 5);

    /** How many of a hundred accounts are like this. */
    private final int share;

    /** Least and greatest quality today. */
    final double lowest;

    final double highest;

    /** How much the quality has changed over the last 30 days. */
    final double drift;

    /** How many of a hundred have a contract in trouble, speak for us, know a competitor, are expanding. */
    final int troubled;

    final int references;
    final int courted;
    final int expanding;

    Archetype(
            int share,
            double lowest,
            double highest,
            double drift,
            int troubled,
            int references,
            int courted,
            int expanding) {
        this.share = share;
        this.lowest = lowest;
        this.highest = highest;
        this.drift = drift;
        this.troubled = troubled;
        this.references = references;
        this.courted = courted;
        this.expanding = expanding;
    }

    static Archetype draw(Dice dice) {
        int left = dice.below(100);
        for (Archetype archetype : values()) {
            if (left < archetype.share) {
                return archetype;
            }
            left -= archetype.share;
        }
        throw new IllegalStateException("the shares of all archetypes must add up to 100");
    }
}
