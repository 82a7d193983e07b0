package io.barograph.cli;

import io.barograph.engine.text.Printable;
import java.util.List;
import java.util.Map;

/** A version of the model as a running service tells it, for people. */
final class VersionText {

    private static final int SHORT_DIGEST = 19;

    private VersionText() {}

    /** One line. */
    static String line(Map<?, ?> version) {
        Object canary = version.get("canary");
        return "%-4s %-10s %s  %s%s%n"
                .formatted(
                        text(version, "number"),
                        text(version, "state"),
                        shortened(text(version, "digest")),
                        text(version, "name"),
                        canary == null ? "" : " (canary: " + canary + " % of the accounts)");
    }

    /** All that is known of it, history last. */
    static String all(Map<?, ?> version) {
        StringBuilder out = new StringBuilder();
        out.append("version ").append(text(version, "number")).append(" of ").append(text(version, "name"));
        out.append(" is ").append(text(version, "state")).append('\n');
        out.append("digest    ").append(text(version, "digest")).append('\n');
        row(out, "based on ", version.get("base"));
        row(out, "segments ", version.get("segments"));
        row(out, "authors  ", version.get("authors"));
        row(out, "canary % ", version.get("canary"));
        row(out, "void     ", version.get("void"));
        for (Map<?, ?> step : maps(version.get("history"))) {
            out.append("  ")
                    .append(text(step, "at"))
                    .append("  ")
                    .append(text(step, "what"))
                    .append(" by ")
                    .append(text(step, "person"))
                    .append(": ")
                    .append(text(step, "why"))
                    .append('\n');
        }
        return out.toString();
    }

    static List<Map<?, ?>> maps(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(item -> item instanceof Map<?, ?>)
                        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                        .toList()
                : List.of();
    }

    private static void row(StringBuilder out, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            String shown = value instanceof List<?> items
                    ? String.join(", ", items.stream().map(String::valueOf).toList())
                    : value.toString();
            out.append(name).append(' ').append(Printable.line(shown)).append('\n');
        }
    }

    private static String text(Map<?, ?> version, String name) {
        Object value = version.get(name);
        return value == null ? "-" : Printable.line(value.toString());
    }

    private static String shortened(String digest) {
        return digest.length() > SHORT_DIGEST ? digest.substring(0, SHORT_DIGEST) : digest;
    }
}
