package io.barograph.service.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a decision, as it is told.
 *
 * @param modelVersion that decided
 * @param indicator that it is about; null when it names none
 * @param text {@code [erased]} once the account's keys were erased
 * @param answer null while it is open
 */
public record Feedback(
        String feedbackId,
        String decisionId,
        String accountId,
        @Nullable String segment,
        String modelVersion,

        @Schema(allowableValues = {"score-looks-wrong", "explanation-unclear", "data-wrong", "other"})
        String kind,

        @Nullable String indicator,
        String text,
        String by,
        Instant at,
        boolean open,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
