package io.barograph.engine.audit.verify;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks through canonical JSON without making a tree of it: a few members of a large record are found by skipping the
 * others. It reads what a hash vouches for, so it does not check more than it needs to find its way.
 */
final class JsonCursor {

    private final byte[] json;
    private int at;

    JsonCursor(byte[] json) {
        this.json = json;
    }

    boolean isObject() {
        return peek() == '{';
    }

    /** Steps into the object that comes next. */
    void enter() {
        expect('{');
    }

    /**
     * Steps to the next member's value. The value before must have been read or skipped.
     *
     * @return its name as it is written, or null when the object is over and left
     */
    @Nullable String member() {
        if (peek() == ',') {
            at++;
        }
        if (peek() == '}') {
            at++;
            return null;
        }
        String name = text();
        expect(':');
        return name;
    }

    /** A text as it is written, between its quotes. */
    String text() {
        expect('"');
        int start = at;
        skipText();
        return new String(json, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    void skip() {
        int depth = 0;
        do {
            byte next = peek();
            at++;
            if (next == '"') {
                skipText();
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            } else if (depth == 0) {
                skipScalar();
            }
        } while (depth > 0);
        if (depth < 0) {
            throw malformed();
        }
    }

    private void skipScalar() {
        while (at < json.length && json[at] != ',' && json[at] != '}' && json[at] != ']') {
            at++;
        }
    }

    private void skipText() {
        while (at < json.length) {
            byte next = json[at++];
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                at++;
            }
        }
        throw malformed();
    }

    private byte peek() {
        if (at >= json.length) {
            throw malformed();
        }
        return json[at];
    }

    private void expect(char character) {
        if (peek() != character) {
            throw malformed();
        }
        at++;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("this is no record");
    }
}
