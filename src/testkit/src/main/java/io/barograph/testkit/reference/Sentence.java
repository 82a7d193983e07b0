package io.barograph.testkit.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Because sentence with its placeholders filled in. */
final class Sentence {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\p{L}\\p{N}\\s_%-]+)}");

    private Sentence() {}

    static String fill(String text, Vocabulary words) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Matcher placeholder = PLACEHOLDER.matcher(text).region(at, text.length());
            if (text.startsWith("{{", at) || text.startsWith("}}", at)) {
                filled.append(text.charAt(at));
                at += 2;
            } else if (placeholder.lookingAt() && !followsSign(text, at)) {
                filled.append(Words.shown(words.subject(placeholder.group(1)).value()));
                at = placeholder.end();
            } else {
                filled.append(text.charAt(at));
                at++;
            }
        }
        return filled.toString();
    }

    private static boolean followsSign(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '$' || text.charAt(at - 1) == '#');
    }
}
