package io.barograph.cli;

import io.barograph.engine.exchange.Look;
import io.barograph.engine.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version of the model as a running service tells it, for a terminal of 80 columns. */
final class VersionText {

    private static final int WIDTH = 80;
    private static final int LABEL = 9;
    private static final int MINUTES = 16;
    private static final int DAY = 10;
    private static final int MOST_CAUSES = 5;

    private VersionText() {}

    /** One line: its number, its state, when it got there, by whom and why; a model that has no number is told by its digest. */
    static String line(Map<?, ?> version) {
        List<Map<?, ?>> history = maps(version.get("history"));
        Map<?, ?> last = history.isEmpty() ? Map.of() : history.get(history.size() - 1);
        String told = history.isEmpty()
                ? text(version, "digest")
                : cut(text(last, "at"), DAY) + "  " + text(last, "person") + ": " + text(last, "why");
        return Look.PLAIN.shortened("%-4s %-14s %s".formatted(text(version, "number"), state(version), told), WIDTH)
                + "\n";
    }

    private static String state(Map<?, ?> version) {
        Object canary = version.get("canary");
        return canary == null ? text(version, "state") : "canary, " + canary + " %";
    }

    /** All that is known of it, history last. */
    static String all(Map<?, ?> version) {
        StringBuilder out = new StringBuilder();
        Object number = version.get("number");
        out.append(number == null ? "a model of before" : "version " + number).append(" of ");
        out.append(text(version, "name"))
                .append(" is ")
                .append(text(version, "state"))
                .append('\n');
        row(out, "digest", version.get("digest"));
        row(out, "base", version.get("base"));
        row(out, "touches", version.get("segments"));
        row(out, "authors", version.get("authors"));
        row(
                out,
                "approved",
                maps(version.get("approvals")).stream()
                        .map(approval -> "by " + text(approval, "person"))
                        .toList());
        row(out, "canary", version.get("canary") == null ? null : version.get("canary") + " % of the accounts");
        row(out, "void", version.get("void"));
        for (Map<?, ?> step : maps(version.get("history"))) {
            out.append('\n').append(cut(text(step, "at"), MINUTES).replace('T', ' '));
            out.append("Z  ")
                    .append(text(step, "what"))
                    .append(" by ")
                    .append(who(step))
                    .append('\n');
            out.append("  ").append(Paragraph.of(text(step, "why"), 2));
        }
        return out.toString();
    }

    private static String who(Map<?, ?> step) {
        String person = text(step, "person");
        String by = text(step, "by");
        return by.equals("user:" + person) || by.equals("-") ? person : person + " (" + by + ")";
    }

    /** What a simulation found, see {@code GET /models/{v}/simulation}. */
    static String simulation(Map<?, ?> found) {
        StringBuilder out = new StringBuilder();
        if (found.get("guardrails") instanceof Map<?, ?> figures) {
            out.append(changing(text(figures, "accounts"), "", text(figures, "changing")));
        }
        if (found.get("report") instanceof Map<?, ?> report) {
            moves(out, report);
        }
        List<?> breaches = found.get("breaches") instanceof List<?> lines ? lines : List.of();
        breaches.forEach(breach -> out.append("guardrail: ").append(Paragraph.of(String.valueOf(breach), 11)));
        return breaches.isEmpty() ? out.append("no guardrail is passed\n").toString() : out.toString();
    }

    /** How a version in shadow, or a canary, compares so far, see {@code GET /models/{v}/shadow}. */
    static String comparison(Map<?, ?> found) {
        StringBuilder out =
                new StringBuilder(changing(text(found, "accounts"), " decided by both", text(found, "changing")));
        if (!text(found, "not_compared").equals("0")) {
            out.append(text(found, "not_compared"))
                    .append(" accounts were left out, because comparing could not keep up\n");
        }
        if (found.get("report") instanceof Map<?, ?> report) {
            moves(out, report);
        }
        return out.toString();
    }

    private static String changing(String accounts, String what, String changing) {
        return accounts + (accounts.equals("1") ? " account" : " accounts") + what + ", " + changing
                + (changing.equals("1") ? " changes band\n" : " change band\n");
    }

    private static void moves(StringBuilder out, Map<?, ?> report) {
        for (Map<?, ?> move : maps(report.get("moves"))) {
            if (!Objects.equals(move.get("from"), move.get("to"))) {
                String moved = text(move, "segment") + ": " + text(move, "from") + " → " + text(move, "to") + ", "
                        + text(move, "accounts");
                out.append("  ").append(Paragraph.of(moved, 2));
            }
        }
        List<Map<?, ?>> causes = maps(report.get("attribution"));
        causes.stream().limit(MOST_CAUSES).forEach(cause -> {
            String place = cause.get("place") == null ? "" : text(cause, "place") + ": ";
            out.append("  by ").append(Paragraph.of(place + text(cause, "what"), 5));
        });
        if (causes.size() > MOST_CAUSES) {
            out.append("  and ").append(causes.size() - MOST_CAUSES).append(" more, see `--format json`\n");
        }
    }

    static List<Map<?, ?>> maps(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(item -> item instanceof Map<?, ?>)
                        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                        .toList()
                : List.of();
    }

    private static void row(StringBuilder out, String name, @Nullable Object value) {
        if (value == null || (value instanceof List<?> none && none.isEmpty())) {
            return;
        }
        String shown = value instanceof List<?> items
                ? String.join(", ", items.stream().map(String::valueOf).toList())
                : value.toString();
        out.append(name).append(" ".repeat(LABEL - name.length())).append(Paragraph.of(shown, LABEL));
    }

    private static String text(Map<?, ?> version, String name) {
        Object value = version.get(name);
        return value == null ? "-" : Printable.line(value.toString());
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
