package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of cell that columns are declared with. */
final class Cells {

    private static final Pattern MEANS_SOMETHING_ELSE =
            Pattern.compile("-|missing|present|(not|contains) .*", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 1_000_000;

    private Cells() {}

    /** Text for people, as it was written. */
    static CellReader<String> text() {
        return (cell, place, row) -> cell.text().strip();
    }

    /** A name that other cells may refer to. */
    static CellReader<String> name() {
        return (cell, place, row) -> Names.clean(cell.text());
    }

    /** A name that conditions look for in a set, where commas stand between names. */
    static CellReader<String> nameInSets() {
        CellReader<String> names = nameInConditions();
        return (cell, place, row) -> {
            String name = names.read(cell, place, row);
            if (name != null && name.contains(",")) {
                place.error(
                        IssueCode.BAD_CELL,
                        "the name " + Wording.quoted(name) + " holds a comma, which stands between names in a list",
                        "write " + Wording.quoted(name.replaceAll(" ?, ?", " ").strip()));
                return null;
            }
            return name;
        };
    }

    /** A name that conditions look for, so that it must not read as one itself. */
    static CellReader<String> nameInConditions() {
        return (cell, place, row) -> {
            String name = Names.clean(cell.text());
            if (MEANS_SOMETHING_ELSE.matcher(name).matches()) {
                place.error(
                        IssueCode.BAD_CELL,
                        "the name " + Wording.quoted(name)
                                + " means something else in conditions, so none could ask for it",
                        "choose another name");
                return null;
            }
            return name;
        };
    }

    /** A name that the workbooks give something, as they write it first. */
    static CellReader<String> name(Function<Scope, List<String>> known) {
        return (cell, place, row) -> {
            String name = Scope.same(cell.text(), known.apply(row.scope()));
            return name == null ? Names.clean(cell.text()) : name;
        };
    }

    /** 0–100, counted in percent or points. */
    static CellReader<BigDecimal> points() {
        return (cell, place, row) -> points(cell, place);
    }

    static @Nullable BigDecimal points(Cell cell, Place place) {
        return within(number(cell, true, place), BigDecimal.ZERO, HUNDRED, cell, place);
    }

    /** Counted in percent, at least 0. */
    static CellReader<BigDecimal> percent() {
        return (cell, place, row) -> notNegative(number(cell, true, place), cell, place);
    }

    /** At least 0. */
    static CellReader<BigDecimal> amount() {
        return (cell, place, row) -> notNegative(number(cell, false, place), cell, place);
    }

    /** Above 0. */
    static CellReader<BigDecimal> positive() {
        return (cell, place, row) -> {
            BigDecimal number =
                    within(number(cell, false, place), BigDecimal.ZERO, BigDecimal.valueOf(LONGEST), cell, place);
            if (number != null && number.signum() == 0) {
                place.error(IssueCode.OUT_OF_RANGE, "a number above 0 is needed here", "leave the cell empty");
                return null;
            }
            return number;
        };
    }

    /** A fraction of 1, counted by value: 8 % is 0.08. */
    static CellReader<BigDecimal> probability() {
        return (cell, place, row) -> {
            BigDecimal number = number(cell, false, place);
            if (number == null || (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0)) {
                return number;
            }
            boolean percentage = number.signum() > 0 && number.compareTo(HUNDRED) <= 0;
            place.error(
                    IssueCode.OUT_OF_RANGE,
                    "the probability " + Wording.quoted(cell.text()) + " is outside 0 to 1",
                    percentage ? "write " + Wording.quoted(WrittenNumber.plain(number.movePointLeft(2))) : null);
            return null;
        };
    }

    static CellReader<BigDecimal> number(int minimum, int maximum) {
        return (cell, place, row) -> within(
                number(cell, false, place), BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum), cell, place);
    }

    static CellReader<Integer> whole(int minimum) {
        return whole(minimum, LONGEST);
    }

