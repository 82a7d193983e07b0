package io.barograph.engine.governance;

import io.barograph.engine.audit.note.VerifierKey;
import java.util.List;

/**
 * A manifest as it lies among the releases, and who vouches for it.
 *
 * @param file as messages name it
 * @param signedBy known keys whose signature is good, in the order of the signatures; none when it is not signed
 */
public record Release(String file, ReleaseManifest manifest, List<VerifierKey> signedBy) {

    public Release {
        signedBy = List.copyOf(signedBy);
    }

    public boolean isSigned() {
        return !signedBy.isEmpty();
    }
}
