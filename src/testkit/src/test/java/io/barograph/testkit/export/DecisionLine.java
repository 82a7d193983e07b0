package io.barograph.testkit.export;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision as the exported program prints it: one line of JSON. Which rules fired is compared, not in which order. */
final class DecisionLine {

    private static final String FIRED = "\"fired\":[";

    private DecisionLine() {}

    static String of(Decision decision) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("account_id", decision.accountId());
        line.put("status", decision.status().label());
        line.put("segment", decision.segment());
        line.put("tier", decision.tier());
        line.put("scores", decision.scores());
        line.put("bands", decision.bands());
        line.put("coverage", decision.coverage());
        line.put("confidence", decision.confidence());
        line.put("probabilities", decision.probabilities());
        line.put("arr_at_risk", decision.arrAtRisk());
        line.put("flags", decision.flags().stream().map(DecisionLine::of).toList());
        line.put("cohort", decision.cohort());
        line.put(
                "playbooks", decision.playbooks().stream().map(DecisionLine::of).toList());
        line.put(
                "escalations",
                decision.escalations().stream().map(DecisionLine::of).toList());
        line.put(
                "fired",
                decision.fired().stream()
                        .map(FiredRule::ruleId)
                        .filter(Objects::nonNull)
                        .toList());
        return sorted(json(line));
    }

    /** The line with its fired rules sorted; those of rows without a Rule ID, whose names have blanks, left out. */
    static String sorted(String line) {
        int start = line.lastIndexOf(FIRED) + FIRED.length();
        String fired = line.substring(start, line.length() - "]}".length());
        return line.substring(0, start)
                + Arrays.stream(fired.split(","))
                        .filter(name -> !name.contains(" "))
                        .sorted()
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static Map<String, @Nullable Object> of(RaisedFlag flag) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("flag", flag.flag());
        entry.put("severity", flag.severity());
        entry.put("rule_id", flag.ruleId());
        return entry;
    }

    private static Map<String, @Nullable Object> of(Recommendation one) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("playbook", one.playbook());
        entry.put("action", one.action());
        entry.put("owner_role", one.ownerRole());
        entry.put("channel", one.channel());
        entry.put("due", one.due());
        entry.put("priority", one.priority());
        entry.put("expected_value", one.expectedValue());
        entry.put("rule_id", one.ruleId());
        entry.put("suppressed_by", one.suppressedBy());
        entry.put("cooling_until", one.coolingUntil());
        return entry;
    }

    private static Map<String, @Nullable Object> of(Escalation escalation) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("escalate_to", escalation.escalateTo());
        entry.put("action", escalation.action());
        entry.put("due", escalation.due());
        entry.put("rule_id", escalation.ruleId());
        return entry;
    }

    private static String json(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DecisionLine::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return Numbers.canonical(number).toPlainString();
        }
        return value == null || value instanceof Integer
                ? String.valueOf(value)
                : "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
