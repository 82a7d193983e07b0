package io.barograph.service.replay;

import io.barograph.service.replay.Sweep.Differing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass over the log is, and what it found.
 *
 * @param why of a pass that failed
 * @param from index of the first record
 * @param to index after the last record
 * @param total records of the range
 * @param done records looked at
 * @param events records looked at that are no decisions
 * @param notReplayed decisions that could not be decided again for another reason than erasure and retention, by reason
 * @param differing the first that are decided differently
 * @param finished null while it is running
 * @param secondsLeft estimated; null when nothing can be said
 */
record SweepDocument(
        UUID id,

        @Schema(allowableValues = {"running", "finished", "stopped", "failed"})
        String state,

        @Nullable String why,
        long from,
        long to,
        long total,
        long done,
        long events,
        long identical,
        long different,
        long erased,
        long retired,
        Map<String, Long> notReplayed,
        List<Differing> differing,
        Instant started,
        @Nullable Instant finished,
        @Nullable Long secondsLeft) {

    SweepDocument {
        notReplayed = Map.copyOf(notReplayed);
        differing = List.copyOf(differing);
    }
}
