package io.barograph.engine.export;

import io.barograph.engine.model.Condition;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A condition as a native constraint: a template, equal for conditions of the same shape, and the cell that fills it.
 *
 * @param label the shape in words, with an ellipsis for each operand
 */
record ConditionCode(String template, String label, String cell) {

    private static final String ONLY_OPERAND = "$param";

    /** Operands found on the way through a condition; the first is {@code $1}. */
    private static final class Draft {
        private final String subject;
        private final List<String> operands = new ArrayList<>();

        Draft(String subject) {
            this.subject = subject;
        }

        String call(String function, String operand) {
            operands.add(operand);
            return function + "(" + subject + ", \"$" + operands.size() + "\")";
        }

        String call(String function) {
            return function + "(" + subject + ")";
        }
    }

    /** @param subject a Java expression for the value */
    static ConditionCode of(Condition condition, String subject) {
        Draft draft = new Draft(subject);
        String code = code(condition, draft);
        String label = label(condition);
        if (draft.operands.isEmpty()) {
            return new ConditionCode("(" + code + ") == " + ONLY_OPERAND, label, "true");
        }
        boolean single = draft.operands.size() == 1;
        return new ConditionCode(
                single ? code.replace("$1", ONLY_OPERAND) : code, label, String.join(", ", draft.operands));
    }

    private static String code(Condition condition, Draft draft) {
        if (condition instanceof Condition.Comparison comparison) {
            return draft.call(function(comparison.operator()), operand(comparison.bound()));
        }
        if (condition instanceof Condition.Range range) {
            return code(range, draft);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return draft.call(
                    oneOf.negated() ? "noneOf" : "oneOf",
                    oneOf.values().stream().map(ConditionCode::operand).sorted().collect(Collectors.joining("|")));
        }
        if (condition instanceof Condition.Contains contains) {
            return draft.call(
                    contains.negated() ? "containsNone" : "containsAny",
                    CellCode.list(new TreeSet<>(contains.texts())));
        }
        if (condition instanceof Condition.Either either) {
            return either.options().stream()
                    .map(option -> "(" + code(option, draft) + ")")
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        return draft.call(condition instanceof Condition.Missing ? "missing" : "present");
    }

    private static String code(Condition.Range range, Draft draft) {
        List<String> ends = new ArrayList<>();
        if (range.from() != null) {
            ends.add(draft.call(range.fromIncluded() ? "atLeast" : "above", operand(range.from())));
        }
        if (range.to() != null) {
            ends.add(draft.call(range.toIncluded() ? "atMost" : "below", operand(range.to())));
        }
        return ends.isEmpty() ? draft.call("present") : String.join(" && ", ends);
    }

    private static String function(Condition.Operator operator) {
        return switch (operator) {
            case LESS -> "below";
            case AT_MOST -> "atMost";
            case AT_LEAST -> "atLeast";
            case GREATER -> "above";
        };
    }

    private static String operand(Object value) {
        if (value instanceof BigDecimal number) {
            return Numbers.canonical(number).toPlainString();
        }
        return value instanceof String text ? CellCode.of(text) : value.toString();
    }

    private static String label(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.operator().sign() + " …";
        }
        if (condition instanceof Condition.Range range) {
            List<String> ends = new ArrayList<>();
            if (range.from() != null) {
                ends.add(range.fromIncluded() ? ">= …" : "> …");
            }
            if (range.to() != null) {
                ends.add(range.toIncluded() ? "<= …" : "< …");
            }
            return String.join(" and ", ends);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.negated() ? "none of …" : "one of …";
        }
        if (condition instanceof Condition.Contains contains) {
            return contains.negated() ? "contains none of …" : "contains any of …";
        }
        if (condition instanceof Condition.Either either) {
            return either.options().stream().map(ConditionCode::label).collect(Collectors.joining(" or "));
        }
        return condition instanceof Condition.Missing ? "missing" : "present";
    }
}
