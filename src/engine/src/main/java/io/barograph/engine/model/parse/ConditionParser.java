package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads condition cells: what a value must be for the row to match. */
final class ConditionParser {

    private static final Pattern OR = Pattern.compile(" or ", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT = Pattern.compile("not (.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTAINS = Pattern.compile("(not )?contains (.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_CONTAINS = Pattern.compile("(not )?contains", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_VERBS = Pattern.compile("^(includes?|has|have) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile("(<>|>=|<=|=>|=<|!=|==|>|<|=) ?(.*)");

    private static final Map<String, String> MISWRITTEN = Map.of("=>", ">=", "=<", "<=", "!=", "<>", "==", "=");

    private final Domain domain;
    private final Place place;
    private final Literals literals;

    private ConditionParser(Domain domain, Place place) {
        this.domain = domain;
        this.place = place;
        this.literals = new Literals(domain, place);
    }

    /** Whether a cell asks for nothing: {@code -}. */
    static boolean isAny(Cell cell) {
        return cell instanceof Cell.Text && Names.clean(cell.text()).equals("-");
    }

    /** The cell's condition; null after a complaint. */
    static @Nullable Condition parse(Cell cell, Domain domain, Place place) {
        ConditionParser parser = new ConditionParser(domain, place);
        if (cell instanceof Cell.Text) {
            return parser.text(Names.clean(cell.text()));
        }
        Object value = parser.literals.of(cell);
        return value == null ? null : parser.oneOf(List.of(value), false);
    }

    private @Nullable Condition text(String text) {
        if (domain.type() == Term.Type.TEXT && literals.isAllowed(text)) {
            return new Condition.OneOf(Set.of(Names.fold(text)), false);
        }
        String[] options = text.indexOf(' ') < 0 ? new String[] {text} : OR.split(text, -1);
        if (options.length == 1) {
            return one(text);
        }
        return switch (domain.type()) {
            case NUMBER, DATE -> either(options);
            default -> wrong(text, "`or` stands between numbers or dates only", inList(text, options));
        };
    }

    private static String inList(String text, String[] options) {
        boolean contains = text.toLowerCase(Locale.ROOT).contains("contains ");
        return contains ? "write the texts as a list" : "write " + Wording.quoted(String.join(", ", options));
    }

    private @Nullable Condition either(String[] options) {
        List<Condition> conditions = new ArrayList<>();
        for (String option : options) {
            Condition condition = NOT.matcher(option).matches() || option.equalsIgnoreCase("present")
                    ? wrong(option, "beside `or` stand comparisons, ranges and `missing`", null)
                    : one(option.strip());
            if (condition == null) {
                return null;
            }
            conditions.add(condition);
        }
        return new Condition.Either(conditions);
    }

    private @Nullable Condition one(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "missing" -> known(text, new Condition.Missing());
            case "present" -> known(text, new Condition.Present());
            case "not missing" -> wrong(text, "`missing` cannot be negated", "write `present`");
            case "not present" -> wrong(text, "`present` cannot be negated", "write `missing`");
            default -> ofValues(text);
        };
    }

    private Condition known(String text, Condition condition) {
        if (domain.type() == Term.Type.SET) {
            place.notice(
                    IssueCode.NO_EFFECT,
                    "a set is never missing, even when it is empty, so " + Wording.quoted(text)
                            + (condition.matches(null) ? " never matches" : " always matches"),
                    "write `contains` or `not contains` and what to look for");
        }
        return condition;
    }

    private @Nullable Condition ofValues(String text) {
        if (domain.type() == Term.Type.SET) {
            return contains(text);
        }
        if (text.indexOf(' ') > 0 && CONTAINS.matcher(text).matches()) {
            return wrong(
                    text, "`contains` is for sets such as `Flags`", "name the value itself, or several with commas");
        }
        if (!text.isEmpty() && "<>=!".indexOf(text.charAt(0)) >= 0) {
            var compared = COMPARED.matcher(text);
            if (compared.matches()) {
                return compared(text, compared.group(1), compared.group(2).strip());
            }
        }
        RangeParser ranges = new RangeParser(domain, literals, place);
        return literals.isOrdered() && ranges.isRange(text) ? ranges.parse(text) : list(text);
    }

    private @Nullable Condition compared(String text, String sign, String operand) {
        String meant = MISWRITTEN.get(sign);
        if (meant != null) {
            return wrong(
                    text, Wording.quoted(sign) + " is no comparison", "write " + Wording.quoted(meant + " " + operand));
        }
        if (sign.equals("=") || sign.equals("<>")) {
            Object value = literals.parse(operand);
            return value == null ? null : oneOf(List.of(value), sign.equals("<>"));
        }
        if (!literals.isOrdered()) {
            return wrong(text, "only numbers and dates compare with " + Wording.quoted(sign), null);
        }
        Object bound = literals.parse(operand);
        if (bound == null) {
            return null;
        }
        Condition comparison = new Condition.Comparison(operator(sign), (Comparable<?>) bound);
        return new Reach(domain).isReachable(comparison) ? comparison : unreachable(text);
    }

    private static Condition.Operator operator(String sign) {
        return Stream.of(Condition.Operator.values())
                .filter(operator -> operator.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Condition list(String text) {
        var not = NOT.matcher(text);
        boolean negated = not.matches();
        List<Object> values = new ArrayList<>();
        for (String item : literals.items(negated ? not.group(1) : text)) {
            Object value = literals.parse(item);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return oneOf(values, negated);
    }

    private @Nullable Condition oneOf(List<Object> values, boolean negated) {
        Reach reach = new Reach(domain);
        for (Object value : values) {
            if (!reach.admits(value)) {
                return unreachable(WrittenValue.of(value));
            }
        }
        Condition condition = new Condition.OneOf(new LinkedHashSet<>(values), negated);
        return reach.isReachable(condition)
                ? condition
                : wrong((negated ? "not " : "") + WrittenValue.of(values), "no value is left that would match", null);
    }

    private @Nullable Condition contains(String text) {
        var contains = CONTAINS.matcher(text);
        if (BARE_CONTAINS.matcher(text).matches()) {
            return wrong(text, "nothing stands behind `contains`", "name what to look for, several with commas");
        }
        if (!contains.matches()) {
            return wrong(text, "a set is tested with `contains`", "write " + Wording.quoted(containing(text)));
        }
        Set<String> texts = new LinkedHashSet<>();
        for (String item : literals.items(contains.group(2))) {
            if (item.isEmpty()) {
                return wrong(text, "the list has an empty place", null);
            }
            Object folded = literals.parse(item);
            if (folded == null) {
                return null;
            }
            texts.add(folded.toString());
        }
        return new Condition.Contains(texts, contains.group(1) != null);
    }

    private static String containing(String text) {
        var not = NOT.matcher(text);
        String wanted = not.matches() ? not.group(1) : text;
        return (not.matches() ? "not " : "") + "contains "
                + OTHER_VERBS.matcher(wanted).replaceFirst("");
    }

    private @Nullable Condition unreachable(String text) {
        place.error(
                IssueCode.OUT_OF_RANGE,
                Wording.quoted(text) + " can never match: " + new Reach(domain).inWords(),
                null);
        return null;
    }

    private @Nullable Condition wrong(String text, String why, @Nullable String suggestion) {
        place.error(IssueCode.BAD_CONDITION, "bad condition " + Wording.quoted(text) + ": " + why, suggestion);
        return null;
    }
}
