package io.barograph.engine.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names compare: headers, sheets, fields, texts. */
public final class Names {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

    /** Comparing two names takes time and memory by the product of their lengths. */
    private static final int LONGEST_NAME = 200;

    private Names() {}

    /**
     * What is left of a text once the ways people write the same thing are gone: Unicode NFC, no-break and repeated
     * blanks (tabs and line breaks are blanks), typographic quotes and comparison signs. Case stays.
     */
    public static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String blanks = BLANKS.matcher(composed).replaceAll(" ").strip();
        return blanks.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201A', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .replace('\u201E', '"')
                .replace("\u2265", ">=")
                .replace("\u2264", "<=")
                .replace("\u2260", "<>")
                .replace('\u2212', '-');
    }

    /** Whether there is nothing to clean: visible ASCII, with single blanks inside. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** The form two names are compared in: {@link #clean} with case folded. */
    public static String fold(String text) {
        String cleaned = clean(text);
        boolean lower = true;
        for (int i = 0; i < cleaned.length(); i++) {
            char c = cleaned.charAt(i);
            if (c >= 0x7F) {
                return cleaned.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            }
            lower &= c < 'A' || c > 'Z';
        }
        return lower ? cleaned : cleaned.toLowerCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (isPlain(one) && isPlain(other)) {
            return one.equalsIgnoreCase(other);
        }
        return fold(one).equals(fold(other));
    }

    /**
     * The candidate a mistyped name most likely meant, if any is close: at most a third of its letters differ. Longer
     * texts than anybody uses as a name are close to nothing.
     */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String wanted = fold(name);
        return candidates.stream()
                .filter(candidate -> candidate.length() <= LONGEST_NAME)
                .filter(candidate -> distance(wanted, fold(candidate)) <= Math.max(1, wanted.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits between two words: insert, delete, replace or swap neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
