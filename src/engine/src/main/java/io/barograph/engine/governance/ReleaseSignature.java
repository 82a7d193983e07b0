package io.barograph.engine.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.text.Printable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The detached signature of a manifest, {@code <release>.yaml.sig}: a signed note (c2sp.org/signed-note, as checkpoints of the audit log are)
 * whose text names the model, the version, the model's digest and the SHA-256 of the manifest's bytes.
 */
public final class ReleaseSignature {

    private static final String FIRST_LINE = "barograph: release of a version of a model";

    private ReleaseSignature() {}

    /** What came of looking at a signature. */
    sealed interface Seen {

        /** @param by known keys that signed */
        record Good(List<VerifierKey> by) implements Seen {
            public Good {
                by = List.copyOf(by);
            }
        }

        /** @param message what is wrong and what to do, in one line */
        record Bad(String message) implements Seen {}
    }

    /**
     * Signs a manifest with every key.
     *
     * @param yaml its bytes
     * @return the note, to be kept beside the manifest
     */
    public static String sign(ReleaseManifest manifest, byte[] yaml, List<SigningKey> keys) {
        return SignedNote.sign(statement(manifest, yaml), keys).toString();
    }

    /** What a key signs, a line each, ending with a line break. */
    static String statement(ReleaseManifest manifest, byte[] yaml) {
        return FIRST_LINE + "\nmodel " + Printable.line(manifest.model()) + "\nrelease " + manifest.release()
                + "\ndigest " + manifest.digest() + "\nmanifest " + Evidence.sha256(yaml) + "\n";
    }

    static Seen look(byte[] note, ReleaseManifest manifest, byte[] yaml, Collection<VerifierKey> known) {
        SignedNote signed;
        try {
            signed = SignedNote.parse(note);
        } catch (IllegalArgumentException malformed) {
            return new Seen.Bad("this is no signature: " + malformed.getMessage() + "; sign the manifest again");
        }
        Verification verification = signed.verify(known);
        if (!verification.failed().isEmpty()) {
            return new Seen.Bad(
                    "the signature of `" + names(verification.failed())
                            + "` is not good: it or the text above it was altered; restore both files, or sign the manifest again");
        }
        if (verification.verified().isEmpty()) {
            return new Seen.Bad(
                    "signed by `" + String.join("`, `", signed.signers())
                            + "`, which is not among the known keys; if you trust it, add its line to them, else remove this release");
        }
        String expected = statement(manifest, yaml);
        if (!signed.text().equals(expected)) {
            return new Seen.Bad("it was signed for other content: " + difference(signed.text(), expected)
                    + "; restore the manifest, or sign it again");
        }
        return new Seen.Good(verification.verified());
    }

    private static String difference(String signed, String expected) {
        List<String> was = signed.lines().toList();
        List<String> is = expected.lines().toList();
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            if (!was.get(i).equals(is.get(i))) {
                return "signed is `" + Printable.line(was.get(i)) + "`, but the manifest gives `" + is.get(i) + "`";
            }
        }
        return "signed are " + was.size() + " lines instead of " + is.size();
    }

    private static String names(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::name).collect(Collectors.joining("`, `"));
    }
}
