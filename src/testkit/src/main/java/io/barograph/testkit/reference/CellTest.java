package io.barograph.testkit.reference;

import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a condition cell admits a value: the table of condition forms in workbooks.md, read form by form. */
final class CellTest {

    private static final List<String> SIGNS = List.of(">=", "<=", "<>", ">", "<", "=");
    private static final Pattern TO_UNDER = Pattern.compile("(?i)(.+) to under (.+)");
    private static final Pattern STATED = Pattern.compile("([\\[(])(.+)\\.\\.(.+)([\\])])");
    private static final Pattern PLAIN = Pattern.compile("(.*?)\\.\\.(.*)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Subject subject;

    private CellTest(Subject subject) {
        this.subject = subject;
    }

    /** Whether the cell says anything at all: empty and {@code -} mean any. */
    static boolean isFilled(@Nullable Cell cell) {
        return cell != null && !Words.tidy(cell.text()).equals("-");
    }

    static boolean admits(@Nullable Cell cell, Subject subject) {
        return cell == null || !isFilled(cell) || new CellTest(subject).admits(cell);
    }

    private boolean admits(Cell cell) {
        if (cell instanceof Cell.Numeric numeric && subject.kind() == Kind.NUMBER) {
            BigDecimal wanted = numeric.percentage() && subject.inPercent()
                    ? numeric.value().multiply(HUNDRED)
                    : numeric.value();
            return subject.value() instanceof BigDecimal value && value.compareTo(wanted) == 0;
        }
        String text = Words.tidy(cell.text());
        if (Words.same(text, "missing")) {
            return subject.value() == null;
        }
        if (Words.same(text, "present")) {
            return subject.value() != null;
        }
        return switch (subject.kind()) {
            case NUMBER, DAY -> Arrays.stream(text.split("(?i) or ")).anyMatch(part -> admitsPart(part.strip()));
            case YES_NO -> subject.value() instanceof Boolean value && value == isYes(text);
            case TEXT -> subject.value() instanceof String value && admitsText(text, value);
            case SET -> subject.value() instanceof List<?> items && admitsSet(text, items);
        };
    }

    static boolean isYes(String text) {
        return Words.same(text, "yes") || Words.same(text, "true");
    }

    private boolean admitsPart(String part) {
        if (Words.same(part, "missing")) {
            return subject.value() == null;
        }
        if (subject.value() == null) {
            return false;
        }
        for (String sign : SIGNS) {
            if (part.startsWith(sign)) {
                return compares(sign, against(part.substring(sign.length())));
            }
        }
        Matcher toUnder = TO_UNDER.matcher(part);
        if (toUnder.matches()) {
            return against(toUnder.group(1)) >= 0 && against(toUnder.group(2)) < 0;
        }
        Matcher stated = STATED.matcher(part);
        if (stated.matches()) {
            int low = against(stated.group(2));
            int high = against(stated.group(3));
            return (stated.group(1).equals("[") ? low >= 0 : low > 0)
                    && (stated.group(4).equals("]") ? high <= 0 : high < 0);
        }
        Matcher plain = PLAIN.matcher(part);
        if (plain.matches()) {
            return fromLowerEnd(plain.group(1)) && toUpperEnd(plain.group(2));
        }
        return Words.key(part).startsWith("not ") ? !isOneOf(part.substring(4)) : isOneOf(part);
    }

    private boolean fromLowerEnd(String end) {
        return end.isBlank() || against(end) >= 0;
    }

    private boolean toUpperEnd(String end) {
        if (end.isBlank()) {
            return true;
        }
        int high = against(end);
        return high < 0 || (high == 0 && includes(end));
    }

    private boolean includes(String end) {
        BigDecimal included = subject.includedEnd();
        return subject.kind() == Kind.DAY || (included != null && included.compareTo(Words.number(end)) == 0);
    }

    /** A comma with a blank after it separates; without one it groups digits. */
    private boolean isOneOf(String list) {
        return Arrays.stream(list.split(",\\s+")).anyMatch(item -> against(item) == 0);
    }

    /** How the value compares with what the text says: negative when it is less. */
    private int against(String text) {
        if (subject.value() instanceof LocalDate day) {
            return day.compareTo(LocalDate.parse(text.strip()));
        }
        return subject.value() instanceof BigDecimal number ? number.compareTo(Words.number(text)) : incomparable(text);
    }

    private int incomparable(String text) {
        throw new IllegalStateException("cannot compare " + subject + " with `" + text + "`");
    }

    private static boolean compares(String sign, int comparison) {
        return switch (sign) {
            case ">=" -> comparison >= 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            case "<" -> comparison < 0;
            case "=" -> comparison == 0;
            default -> comparison != 0;
        };
    }

    private static boolean admitsText(String text, String value) {
        if (Words.same(text, value)) {
            return true;
        }
        boolean not = Words.key(text).startsWith("not ");
        return not != namesOneOf(not ? text.substring(4) : text, value);
    }

    private static boolean namesOneOf(String list, String value) {
        return Words.same(list, value) || Arrays.stream(list.split(",")).anyMatch(item -> Words.same(item, value));
    }

    private static boolean admitsSet(String text, List<?> items) {
        boolean not = Words.key(text).startsWith("not ");
        String rest = not ? text.substring(4).strip() : text;
        String names = rest.substring("contains".length());
        return not != items.stream().anyMatch(item -> namesOneOf(names, String.valueOf(item)));
    }
}