    static CellReader<Integer> whole(int minimum, int maximum) {
        return (cell, place, row) -> {
            BigDecimal number = number(cell, false, place);
            if (number != null && number.scale() > 0) {
                place.error(IssueCode.BAD_NUMBER, Wording.quoted(cell.text()) + " is not a whole number");
                return null;
            }
            BigDecimal value = within(number, BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum), cell, place);
            return value == null ? null : value.intValueExact();
        };
    }

    /** One of a closed list, as the list writes it. */
    static CellReader<String> oneOf(List<String> values) {
        return (cell, place, row) -> {
            String known = Scope.same(cell.text(), values);
            if (known == null) {
                place.error(
                        IssueCode.UNKNOWN_VALUE,
                        "unknown value " + Wording.quoted(cell.text()),
                        Wording.hint(cell.text(), values));
            }
            return known;
        };
    }

    static CellReader<List<String>> list() {
        return (cell, place, row) -> {
            List<String> items = new ArrayList<>();
            for (String item : Names.clean(cell.text()).split(",", -1)) {
                if (item.isBlank()) {
                    place.error(IssueCode.BAD_CELL, "the list " + Wording.quoted(cell.text()) + " has an empty place");
                    return null;
                }
                items.add(item.strip());
            }
            return items;
        };
    }

    static CellReader<Boolean> yesOrNo() {
        return (cell, place, row) -> {
            if (cell instanceof Cell.Logical logical) {
                return logical.value();
            }
            return switch (Names.clean(cell.text()).toLowerCase(Locale.ROOT)) {
                case "yes", "true" -> true;
                case "no", "false" -> false;
                default -> {
                    place.error(IssueCode.BAD_CELL, Wording.quoted(cell.text()) + " is neither yes nor no");
                    yield null;
                }
            };
        };
    }

    /** A date in ISO form. */
    static CellReader<String> date() {
        CellReader<LocalDate> day = day();
        return (cell, place, row) -> {
            LocalDate date = day.read(cell, place, row);
            return date == null ? null : date.toString();
        };
    }

    static CellReader<LocalDate> day() {
        return (cell, place, row) -> {
            if (cell instanceof Cell.Day day) {
                return day.value();
            }
            try {
                return LocalDate.parse(Names.clean(cell.text()));
            } catch (DateTimeParseException e) {
                place.error(
                        IssueCode.BAD_DATE,
                        Wording.quoted(cell.text()) + " is not a date",
                        "write dates as `2026-01-31`");
                return null;
            }
        };
    }

    /** A value of a field's type, in or out of its range. */
    static CellReader<Object> field(Field field) {
        CellReader<? extends Object> reader = switch (field.type()) {
            case NUMBER, INTEGER -> (cell, place, row) -> number(cell, field.isPercent(), place);
            case BOOLEAN -> yesOrNo();
            case STRING -> name();
            case DATE -> day();
        };
        return reader::read;
    }

    static CellReader<Field> indicator() {
        return (cell, place, row) -> {
            Field field = row.scope().vocabulary().field(cell.text());
            if (field != null && field.isIndicator()) {
                return field;
            }
            if (field != null) {
                place.error(
                        IssueCode.UNKNOWN_INDICATOR,
                        Wording.quoted(cell.text()) + " is an attribute, not an indicator",
                        "use it as a condition column");
                return null;
            }
            place.error(
                    IssueCode.UNKNOWN_INDICATOR,
                    "unknown indicator " + Wording.quoted(cell.text()),
                    Wording.didYouMean(cell.text(), row.scope().indicatorLabels()));
            return null;
        };
    }

    /** An indicator that may bear on scores. */
    static CellReader<Field> scoringIndicator() {
        CellReader<Field> any = indicator();
        return (cell, place, row) -> {
            Field field = any.read(cell, place, row);
            if (field != null && !field.usableInScoring()) {
                place.error(
                        IssueCode.NOT_USABLE_IN_SCORING,
                        "the data contract says that " + Wording.quoted(field.label()) + " is not usable in scoring");
                return null;
            }
            return field;
        };
    }

    /** {@code Overall} or a dimension. */
    static CellReader<String> score() {
        return (cell, place, row) -> {
            String score = row.scope().score(cell.text());
            if (score == null) {
                List<String> scores = new ArrayList<>(row.scope().dimensions());
                scores.add(Scope.OVERALL);
                place.error(
                        IssueCode.UNKNOWN_DIMENSION,
                        "unknown dimension " + Wording.quoted(cell.text()),
                        Wording.hint(cell.text(), scores));
            }
            return score;
        };
    }

    private static @Nullable BigDecimal number(Cell cell, boolean percent, Place place) {
        if (cell instanceof Cell.Numeric numeric) {
            return WrittenNumber.of(numeric, percent, place);
        }
        if (cell instanceof Cell.Text) {
            return WrittenNumber.parse(Names.clean(cell.text()), percent, place);
        }
        place.error(
                IssueCode.BAD_NUMBER,
                Wording.quoted(cell.text()) + " is " + (cell instanceof Cell.Day ? "a date" : "yes or no")
                        + ", not a number");
        return null;
    }

    private static @Nullable BigDecimal notNegative(@Nullable BigDecimal number, Cell cell, Place place) {
        if (number == null || number.signum() >= 0) {
            return number;
        }
        place.error(IssueCode.OUT_OF_RANGE, Wording.quoted(cell.text()) + " is below 0");
        return null;
    }

    private static @Nullable BigDecimal within(
            @Nullable BigDecimal number, BigDecimal minimum, BigDecimal maximum, Cell cell, Place place) {
        if (number == null || (number.compareTo(minimum) >= 0 && number.compareTo(maximum) <= 0)) {
            return number;
        }
        place.error(
                IssueCode.OUT_OF_RANGE,
                Wording.quoted(cell.text()) + " is outside " + minimum + " to " + WrittenNumber.plain(maximum));
        return null;
    }
}
