package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a file that is refused. Never leaves this package: the reader makes an issue of it. */
final class RefusedException extends Exception {

    private static final int QUOTED_CHARACTERS = 80;

    private final transient IssueCode code;
    private final transient @Nullable CellAddress place;
    private final transient @Nullable String suggestion;

    private RefusedException(IssueCode code, String message, @Nullable CellAddress place, @Nullable String suggestion) {
        super(message, null, false, false);
        this.code = code;
        this.place = place;
        this.suggestion = suggestion;
    }

    /** The bytes are no workbook, or a damaged one. */
    static RefusedException unreadable(String message) {
        return unreadable(message, "open the file in a spreadsheet program and save it again as .xlsx");
    }

    static RefusedException unreadable(String message, String suggestion) {
        return new RefusedException(IssueCode.UNREADABLE_FILE, message, null, suggestion);
    }

    /** The file may be sound, but is larger than a {@link WorkbookLimits limit}. */
    static RefusedException tooLarge(String message, String suggestion) {
        return new RefusedException(IssueCode.LIMIT_EXCEEDED, message, null, suggestion);
    }

    /** The file holds something no model needs and an attacker might. */
    static RefusedException forbidden(String message, String suggestion) {
        return new RefusedException(IssueCode.REFUSED_CONTENT, message, null, suggestion);
    }

    /** The same refusal, on a sheet or cell instead of the file. */
    RefusedException at(CellAddress where) {
        return new RefusedException(code, issueMessage(), where, suggestion);
    }

    Issue issue(String file) {
        CellAddress cell = place == null ? CellAddress.ofFile(file) : place;
        return new Issue(code, Severity.ERROR, issueMessage(), cell, null, suggestion);
    }

    private String issueMessage() {
        return String.valueOf(getMessage());
    }

    /** The file's own words for a message: in backticks, on one line, cut when long. */
    static String quoted(String words) {
        String line = words.codePoints()
                .limit(QUOTED_CHARACTERS)
                .map(point -> isInvisible(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "`" + line + (words.codePointCount(0, words.length()) > QUOTED_CHARACTERS ? "…`" : "`");
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** With commas between groups of three: {@code 20,001}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
