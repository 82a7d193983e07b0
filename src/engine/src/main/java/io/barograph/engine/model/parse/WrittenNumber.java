package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in cells and in conditions, where a percentage counts times 100 in what is counted in percent or points. */
final class WrittenNumber {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("([+-]?\\d+),(\\d+)");
    private static final Pattern LEADING_ZERO_GROUP = Pattern.compile("[+-]?0\\d*,.*");
    private static final Pattern SPACED_GROUPS = Pattern.compile("[+-]?\\d{1,3}(?:[ '’]\\d{3})++(\\.\\d+)?");

    private WrittenNumber() {}

    /** A number cell's value. */
    static BigDecimal of(Cell.Numeric cell, boolean percent, Place place) {
        if (percent && cell.percentage()) {
            return Numbers.canonical(cell.value().multiply(HUNDRED));
        }
        if (percent) {
            suspect(cell.value(), cell.text(), place);
        }
        return Numbers.canonical(cell.value());
    }

    /** A number written as text; null after a complaint. */
    static @Nullable BigDecimal parse(String text, boolean percent, Place place) {
        boolean sign = text.endsWith("%");
        String digits = sign ? text.substring(0, text.length() - 1).strip() : text.strip();
        Optional<BigDecimal> number =
                !Numbers.isPlain(digits) && LEADING_ZERO_GROUP.matcher(digits).matches()
                        ? Optional.empty()
                        : Numbers.parse(digits);
        if (number.isEmpty()) {
            place.error(IssueCode.BAD_NUMBER, Wording.quoted(text) + " is not a number", remedy(digits));
            return null;
        }
        if (sign && !percent) {
            place.error(
                    IssueCode.BAD_NUMBER,
                    Wording.quoted(text) + " is a percentage, but nothing here is counted in percent",
                    "write " + Wording.quoted(plain(number.get().movePointLeft(2))));
            return null;
        }
        if (percent && !sign) {
            suspect(number.get(), text, place);
        }
        return number.get();
    }

    static String plain(BigDecimal number) {
        return Numbers.canonical(number).toPlainString();
    }

    private static void suspect(BigDecimal number, String text, Place place) {
        if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0) {
            place.notice(
                    IssueCode.SUSPECT_PERCENT,
                    Wording.quoted(text) + " counts as " + plain(number) + " of 100",
                    "write " + Wording.quoted(plain(number.multiply(HUNDRED))) + " or "
                            + Wording.quoted(plain(number.multiply(HUNDRED)) + "%") + " if that is meant");
        }
    }

    private static @Nullable String remedy(String digits) {
        var comma = DECIMAL_COMMA.matcher(digits);
        if (comma.matches()) {
            return "write " + Wording.quoted(comma.group(1) + "." + comma.group(2)) + " with a dot";
        }
        if (SPACED_GROUPS.matcher(digits).matches()) {
            return "write " + Wording.quoted(digits.replaceAll("[ '’]", ""));
        }
        if (digits.startsWith("–") || digits.startsWith("—")) {
            return "write " + Wording.quoted("-" + digits.substring(1).strip()) + " with a hyphen";
        }
        return digits.startsWith(".") ? "write " + Wording.quoted("0" + digits) : null;
    }
}
