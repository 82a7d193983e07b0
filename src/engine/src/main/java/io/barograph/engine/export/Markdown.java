package io.barograph.engine.export;

import io.barograph.engine.text.Printable;
import java.util.regex.Pattern;

/** Texts in Markdown: what looks like markup in them is text. */
public final class Markdown {

    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*_\\[\\]<>#|~&@$]|:(?=//)|(?<=(?i:www))\\.|^[-+=]|(?<=^\\d{1,9})[.)]");

    private static final Pattern FENCE = Pattern.compile("`+");

    private Markdown() {}

    /** The text as part of a line. */
    public static String escaped(String text) {
        return MARKUP.matcher(Printable.line(text).strip()).replaceAll("\\\\$0");
    }

    /** The text as it is, in a block of code that nothing in it can end. */
    public static String fenced(String text) {
        int longest = FENCE.matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "text\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
