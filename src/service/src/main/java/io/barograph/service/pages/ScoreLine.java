package io.barograph.service.pages;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score, its computed band, and what is said over it.
 *
 * @param value 0–100
 * @param said the band that counts; null where nobody overrides it
 */
record ScoreLine(
        String score,
        BigDecimal value,
        @Nullable String band,
        @Nullable String said) {

    /** In the order of the decision, the overall score first. */
    static List<ScoreLine> of(Decision decision, Map<String, @Nullable String> said) {
        return decision.scores().entrySet().stream()
                .map(score -> new ScoreLine(
                        score.getKey(),
                        score.getValue(),
                        decision.bands().get(score.getKey()),
                        said.get(score.getKey())))
                .toList();
    }

    /** Names of what the scores were made of, in order. */
    static List<String> indicators(Decision decision) {
        return decision.contributions().stream()
                .map(Contribution::indicator)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
