package io.barograph.cli.portfolio;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an indicator.
 *
 * @param value a BigDecimal or a String
 * @param arrived the day from which it can be known, which may be later than the day it is of
 * @param campaignShare share of the value that a campaign of ours caused; null without one
 */
public record Reading(
        String indicator,
        LocalDate observedAt,
        LocalDate arrived,
        Object value,
        @Nullable BigDecimal campaignShare) {

    /** As an entry of an account's past. */
    public HistoryEntry entry() {
        return new HistoryEntry.IndicatorEntry(indicator, observedAt, value, campaignShare);
    }

    /** As the present value of an account. */
    Observation observation() {
        return new Observation(value, observedAt, null, campaignShare);
    }

    /** The same, if nobody had told that a campaign ran. */
    public Reading withoutCampaignShare() {
        return new Reading(indicator, observedAt, arrived, value, null);
    }
}
