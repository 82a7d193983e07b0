package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.note.VerifierKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public key that whoever verifies trusts to be the log's, known from elsewhere than the export. */
public final class TrustedKey {

    private static final String PEM_START = "-----BEGIN";

    private final @Nullable VerifierKey key;
    private final String text;

    private TrustedKey(@Nullable VerifierKey key, String text) {
        this.key = key;
        this.text = text;
    }

    /**
     * @param text vkeys, one a line, or a public key in PEM
     * @throws IllegalArgumentException when it is neither
     */
    public static List<TrustedKey> parse(String text) {
        if (text.stripLeading().startsWith(PEM_START)) {
            VerifierKey.ofPem("log", text);
            return List.of(new TrustedKey(null, text));
        }
        List<TrustedKey> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new TrustedKey(VerifierKey.parse(line), line))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        return keys;
    }

    /** The key as the log of that name has it: a PEM tells no name. */
    VerifierKey of(String origin) {
        return key == null ? VerifierKey.ofPem(origin, text) : key;
    }
}
