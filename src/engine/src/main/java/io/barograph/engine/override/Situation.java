package io.barograph.engine.override;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an override meets.
 *
 * @param place for messages, for example {@code in segment `smb`}
 * @param today the day it is asked for
 * @param computed bands of the account's latest decision, by score
 * @param ladders bands of each score that has some, best first; several where the model has them under different conditions
 * @param standing overrides of the same account that are not over
 * @param limits of decision rights
 * @param longestDays how long an override may hold, at least 1
 */
public record Situation(
        String place,
        LocalDate today,
        Map<String, String> computed,
        Map<String, List<List<String>>> ladders,
        List<BandOverride> standing,
        OverrideLimits limits,
        int longestDays) {

    public Situation {
        computed = Map.copyOf(computed);
        ladders = Map.copyOf(ladders);
        standing = List.copyOf(standing);
    }
}
