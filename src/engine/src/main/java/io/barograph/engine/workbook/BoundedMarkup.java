package io.barograph.engine.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends a document with an error once a single tag, comment, instruction or CDATA section is longer than any in an
 * honest workbook: an XML parser holds each of them in memory whole.
 */
final class BoundedMarkup extends FilterReader {

    /** Room for a cell of the largest size with every character written as a reference. */
    static final int LONGEST_MARKUP = 1 << 20;

    private static final int LONGEST_OPENING = "<![CDATA[".length();

    private final StringBuilder opening = new StringBuilder(LONGEST_OPENING);
    private boolean inMarkup;
    private String closing = ">";
    private int matched;
    private char quote;
    private int length;

    BoundedMarkup(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int count) throws IOException {
        int got = super.read(chars, offset, count);
        for (int i = offset; i < offset + got; i++) {
            if (inMarkup) {
                follow(chars[i]);
            } else if (chars[i] == '<') {
                open();
            }
        }
        return got;
    }

    private void open() {
        inMarkup = true;
        opening.setLength(0);
        opening.append('<');
        closing = ">";
        matched = 0;
        quote = 0;
        length = 0;
    }

    private void follow(char c) throws IOException {
        if (++length > LONGEST_MARKUP) {
            throw new IOException("a tag or comment is longer than " + LONGEST_MARKUP + " characters");
        }
        if (opening.length() < LONGEST_OPENING) {
            opening.append(c);
            String closed = closingOf(opening.toString());
            if (!closed.equals(closing)) {
                closing = closed;
                matched = 0;
                return;
            }
        }
        if (closing.length() == 1 && insideQuotes(c)) {
            return;
        }
        matched = c == closing.charAt(matched) ? matched + 1 : repeated(c);
        inMarkup = matched < closing.length();
    }

    /** An attribute's value may hold {@code >}. */
    private boolean insideQuotes(char c) {
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            }
            return true;
        }
        if (c == '"' || c == '\'') {
            quote = c;
        }
        return quote != 0;
    }

    /** After {@code ]]} another {@code ]} still leaves two matched; likewise for dashes. */
    private int repeated(char c) {
        if (c != closing.charAt(0)) {
            return 0;
        }
        return matched > 1 ? matched : 1;
    }

    private static String closingOf(String opening) {
        if (opening.startsWith("<!--")) {
            return "-->";
        }
        if (opening.startsWith("<![CDATA[")) {
            return "]]>";
        }
        return opening.startsWith("<?") ? "?>" : ">";
    }
}
