package io.barograph.service.outcomes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an account, as somebody told it.
 *
 * @param date the day it was decided: of the renewal, of the notice
 * @param amount recurring revenue a year that was kept or lost, in the unit of the portfolio; null when it was not told
 * @param toldBy as the log names them
 */
public record ToldOutcome(
        String accountId,
        @Schema(allowableValues = {"kept", "lost"}) String outcome,
        LocalDate date,
        @Nullable BigDecimal amount,
        String toldBy,
        Instant toldAt) {}
