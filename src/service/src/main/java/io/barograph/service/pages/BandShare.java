package io.barograph.service.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts stand in a band, and its stretch of a bar on which all accounts are 100.
 *
 * @param band null for accounts without one
 * @param start where its stretch begins, 0–100
 * @param width how long it is
 */
record BandShare(@Nullable String band, long accounts, double start, double width) {

    /** Bands of the model in its order, then those only older models know. */
    static List<BandShare> of(Map<@Nullable String, Long> counts, List<String> order) {
        Map<@Nullable String, Long> ordered = new LinkedHashMap<>();
        order.stream().filter(counts::containsKey).forEach(band -> ordered.put(band, counts.getOrDefault(band, 0L)));
        counts.forEach(ordered::putIfAbsent);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<BandShare> shares = new ArrayList<>();
        long before = 0;
        for (Map.Entry<@Nullable String, Long> band : ordered.entrySet()) {
            shares.add(
                    new BandShare(band.getKey(), band.getValue(), 100.0 * before / all, 100.0 * band.getValue() / all));
            before += band.getValue();
        }
        return shares;
    }
}
