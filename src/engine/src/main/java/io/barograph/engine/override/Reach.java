package io.barograph.engine.override;

/**
 * How far an override may move an account from its computed band.
 *
 * @param up bands towards the best, at least 0
 * @param down bands towards the worst, at least 0
 */
public record Reach(int up, int down) {

    public Reach {
        if (up < 0 || down < 0) {
            throw new IllegalArgumentException("a reach is at least 0, but is " + up + " up and " + down + " down");
        }
    }

    /** @param computed place on a ladder, 0 being the best */
    int held(int computed, int wanted) {
        return Math.min(Math.max(wanted, computed - up), computed + down);
    }

    boolean holds(int computed, int wanted) {
        return held(computed, wanted) == wanted;
    }
}
