package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import io.barograph.engine.workbook.ColumnPlan.Purpose;
import java.util.List;
import java.util.Map;

/** Columns named after something of the vocabulary: conditions, and the inputs and expectations of Tests. */
final class ConditionColumns {

    /** Derived values of the vocabulary whose cells can only be some words. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "Account tier", List.of("strategic", "key", "standard"),
            "Confidence", List.of("low", "medium", "high"),
            "Flag severity", List.of("low", "medium", "high"));

    private static final Map<String, String> DERIVED = Map.ofEntries(
            Map.entry("Days to renewal", "Days until the renewal date; negative when it is past."),
            Map.entry("Segment", "The segment that Segments gave the account."),
            Map.entry("Account tier", "The tier that Account tiers gave the account."),
            Map.entry("Coverage", "Percent of the weight for which there is data."),
            Map.entry("Confidence", "How much data stands behind the decision."),
            Map.entry("Band entered", "The new overall band, on the day it changes."),
            Map.entry("Days in band", "Days since the overall band last changed."),
            Map.entry("Overall crosses below", "The overall score fell from this or more to under it."),
            Map.entry("Overall crosses above", "The overall score rose from under this to it or more."),
            Map.entry("Churn probability", "Chance from 0 to 1 of losing the account within 90 days."),
            Map.entry("Expansion probability", "Chance from 0 to 1 of the account growing within 90 days."),
            Map.entry("ARR at risk", "Churn probability times ARR."),
            Map.entry("Flags", "Warnings and signs that Trends and Signals raised."),
            Map.entry("Flag severity", "The highest severity of all flags raised."),
            Map.entry("Cohort", "The group that Cohorts put the account in."),
            Map.entry("Playbooks", "The playbooks that run."));

    private final Contract contract;
    private final List<String> bands;

    ConditionColumns(Contract contract, List<String> bands) {
        this.contract = contract;
        this.bands = List.copyOf(bands);
    }

    ColumnPlan condition(String header) {
        List<String> words = words(header);
        return offer(ColumnPlan.condition(header), words)
                .explained(meaning(header) + " " + howToWrite(header, words) + " Empty: any.");
    }

    /** A column of Tests: {@code Expect: Overall band}, {@code As of}, or any input. */
    ColumnPlan test(String header) {
        if (header.startsWith("Expect:")) {
            String subject = header.substring("Expect:".length()).strip();
            List<String> words = words(subject);
            return offer(ColumnPlans.text(header, 18), words)
                    .explained("What the decision must say. " + meaning(subject) + " " + howToWrite(subject, words)
                            + " Empty: not tested.");
        }
        if (header.equals("As of")) {
            return input(header, Format.DATE).explained("The day the example is decided for. Empty: 2026-01-01.");
        }
        return offer(input(header, format(header)), words(header))
                .explained("What is known of the example account. " + meaning(header) + " Empty: unknown.");
    }

    private static ColumnPlan input(String header, Format format) {
        ColumnPlan condition = ColumnPlan.condition(header);
        return new ColumnPlan(header, Purpose.CONDITION, format, condition.width(), null, Choices.ANY);
    }

    private Format format(String header) {
        Field field = contract.find(header);
        if (field == null) {
            return header.endsWith("band") ? Format.TEXT : Format.NUMBER;
        }
        return field.type().isNumeric() ? Format.NUMBER : field.type() == FieldType.DATE ? Format.DATE : Format.TEXT;
    }

    private List<String> words(String header) {
        Field field = contract.find(header);
        if (field != null) {
            return field.type() == FieldType.BOOLEAN ? List.of("yes", "no") : field.allowedValues();
        }
        return header.endsWith("band") ? bands : WORDS.getOrDefault(header, List.of());
    }

    private String meaning(String header) {
        Field field = contract.find(header);
        if (field != null) {
            return field.description() + (field.unit() == null ? "" : " Unit: " + field.unit() + ".");
        }
        if (header.startsWith("Change in ")) {
            return header.endsWith("%")
                    ? "By how many percent it changed; minus when it fell."
                    : "By how many points it changed; minus when it fell.";
        }
        return DERIVED.getOrDefault(header, "When this row applies.");
    }

    /** Lists that are too long for a spreadsheet's drop-down are left out. */
    private static ColumnPlan offer(ColumnPlan column, List<String> words) {
        boolean offered = !words.isEmpty() && String.join(",", words).length() <= Choices.LONGEST_LIST;
        return offered ? column.choosing(Choices.suggest(words)) : column;
    }

    private static String howToWrite(String header, List<String> words) {
        if (header.startsWith("Overall crosses")) {
            return "Write a score, for example 70.";
        }
        if (header.equals("Flags") || header.equals("Playbooks")) {
            return "Write `contains` or `not contains` and names, with commas between.";
        }
        return words.isEmpty()
                ? "Write for example >= 80, 50..80, missing."
                : "Write a word, several with commas, or `not` and words.";
    }
}
