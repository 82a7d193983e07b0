package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.Cell;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single values in condition cells, of the type the condition tests. */
record Literals(Domain domain, Place place) {

    private static final Pattern NUMBER_RANGE =
            Pattern.compile("(-?\\d[\\d.]*)\\s*(?:[-–—:]|to)\\s*(-?\\d[\\d.]*)", Pattern.CASE_INSENSITIVE);
    /** Possessive: matching a list of thousands must not take a stack frame for each item. */
    private static final Pattern TIGHT_LIST = Pattern.compile("-?\\d++(?:\\.\\d++)?+(?:,-?\\d++(?:\\.\\d++)?+)++");

    private static final Pattern WRITTEN_DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}");

    boolean isOrdered() {
        return domain.type() == Term.Type.NUMBER || domain.type() == Term.Type.DATE;
    }

    boolean isAllowed(String text) {
        return Scope.same(text, domain.allowed()) != null;
    }

    /** The places of a list; between numbers a comma needs a blank, since {@code 2,500} is one number. */
    List<String> items(String text) {
        String comma = domain.type() == Term.Type.NUMBER ? ",\\s+" : ",";
        return Stream.of(text.split(comma, -1)).map(String::strip).toList();
    }

    /** A canonical BigDecimal, Boolean, folded String or LocalDate; null after a complaint. */
    @Nullable Object parse(String text) {
        if (text.isEmpty()) {
            place.error(IssueCode.BAD_CONDITION, "a condition needs a value after its sign or comma");
            return null;
        }
        return switch (domain.type()) {
            case NUMBER -> number(text);
            case DATE -> date(text);
            case BOOLEAN -> bool(text);
            case TEXT, SET -> text(text);
        };
    }

    /** A cell that is not text. */
    @Nullable Object of(Cell cell) {
        if (domain.type() == Term.Type.NUMBER && cell instanceof Cell.Numeric number) {
            return WrittenNumber.of(number, domain.percent(), place);
        }
        if (domain.type() == Term.Type.BOOLEAN && cell instanceof Cell.Logical logical) {
            return logical.value();
        }
        if (domain.type() == Term.Type.DATE && cell instanceof Cell.Day day) {
            return day.value();
        }
        if (domain.type() == Term.Type.TEXT && !(cell instanceof Cell.Day)) {
            return text(cell.text());
        }
        return bad(
                cell.text(),
                "the cell holds " + kind(cell) + ", but " + wanted() + " is expected",
                cell instanceof Cell.Day ? "format the cell as text and write the condition again" : null);
    }

    private static String kind(Cell cell) {
        if (cell instanceof Cell.Day) {
            return "a date";
        }
        return cell instanceof Cell.Logical ? "yes or no" : "a number";
    }

    private String wanted() {
        return switch (domain.type()) {
            case NUMBER -> "a number";
            case DATE -> "a date";
            case BOOLEAN -> "yes or no";
            case TEXT -> "a text";
            case SET -> "`contains` and a list";
        };
    }

    private @Nullable Object number(String text) {
        if (Numbers.isPlain(text)) {
            return WrittenNumber.parse(text, domain.percent(), place);
        }
        var range = NUMBER_RANGE.matcher(text);
        if (range.matches()) {
            return bad(
                    text,
                    "this is no way to write a range",
                    "write " + Wording.quoted(range.group(1) + ".." + range.group(2)));
        }
        if (TIGHT_LIST.matcher(text).matches()
                && Numbers.parse(text).isEmpty()
                && text.indexOf(',') != text.lastIndexOf(',')) {
            return bad(
                    text, "between numbers a comma needs a blank", "write " + Wording.quoted(text.replace(",", ", ")));
        }
        return WrittenNumber.parse(text, domain.percent(), place);
    }

    private @Nullable Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            boolean almost = WRITTEN_DATE.matcher(text).matches();
            place.error(
                    IssueCode.BAD_DATE,
                    Wording.quoted(text)
                            + (almost ? " is not a date that exists in year-month-day form" : " is not a date"),
                    "write dates as `2026-01-31`");
            return null;
        }
    }

    private @Nullable Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> bad(text, "yes or no is expected", null);
        };
    }

    private @Nullable Object text(String text) {
        if (!domain.allowed().isEmpty() && !isAllowed(text)) {
            place.error(
                    IssueCode.UNKNOWN_VALUE,
                    "unknown value " + Wording.quoted(text),
                    Wording.hint(text, domain.allowed()));
            return null;
        }
        return Names.fold(text);
    }

    private @Nullable Object bad(String text, String why, @Nullable String suggestion) {
        place.error(IssueCode.BAD_CONDITION, "bad condition " + Wording.quoted(text) + ": " + why, suggestion);
        return null;
    }
}
