package io.barograph.engine.audit.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** A signature line of a note: {@code — <name> <Base64 of the key ID's 4 bytes and the signature>}. */
final class NoteSignature {

    private static final String PREFIX = "— ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    private NoteSignature(String name, int keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId;
        this.signature = signature;
    }

    static NoteSignature by(SigningKey key, byte[] text) {
        return new NoteSignature(key.verifierKey().name(), key.verifierKey().id(), key.sign(text));
    }

    /** @param line without its newline */
    static NoteSignature parse(String line) {
        String[] parts =
                line.startsWith(PREFIX) ? line.substring(PREFIX.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "a signature line should read `— <name> <Base64>`, but is `" + line + "`");
        }
        byte[] bytes = Base64Text.decode(parts[1]);
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("the signature line `" + line + "` holds no signature");
        }
        return new NoteSignature(
                KeyName.checked(parts[0]),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    boolean claims(VerifierKey key) {
        return key.id() == keyId && key.name().equals(name);
    }

    boolean isOf(VerifierKey key, byte[] text) {
        return key.verifies(text, signature);
    }

    String signer() {
        return name + "+" + HexFormat.of().toHexDigits(keyId);
    }

    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return PREFIX + name + " " + Base64Text.encode(bytes);
    }
}
