package io.barograph.service.past;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of an account's past a decision sees.
 *
 * @param days how far back, counted from the as-of date
 * @param entries how many entries at most, the newest ones; a day's are seen all or not at all, and the newest day's always
 */
@ConfigurationProperties("barograph.history")
public record HistoryProperties(int days, int entries) {

    public HistoryProperties {
        if (days < 0 || entries < 0) {
            throw new IllegalArgumentException(
                    "barograph.history.days and .entries must not be negative, but are " + days + " and " + entries);
        }
    }
}
