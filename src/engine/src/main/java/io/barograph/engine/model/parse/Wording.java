package io.barograph.engine.model.parse;

import io.barograph.engine.text.Names;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages quote and suggest. */
final class Wording {

    private static final int LONGEST_QUOTE = 80;

    private Wording() {}

    /** The user's own text in backticks: on one line, without backticks of its own, shortened when long. */
    static String quoted(String text) {
        return "`" + shortened(text) + "`";
    }

    static String shortened(String text) {
        String line = Names.clean(text).replace('`', '\'');
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE - 1).strip() + "…";
    }

    /** Several names, each quoted, with commas and a last {@code and}. */
    static String all(List<String> names) {
        return joined(names, " and ");
    }

    /** Several names, each quoted, with commas and a last {@code or}. */
    static String either(List<String> names) {
        return joined(names, " or ");
    }

    private static String joined(List<String> names, String last) {
        List<String> quoted = names.stream().map(Wording::quoted).toList();
        int end = quoted.size() - 1;
        return end < 1 ? String.join("", quoted) : String.join(", ", quoted.subList(0, end)) + last + quoted.get(end);
    }

    static String days(int number) {
        return number + (number == 1 ? " day" : " days");
    }

    /** {@code did you mean `x`?} for the closest candidate; null when none is close. */
    static @Nullable String didYouMean(String name, Collection<String> candidates) {
        return Names.closest(name, candidates).map(Wording::didYouMean).orElse(null);
    }

    static String didYouMean(String name) {
        return "did you mean " + quoted(name) + "?";
    }

    /** The closest candidate, else all of them when they are few. */
    static @Nullable String hint(String name, List<String> candidates) {
        String closest = didYouMean(name, candidates);
        if (closest != null || candidates.isEmpty()) {
            return closest;
        }
        return candidates.size() <= 8 ? "write " + either(candidates) : null;
    }
}
