package io.barograph.service.decisions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of an account's past a decision sees.
 *
 * @param days how far back, counted from the as-of date
 * @param entries how many entries at most, the newest ones
 */
@ConfigurationProperties("barograph.history")
record HistoryProperties(int days, int entries) {

    HistoryProperties {
        if (days < 0 || entries < 0) {
            throw new IllegalArgumentException(
                    "barograph.history.days and .entries must not be negative, but are " + days + " and " + entries);
        }
    }
}
