package io.barograph.engine.override;

import java.time.LocalDate;

/**
 * What somebody asks for.
 *
 * @param score {@code Overall} or a dimension
 * @param from first day it holds
 * @param until last day it holds
 * @param rationale why, in the author's words
 */
public record OverrideTerms(
        String score, OverrideKind kind, String band, LocalDate from, LocalDate until, String rationale) {}
