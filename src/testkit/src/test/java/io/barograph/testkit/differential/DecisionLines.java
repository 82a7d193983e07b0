package io.barograph.testkit.differential;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision as lines of text, one a field, everything in its order: equal decisions give equal lines, and unequal ones
 * show where. Numbers compare by value; of an issue, its code and field count.
 */
final class DecisionLines {

    private final List<String> lines = new ArrayList<>();

    private DecisionLines() {}

    static List<String> of(Decision decision) {
        DecisionLines written = new DecisionLines();
        written.write(decision);
        return written.lines;
    }

    private void write(Decision decision) {
        line("account_id", decision.accountId());
        line("as_of", decision.asOf());
        line("status", decision.status().label());
        line("model", decision.model());
        line("segment", decision.segment());
        line("tier", decision.tier());
        lines("scores", decision.scores());
        lines("bands", decision.bands());
        line("coverage", decision.coverage());
        line("confidence", decision.confidence());
        lines("probabilities", decision.probabilities());
        line("arr_at_risk", decision.arrAtRisk());
        line("cohort", decision.cohort());
        decision.flags().forEach(flag -> line("flag", flag));
        decision.playbooks().forEach(this::write);
        decision.escalations().forEach(one -> line("escalation", one));
        decision.contributions().forEach(this::write);
        decision.changes().forEach(this::write);
        decision.fired().forEach(this::write);
        decision.issues().forEach(issue -> line("issue " + issue.code(), issue.field()));
    }

    private void write(Recommendation one) {
        String at = "playbook " + one.ruleId();
        line(at, one.playbook());
        line(at + " action", one.action());
        line(at + " owner_role", one.ownerRole());
        line(at + " channel", one.channel());
        line(at + " due", one.due());
        line(at + " priority", one.priority());
        line(at + " expected_value", one.expectedValue());
        line(at + " suppressed_by", one.suppressedBy());
        line(at + " cooling_until", one.coolingUntil());
    }

    private void write(Contribution one) {
        String at = "contribution to " + one.score();
        line(at + " of indicator", one.indicator());
        line(at + " of dimension", one.dimension());
        line(at + " value", one.value());
        line(at + " sub_score", one.subScore());
        line(at + " weight", one.weight());
        line(at + " points", one.points());
        line(at + " rule_id", one.ruleId());
    }

    private void write(ScoreChange one) {
        String at = "change " + one.kind().label();
        line(at + " of indicator", one.indicator());
        line(at + " of attribute", one.attribute());
        line(at + " from", one.from());
        line(at + " to", one.to());
        line(at + " points", one.points());
    }

    private void write(FiredRule one) {
        String at = "fired " + one.seq();
        line(at + " rule_id", one.ruleId());
        line(at + " table", one.table());
        line(at + " cell", one.cell());
        line(at + " because", one.because());
        lines(at + " inputs", one.inputs());
        lines(at + " effect", one.effect());
    }

    private void lines(String at, Map<String, ? extends @Nullable Object> map) {
        line(at + " entries", map.size());
        map.forEach((key, value) -> line(at + " " + key, value));
    }

    private void line(String at, @Nullable Object value) {
        lines.add(at + ": " + plain(value));
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof List<?> items) {
            return items.stream().map(DecisionLines::plain).toList().toString();
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
