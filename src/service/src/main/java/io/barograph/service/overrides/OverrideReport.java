package io.barograph.service.overrides;

import io.barograph.engine.override.OverrideTally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was right: overrides of the overall score that counted for a time, against what became of their accounts.
 *
 * @param asOf what was known then
 * @param within days after the last day of an override in which an outcome still counts for it
 * @param segment null for all that the caller may see
 * @param definition of right, in words
 */
record OverrideReport(
        LocalDate asOf, int within, @Nullable String segment, String definition, List<OverrideTally> tallies) {

    private static final String DEFINITION = "an override that moved its account up is right when the account was kept,"
            + " one that moved it down when it was lost; the computed band is right otherwise. The first outcome counts"
            + " that is dated from the day the override began to count until `within` days after its last. Overrides"
            + " without a known outcome, and those that moved nothing when they were made, are counted but are neither."
            + " Intervals are Wilson's at 95 %. Most accounts are kept anyway, so look at up and down apart";

    OverrideReport {
        tallies = List.copyOf(tallies);
    }

    static OverrideReport of(LocalDate asOf, int within, @Nullable String segment, List<OverrideTally> tallies) {
        return new OverrideReport(asOf, within, segment, DEFINITION, tallies);
    }
}
