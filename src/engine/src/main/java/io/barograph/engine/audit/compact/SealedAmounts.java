package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.seal.SealedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the word for sealed amounts of money in their places, and playbooks in the order that they have by their amounts. */
final class SealedAmounts {

    private static final String EXPECTED_VALUE = "expected_value";

    private SealedAmounts() {}

    /** @param tree of a record's canonical JSON; it is changed */
    @SuppressWarnings("unchecked") // a tree's objects are maps by name
    static void put(@Nullable Object tree, OutcomeSource outcome) {
        Map<String, @Nullable Object> decision = (Map<String, @Nullable Object>) member(tree, "decision");
        List<String> rules = new ArrayList<>();
        for (Object rule : (List<?>) member(decision, "fired")) {
            if ("Playbooks".equals(member(rule, "table"))) {
                if (outcome.hiddenValues().get(rules.size())) {
                    ((Map<String, @Nullable Object>) member(rule, "effect")).put(EXPECTED_VALUE, SealedRecord.SEALED);
                }
                rules.add((String) member(rule, "rule_id"));
            }
        }
        List<Map<String, @Nullable Object>> playbooks =
                (List<Map<String, @Nullable Object>>) member(decision, "playbooks");
        List<Map<String, @Nullable Object>> ranked = new ArrayList<>();
        for (int rank : outcome.rank()) {
            playbooks.stream()
                    .filter(playbook -> rules.get(rank).equals(playbook.get("rule_id")))
                    .forEach(ranked::add);
        }
        if (!ranked.isEmpty()) {
            decision.put("playbooks", ranked);
        }
        if (outcome.hidesAmounts()) {
            decision.put("arr_at_risk", SealedRecord.SEALED);
            playbooks.forEach(playbook -> playbook.put(EXPECTED_VALUE, SealedRecord.SEALED));
        }
    }

    private static Object member(@Nullable Object tree, String name) {
        Object member = tree instanceof Map<?, ?> members ? members.get(name) : null;
        if (member == null) {
            throw new IllegalArgumentException("a record lacks its `" + name + "`");
        }
        return member;
    }
}
