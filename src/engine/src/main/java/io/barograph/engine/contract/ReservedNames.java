package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that mean something in a workbook, so that no label may take them: headers of tables and derived values of the
 * vocabulary. Scores and bands of dimensions ({@code Retention score}) are known only with the workbooks.
 */
final class ReservedNames {

    private static final Set<String> VOCABULARY = folded(
            "Days to renewal",
            "Segment",
            "Account tier",
            "Overall",
            "Overall score",
            "Overall band",
            "Coverage",
            "Confidence",
            "Band entered",
            "Days in band",
            "Overall crosses below",
            "Overall crosses above",
            "Churn probability",
            "Expansion probability",
            "ARR at risk",
            "Flags",
            "Flag severity",
            "Cohort",
            "Playbooks",
            "As of");

    private static final Pattern DERIVED =
            Pattern.compile("previous overall( band)?|previous .+ (score|band)|change in .+ over \\d+ days( %)?");

    private static final Set<String> HEADERS = folded(
            "Rule ID",
            "Because",
            "Active",
            "Note",
            "Tier",
            "Setting",
            "Value",
            "Indicator",
            "Smoothing half-life (days)",
            "Max age (days)",
            "If missing",
            "Campaign discount %",
            "Score",
            "Score at end",
            "Category",
            "Multiply weight by",
            "Dimension",
            "Weight in overall",
            "Applies to",
            "At most",
            "At least",
            "Band at most",
            "Band",
            "From",
            "Leave below",
            "Horizon (days)",
            "Score from",
            "Between rows",
            "Measure",
            "Over days",
            "Change",
            "Unit",
            "Flag",
            "Severity",
            "Playbook",
            "Action",
            "Owner role",
            "Channel",
            "Due (days)",
            "Priority",
            "Cool-down (days)",
            "Suppresses",
            "Value from",
            "Expected save rate %",
            "Expected uplift %",
            "Cost",
            "For at least",
            "For at least (days)",
            "Escalate to");

    private ReservedNames() {}

    static boolean isVocabulary(String label) {
        String folded = Names.fold(label);
        return VOCABULARY.contains(folded) || DERIVED.matcher(folded).matches();
    }

    static boolean isHeader(String label) {
        return HEADERS.contains(Names.fold(label));
    }

    private static Set<String> folded(String... names) {
        return Stream.of(names).map(Names::fold).collect(Collectors.toUnmodifiableSet());
    }
}
