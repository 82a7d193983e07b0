package io.barograph.service.overrides;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.override.OverrideKind;
import io.barograph.engine.override.OverrideRules;
import io.barograph.engine.override.OverrideTerms;
import io.barograph.service.problems.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param score {@code Overall} when left out, or a dimension
 * @param kind {@code floor}, {@code cap} or {@code fixed}
 * @param from first day it holds; today when left out
 * @param until last day it holds
 * @param rationale why, for whoever looks at the account; it can be erased with what is sensitive about the account
 */
public record OverrideRequest(
        @Nullable @Schema(defaultValue = Decision.OVERALL) String score,

        @Nullable @Schema(allowableValues = {"floor", "cap", "fixed"})
        String kind,

        @Nullable @Schema(example = "yellow") String band,
        @Nullable @Schema(format = "date") String from,
        @Nullable @Schema(format = "date") String until,
        @Nullable @Schema(minLength = 10, maxLength = 2_000) String rationale) {

    private static final int LONGEST_NAME = 200;

    /** @throws io.barograph.service.problems.Problem that names the first member that cannot be read */
    OverrideTerms terms(LocalDate today) {
        return new OverrideTerms(
                isBlank(score) ? Decision.OVERALL : Texts.required("score", score, LONGEST_NAME),
                OverrideKind.of(kind == null ? "" : kind)
                        .orElseThrow(() -> Texts.unknown("kind", kind, OverrideKind.labels())),
                Texts.required("band", band, LONGEST_NAME),
                isBlank(from) ? today : Texts.day("from", from),
                Texts.day("until", until),
                Texts.required("rationale", rationale, OverrideRules.LONGEST_RATIONALE));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
