package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.decision.Parts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What decisions of one segment have in common, as bytes. */
final class SegmentBytes {

    /** The end of a contribution that no row gave. */
    static final byte[] NO_RULE = ",\"rule_id\":null}".getBytes(StandardCharsets.US_ASCII);

    private static final int FULL_SCORE = 10_000;
    private static final byte[] EMPTY = {'{', '}'};

    private final byte[][] names;
    private final byte[][] bounds;
    private final boolean[] banded;

    /** By the overall score; made when first met. */
    private final AtomicReferenceArray<byte @Nullable []> probabilities = new AtomicReferenceArray<>(FULL_SCORE + 1);

    SegmentBytes(String segment, Parts parts) {
        List<String> scores = parts.scoreNames(segment);
        this.names = new byte[scores.size()][];
        this.bounds = new byte[scores.size()][];
        this.banded = new boolean[scores.size()];
        for (int score = 0; score < names.length; score++) {
            names[score] = JsonBytes.fragment("", scores.get(score), ":");
            bounds[score] = JsonBytes.fragment("{\"score\":", scores.get(score), ",\"points\":");
            banded[score] = parts.isBanded(segment, score);
        }
    }

    int scores() {
        return names.length;
    }

    boolean isBanded(int score) {
        return banded[score];
    }

    /** The start of the contribution of a cap or floor. */
    byte[] bound(int score) {
        return bounds[score];
    }

    /** The object of {@code scores}. */
    void scores(Scores scores, JsonBytes json) {
        json.write('{');
        boolean first = true;
        for (int score = 0; score < names.length; score++) {
            if (scores.shown()[score] != Scores.NONE) {
                first = separate(first, json);
                json.raw(names[score]);
                json.hundredths(scores.shown()[score]);
            }
        }
        json.write('}');
    }

    /** The object of {@code bands}. */
    void bands(@Nullable String[] bands, JsonBytes json) {
        json.write('{');
        boolean first = true;
        for (int score = 0; score < names.length; score++) {
            if (bands[score] != null) {
                first = separate(first, json);
                json.raw(names[score]);
                json.text(bands[score]);
            }
        }
        json.write('}');
    }

    private static boolean separate(boolean first, JsonBytes json) {
        if (!first) {
            json.write(',');
        }
        return false;
    }

    /** The object of {@code probabilities}. */
    void probabilities(Decision decision, int overall, JsonBytes json) {
        if (overall == Scores.NONE) {
            json.raw(EMPTY);
            return;
        }
        byte[] known = probabilities.get(overall);
        if (known == null) {
            known = ModelBytes.probabilities(decision);
            probabilities.set(overall, known);
        }
        json.raw(known);
    }
}
