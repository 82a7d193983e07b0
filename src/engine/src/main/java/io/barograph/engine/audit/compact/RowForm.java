package io.barograph.engine.audit.compact;

import io.barograph.engine.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record need not say of a row that fired, because its model does.
 *
 * @param number position among the rows of the model that can fire, in table order within the segments sheet and then
 *     each workbook
 * @param inputs what it shows of its account, by {@link InputNames number of the name}
 * @param kept what it shows besides when it kept an account in its band; -1 for nothing
 * @param because null only for rows without one
 * @param hidden whether its sentence spells out a sensitive value
 * @param effect members of its effect that are always the same
 * @param holes members of its effect that are not, in the order in which records hold them
 * @param dueDays of an escalation or playbook; null for none
 * @param indicator number of the field that it scores; -1 for none
 * @param action of an escalation
 * @param playbook what it recommends; null for rows of other tables
 */
record RowForm(
        int number,
        Table table,
        String cell,
        @Nullable String ruleId,
        List<Integer> inputs,
        int kept,
        @Nullable SentenceForm because,
        boolean hidden,
        Map<String, Object> effect,
        Set<Hole> holes,
        @Nullable Integer dueDays,
        int indicator,
        @Nullable String action,
        @Nullable PlaybookForm playbook) {

    /** Members of effects that a record holds for itself, in this order. */
    enum Hole {
        /** Of a row whose score runs over a range; hundredths. */
        SUB_SCORE("sub_score"),
        /** That a cap or floor moved its score by; hundredths. */
        POINTS("points"),
        /** Whether a cap lowered a band; yes or no. */
        LOWERED("lowered"),
        /** Whether an account was kept in a band; yes or no. */
        KEPT("kept"),
        /** Any value; null when the effect has none. */
        EXPECTED_VALUE("expected_value");

        private final String member;

        Hole(String member) {
            this.member = member;
        }

        String member() {
            return member;
        }
    }

    /** What a playbook's recommendation always says. */
    record PlaybookForm(
            String playbook,
            @Nullable String action,
            @Nullable String ownerRole,
            @Nullable String channel,
            @Nullable Integer priority) {}
}
