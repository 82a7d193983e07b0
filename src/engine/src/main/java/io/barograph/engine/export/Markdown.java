package io.barograph.engine.export;

import io.barograph.engine.text.Printable;
import java.util.regex.Pattern;

/** Texts in Markdown: what looks like markup in them is text. */
final class Markdown {

    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*_\\[\\]<>#|~&@$]|:(?=//)|(?<=(?i:www))\\.|^[-+=]|(?<=^\\d{1,9})[.)]");

    private Markdown() {}

    /** The text as part of a line. */
    static String escaped(String text) {
        return MARKUP.matcher(Printable.line(text).strip()).replaceAll("\\\\$0");
    }
}
