package io.barograph.engine.issue;

import io.barograph.engine.text.Printable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Findings as text for a terminal of 80 columns: grouped by file and sheet, each with its cell, what is wrong, the row it
 * is in and what to do, and a line at the end that counts them. Of a sheet with very many, the first hundred are shown.
 *
 * <p>Workbooks are other people's words: control and direction characters in them never reach the terminal.
 */
public final class IssueRenderer {

    /** Findings shown of one sheet; nobody reads more, and mending these mostly mends the others. */
    private static final int MOST_SHOWN = 100;

    private static final int WIDTH = 80;
    private static final int SEVERITY = 8;
    private static final int PLACE = 9;
    private static final String MARGIN = "  ";

    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private IssueRenderer(boolean colour) {
        this.colour = colour;
    }

    /**
     * @param issues in the order to show, as {@link Issues#sorted()} gives them
     * @param colour whether to mark severities with ANSI colours
     */
    public static String render(List<Issue> issues, boolean colour) {
        IssueRenderer renderer = new IssueRenderer(colour);
        int from = 0;
        while (from < issues.size()) {
            int to = from + 1;
            while (to < issues.size()
                    && sameSheet(issues.get(from).cell(), issues.get(to).cell())) {
                to++;
            }
            renderer.sheet(issues.subList(from, to));
            from = to;
        }
        renderer.summary(issues);
        return renderer.out.toString();
    }

    private static boolean sameSheet(CellAddress one, CellAddress other) {
        return one.file().equals(other.file()) && Objects.equals(one.sheet(), other.sheet());
    }

    private void sheet(List<Issue> issues) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        heading(issues.get(0).cell());
        issues.stream().limit(MOST_SHOWN).forEach(this::issue);
        if (issues.size() > MOST_SHOWN) {
            List<Issue> more = issues.subList(MOST_SHOWN, issues.size());
            long errors = more.stream().filter(Issue::isError).count();
            lines(
                    MARGIN + "… and " + more.size() + " more here, " + counted(errors, "error")
                            + " among them; `--format json` lists all",
                    MARGIN.length(),
                    Style.QUIET);
        }
    }

    private void heading(CellAddress cell) {
        String sheet = cell.sheet();
        out.append(styled(Style.HEADING, Printable.line(sheet == null ? cell.file() : cell.file() + " › " + sheet)))
                .append('\n');
    }

    private void issue(Issue issue) {
        String severity = issue.severity().label();
        String place = place(issue.cell());
        out.append(MARGIN)
                .append(styled(issue.isError() ? Style.ERROR : Style.NOTICE, severity))
                .append(padded(severity, SEVERITY).substring(severity.length()))
                .append(padded(place, PLACE));
        int indent = MARGIN.length() + SEVERITY + padded(place, PLACE).length();
        lines(issue.message(), indent, Style.PLAIN);
        detail("in: ", issue.row(), indent, Style.QUIET);
        detail("→ ", issue.suggestion(), indent, Style.REMEDY);
    }

    /** Filled up to the width, and always followed by a blank; nothing stays nothing. */
    private static String padded(String text, int width) {
        return text.isEmpty() ? "" : text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String place(CellAddress cell) {
        if (cell.row() == 0) {
            return "";
        }
        if (cell.sheet() == null) {
            return "line " + cell.row();
        }
        return cell.column() == 0 ? "row " + cell.row() : CellAddress.columnName(cell.column()) + cell.row();
    }

    private void detail(String mark, @Nullable String text, int indent, Style style) {
        if (text != null) {
            out.append(" ".repeat(indent)).append(styled(style, mark));
            lines(text, indent + mark.length(), style);
        }
    }

    /** The text wrapped at blanks from here to the edge, and below it. */
    private void lines(String text, int indent, Style style) {
        String separator = "";
        for (String line : Printable.wrapped(text, WIDTH - indent)) {
            out.append(separator).append(styled(style, line)).append('\n');
            separator = " ".repeat(indent);
        }
    }

    private void summary(List<Issue> issues) {
        long errors = issues.stream().filter(Issue::isError).count();
        long notices = issues.size() - errors;
        if (!issues.isEmpty()) {
            out.append('\n');
        }
        out.append(styled(errors > 0 ? Style.ERROR : Style.PLAIN, counted(errors, "error")))
                .append(", ")
                .append(styled(notices > 0 ? Style.NOTICE : Style.PLAIN, counted(notices, "notice")))
                .append('\n');
    }

    private static String counted(long count, String what) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private String styled(Style style, String text) {
        return colour && style != Style.PLAIN ? style.code + text + Style.RESET : text;
    }

    private enum Style {
        PLAIN(""),
        HEADING("\u001B[1m"),
        ERROR("\u001B[1;31m"),
        NOTICE("\u001B[33m"),
        QUIET("\u001B[2m"),
        REMEDY("\u001B[36m");

        private static final String RESET = "\u001B[0m";

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }
}
