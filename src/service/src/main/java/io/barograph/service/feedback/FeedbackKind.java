package io.barograph.service.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What feedback is about. */
public enum FeedbackKind {
    SCORE_LOOKS_WRONG,
    EXPLANATION_UNCLEAR,
    DATA_WRONG,
    OTHER;

    /** As it is written in requests, answers and the log. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FeedbackKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** In the order people are offered them. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(FeedbackKind::label).toList();
    }
}
