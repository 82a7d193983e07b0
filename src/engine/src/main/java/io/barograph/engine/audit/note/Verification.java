package io.barograph.engine.audit.note;

import java.util.List;

/**
 * What known keys say about a note. A note is to be believed only when it is {@link #valid}.
 *
 * @param verified the known keys that signed the note, in the order of its signatures
 * @param failed the known keys whose signature the note claims to have but has not: it was altered, or forged
 */
public record Verification(List<VerifierKey> verified, List<VerifierKey> failed) {

    public Verification {
        verified = List.copyOf(verified);
        failed = List.copyOf(failed);
    }

    /** Whether some known key signed the note and no signature of a known key fails. */
    public boolean valid() {
        return !verified.isEmpty() && failed.isEmpty();
    }
}
