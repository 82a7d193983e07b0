package io.barograph.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends about one account, unscreened.
 *
 * @param attributes by the name the caller used; values are String, BigDecimal, Boolean, LocalDate or null, or an empty
 *     List or Map for a JSON array or object, which no field can be
 * @param indicators by the name the caller used
 * @param history earlier readings, scores and recommendations the caller knows of
 */
public record AccountSnapshot(
        String accountId,
        LocalDate asOf,
        Map<String, @Nullable Object> attributes,
        Map<String, Observation> indicators,
        List<HistoryEntry> history) {

    public AccountSnapshot {
        attributes = NamedValues.copyOf(attributes);
        indicators = NamedValues.copyOf(indicators);
        history = List.copyOf(history);
    }

    /** The same account, with more known of its past; what is there already comes first. */
    public AccountSnapshot withHistory(List<HistoryEntry> more) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.addAll(more);
        return new AccountSnapshot(accountId, asOf, attributes, indicators, all);
    }
}
