package io.barograph.engine.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the XML parser, which holds each tag, comment, instruction or CDATA section in memory whole: ends a
 * document with an error when one is longer than any in an honest workbook, and at a document type declaration, before
 * the parser has read any of it.
 */
final class BoundedMarkup extends FilterReader {

    /** Room for a cell of the largest size with every character written as a reference. */
    static final int LONGEST_MARKUP = 1 << 20;

    private static final int LONGEST_OPENING = "[CDATA[".length();

    private final StringBuilder opening = new StringBuilder(LONGEST_OPENING);
    private boolean inMarkup;
    private boolean declaresType;
    private String closing = ">";
    /** How much of {@link #closing} the latest characters are. */
    private int matched;

    private char quote;
    private int length;

    BoundedMarkup(Reader in) {
        super(in);
    }

    /** Whether reading ended at a document type declaration. */
    boolean declaresType() {
        return declaresType;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int count) throws IOException {
        int got = super.read(chars, offset, count);
        int end = offset + got;
        int i = offset;
        while (i < end) {
            if (!inMarkup) {
                i = toMarkup(chars, i, end);
            } else if (length > 0 && quote != 0) {
                i = toQuote(chars, i, end);
            } else {
                follow(chars[i++]);
            }
        }
        return got;
    }

    /** Passes over text. */
    private int toMarkup(char[] chars, int from, int end) {
        for (int i = from; i < end; i++) {
            if (chars[i] == '<') {
                inMarkup = true;
                length = 0;
                return i + 1;
            }
        }
        return end;
    }

    /** Passes over the rest of an attribute's value, as long as the tag is not too long. */
    private int toQuote(char[] chars, int from, int end) throws IOException {
        int limit = Math.min(end, from + LONGEST_MARKUP - length);
        int i = from;
        while (i < limit && chars[i] != quote) {
            i++;
        }
        length += i - from;
        if (i < end) {
            follow(chars[i]);
            return i + 1;
        }
        return end;
    }

    private void follow(char c) throws IOException {
        if (++length == 1) {
            open(c);
            return;
        }
        if (length > LONGEST_MARKUP) {
            throw new IOException("a tag or comment is longer than " + LONGEST_MARKUP + " characters");
        }
        if (closing.isEmpty()) {
            declare(c);
        } else if (closing.length() > 1) {
            matched = c == closing.charAt(matched) ? matched + 1 : repeated(c);
            inMarkup = matched < closing.length();
        } else if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else {
            inMarkup = c != '>';
        }
    }

    private void open(char second) {
        matched = 0;
        quote = 0;
        opening.setLength(0);
        closing = switch (second) {
            case '?' -> "?>";
            case '!' -> "";
            default -> ">";
        };
    }

    /** After {@code <!}, until it is clear what is declared; anything unknown is the parser's to refuse. */
    private void declare(char c) throws IOException {
        opening.append(c);
        String declared = opening.toString();
        if (declared.equals("--")) {
            closing = "-->";
        } else if (declared.equals("[CDATA[")) {
            closing = "]]>";
        } else if (declared.equals("DOCTYPE")) {
            declaresType = true;
            throw new IOException("a document type is declared");
        } else if (declared.length() == LONGEST_OPENING) {
            closing = ">";
        }
    }

    /** After {@code ]]} another {@code ]} still leaves two matched; likewise for dashes. */
    private int repeated(char c) {
        if (c != closing.charAt(0)) {
            return 0;
        }
        return matched == 2 ? 2 : 1;
    }
}
