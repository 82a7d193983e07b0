package io.barograph.engine.audit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two documents differ.
 *
 * @param place a JSON pointer (RFC 6901) into the record, for example {@code /decision/scores/Overall}
 * @param recorded as canonical JSON; null when the record has nothing there
 * @param replayed as canonical JSON; null when the new decision has nothing there
 */
public record Difference(
        String place, @Nullable String recorded, @Nullable String replayed) {

    static String json(@Nullable Object tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }
}
