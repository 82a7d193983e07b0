package io.barograph.service.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as it is sent: {@code barograph_<id>_<secret>}, so that programs that look for leaked secrets know it.
 *
 * @param id finds the key; no secret
 */
record Token(String id, String secret) {

    static final String PREFIX = "barograph_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

    static Optional<Token> parse(String text) {
        Matcher token = FORM.matcher(text);
        return token.matches() ? Optional.of(new Token(token.group(1), token.group(2))) : Optional.empty();
    }

    static String text(String id, String secret) {
        return PREFIX + id + "_" + secret;
    }

    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
