package io.barograph.engine.audit.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was verified.
 *
 * @param origin name of the log
 * @param from first record
 * @param to one more than the last record
 * @param size of the largest tree
 * @param root of that tree, in base64; null when no checkpoint tells it
 * @param signer of that tree; null when nobody is known to have signed it
 * @param files how many
 * @param decisions whose bytes are there
 * @param events whose bytes are there, in the range
 * @param retired records whose bytes retention took away
 * @param models documents of models
 * @param accountKeys keys of sealed values
 * @param checkpoints in the files
 * @param seen checkpoints seen earlier that were compared
 * @param live versions of the model that went live, in the order of the log, as far as their records are here
 */
public record Coverage(
        String origin,
        long from,
        long to,
        long size,
        @Nullable String root,
        @Nullable Signer signer,
        int files,
        long decisions,
        long events,
        long retired,
        int models,
        int accountKeys,
        long checkpoints,
        int seen,
        List<LiveVersion> live) {

    public Coverage {
        live = List.copyOf(live);
    }

    /** Whether every record of the log is covered. */
    public boolean isWhole() {
        return from == 0 && to == size;
    }
}
