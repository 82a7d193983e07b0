package io.barograph.service.auditlog;

import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.auditlog.LogIdentity.Signer;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Texts that were signed with a key of the log and are no checkpoints. Whoever can write to the database but holds no key
 * cannot make one, not even by adding keys to the log: only keys whose private half is here count.
 */
@Component
public class Statements {

    private final Checkpoints checkpoints;
    private final SigningKeys keys;

    Statements(Checkpoints checkpoints, SigningKeys keys) {
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /**
     * Signs a text with the newest key.
     *
     * @param text ends with a newline, and its first line is not the name of a log
     */
    public String sign(String text) {
        return SignedNote.sign(text, List.of(keys.require(checkpoints.identity().key())))
                .toString();
    }

    /** Whether a note is the text, signed by a key that is here. */
    public boolean isSigned(String text, String note) {
        SignedNote signed;
        try {
            signed = SignedNote.parse(note);
        } catch (IllegalArgumentException none) {
            return false;
        }
        List<VerifierKey> own = checkpoints.identity().keys().stream()
                .map(Signer::key)
                .filter(key -> keys.find(key).isPresent())
                .toList();
        Verification verification = signed.verify(own);
        return signed.text().equals(text) && verification.valid();
    }
}
