package io.barograph.engine.audit.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and the signatures under it, as c2sp.org/signed-note has them: the text, an empty line, and one line for each
 * signature. Equal by that form.
 */
public final class SignedNote {

    /** How many signatures a note may have; the format demands that at least so many are read. */
    public static final int MAX_SIGNATURES = 16;

    private static final int MAX_LENGTH = 1_000_000;

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException(
                    "a note should have 1 to %d signatures, but has %d".formatted(MAX_SIGNATURES, signatures.size()));
        }
        this.text = text;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Signs a text with every key.
     *
     * @param text ends with a newline and has no other control characters
     * @throws IllegalArgumentException when the text may not be one, or there are no keys or over {@value #MAX_SIGNATURES}
     */
    public static SignedNote sign(String text, List<SigningKey> keys) {
        byte[] signed = NoteText.checked(text).getBytes(StandardCharsets.UTF_8);
        return new SignedNote(
                text, keys.stream().map(key -> NoteSignature.by(key, signed)).toList());
    }

    /**
     * Reads a note; nothing is verified yet.
     *
     * @throws IllegalArgumentException when it is not UTF-8 or not a signed note
     */
    public static SignedNote parse(byte[] note) {
        return parse(NoteText.decode(note));
    }

    /**
     * Reads a note; nothing is verified yet.
     *
     * @throws IllegalArgumentException when it is not a signed note
     */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a signed note should have at most " + MAX_LENGTH + " characters");
        }
        int blank = NoteText.checked(note).lastIndexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("a signed note should have an empty line above its signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        note.substring(blank + 2).lines().map(NoteSignature::parse).forEach(signatures::add);
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** What is signed, up to and with its last newline. */
    public String text() {
        return text;
    }

    /** Who claims to have signed, as {@code <name>+<key ID as 8 hexadecimal digits>}, in the order of the signatures. */
    public List<String> signers() {
        return signatures.stream().map(NoteSignature::signer).toList();
    }

    /** Verifies the signatures that claim to be of known keys, and ignores all others. */
    public Verification verify(Collection<VerifierKey> known) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        Set<VerifierKey> verified = new LinkedHashSet<>();
        Set<VerifierKey> failed = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            List<VerifierKey> claimed = known.stream().filter(signature::claims).toList();
            List<VerifierKey> signers =
                    claimed.stream().filter(key -> signature.isOf(key, signed)).toList();
            verified.addAll(signers);
            if (signers.isEmpty()) {
                failed.addAll(claimed);
            }
        }
        return new Verification(List.copyOf(verified), List.copyOf(failed));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedNote that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The whole note, signatures included. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
