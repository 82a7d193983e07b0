package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What became of an account on a day.
 *
 * @param arrBefore USD a year until then
 * @param arrAfter USD a year from then on; 0 when it left
 */
public record Outcome(Kind kind, LocalDate date, int arrBefore, int arrAfter) {

    /** The kinds of outcome. */
    public enum Kind {
        /** The contract renewed: at a somewhat higher price, the same, or for less than before. */
        RENEWED,
        /** The customer bought more while the contract ran. */
        EXPANDED,
        /** The customer left. */
        CHURNED;

        /** As the files say it, for example {@code churned}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
