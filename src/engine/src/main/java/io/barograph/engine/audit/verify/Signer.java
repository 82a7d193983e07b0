package io.barograph.engine.audit.verify;

import org.jspecify.annotations.Nullable;

/**
 * Who signed the largest checkpoint.
 *
 * @param key as a vkey
 * @param trusted how much that is worth
 * @param through the given key that trust came from, as a vkey, when it was handed on by changes of the key
 */
public record Signer(String key, Trust trusted, @Nullable String through) {

    /** What is known of a key. */
    public enum Trust {
        /** It was given as trusted. */
        GIVEN,
        /** A trusted key handed trust on to it, by changes that both keys signed. */
        HANDED_ON,
        /** No key was given; only the inner consistency was shown. */
        UNKNOWN,
        /** Keys were given, and trust does not reach it. */
        UNTRUSTED
    }
}
