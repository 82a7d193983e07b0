package io.barograph.engine.exchange;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions as JSON; member order is fixed, so equal decisions are equal bytes. Numbers are plain decimals without
 * trailing zeros. Members that no table fills yet are present and empty.
 */
public final class DecisionJson {

    private DecisionJson() {}

    /** Compact, on one line, without a line end; the envelope is left out when null. Does not close the stream. */
    public static void write(Decision decision, @Nullable Envelope envelope, Explain explain, OutputStream out)
            throws IOException {
        DecisionWriter writer = new DecisionWriter(explain);
        writer.write(decision, envelope);
        writer.writeTo(out);
    }

    /** The same of what the decision tells, whether it knows its outcome or not. */
    static void writeTold(Decision decision, @Nullable Envelope envelope, Explain explain, OutputStream out)
            throws IOException {
        JsonOutput.write(out, json -> {
            json.startObject();
            members(json, decision, envelope, explain);
            json.endObject();
        });
    }

    /** In full, and what nearly happened as {@code near_misses} behind it. */
    public static void write(Decision decision, NearMisses near, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.startObject();
            members(json, decision, null, Explain.FULL);
            json.startObject("near_misses");
            NearMissesJson.members(json, near);
            json.endObject();
            json.endObject();
        });
    }

    private static void members(JsonOutput json, Decision decision, @Nullable Envelope envelope, Explain explain) {
        identity(json, decision, envelope);
        scores(json, decision);
        recommendations(json, decision);
        if (envelope == null || envelope.overrides().isEmpty()) {
            json.nothing("override");
        } else {
            OverrideJson.member(json, envelope.overrides(), decision.bands());
        }
        if (explain != Explain.NONE) {
            json.startArray("contributions");
            decision.contributions().forEach(contribution -> contribution(json, contribution));
            json.endArray();
            json.startArray("changes");
            decision.changes().forEach(change -> change(json, change));
            json.endArray();
        }
        if (explain == Explain.FULL) {
            json.startArray("fired");
            decision.fired().forEach(rule -> fired(json, rule));
            json.endArray();
        }
        json.startArray("issues");
        decision.issues().forEach(issue -> issue(json, issue));
        json.endArray();
    }

    private static void identity(JsonOutput json, Decision decision, @Nullable Envelope envelope) {
        if (envelope != null) {
            json.text("decision_id", envelope.decisionId());
        }
        json.text("account_id", decision.accountId());
        json.date("as_of", decision.asOf());
        if (envelope != null) {
            json.text("decided_at", envelope.decidedAt().toString());
        }
        json.text("status", decision.status().label());
        json.startObject("model");
        json.text("version", decision.model().version());
        json.text("digest", decision.model().digest());
        json.endObject();
        json.text("segment", decision.segment());
        json.text("tier", decision.tier());
    }

    private static void scores(JsonOutput json, Decision decision) {
        json.value("scores", decision.scores());
        json.value("bands", decision.bands());
        json.number("coverage", decision.coverage());
        json.text("confidence", decision.confidence());
        json.value("probabilities", decision.probabilities());
        json.value("arr_at_risk", decision.told(decision.arrAtRisk()));
    }

    private static void recommendations(JsonOutput json, Decision decision) {
        json.startArray("flags");
        decision.flags().forEach(flag -> flag(json, flag));
        json.endArray();
        json.text("cohort", decision.cohort());
        json.startArray("playbooks");
        decision.playbooks().forEach(playbook -> playbook(json, decision, playbook));
        json.endArray();
        json.startArray("escalations");
        decision.escalations().forEach(escalation -> escalation(json, escalation));
        json.endArray();
    }

    private static void flag(JsonOutput json, RaisedFlag flag) {
        json.startObject();
        json.text("flag", flag.flag());
        json.text("severity", flag.severity());
        json.text("rule_id", flag.ruleId());
        json.endObject();
    }

    private static void playbook(JsonOutput json, Decision decision, Recommendation playbook) {
        json.startObject();
        json.text("playbook", playbook.playbook());
        json.text("action", playbook.action());
        json.text("owner_role", playbook.ownerRole());
        json.text("channel", playbook.channel());
        json.date("due", playbook.due());
        json.value("priority", playbook.priority());
        json.value("expected_value", decision.told(playbook.expectedValue()));
        json.text("rule_id", playbook.ruleId());
        json.text("suppressed_by", playbook.suppressedBy());
        json.date("cooling_until", playbook.coolingUntil());
        json.endObject();
    }

    private static void escalation(JsonOutput json, Escalation escalation) {
        json.startObject();
        json.text("escalate_to", escalation.escalateTo());
        json.text("action", escalation.action());
        json.date("due", escalation.due());
        json.text("rule_id", escalation.ruleId());
        json.endObject();
    }

    private static void change(JsonOutput json, ScoreChange change) {
        json.startObject();
        json.text("kind", change.kind().label());
        json.text("indicator", change.indicator());
        json.valueIfPresent("attribute", change.attribute());
        json.value("from", change.from());
        json.value("to", change.to());
        json.number("points", change.points());
        json.endObject();
    }

    /** A cap or floor, which is about neither an indicator nor a dimension, has only its score, points and rule. */
    private static void contribution(JsonOutput json, Contribution contribution) {
        boolean cap = contribution.indicator() == null && contribution.dimension() == null;
        json.startObject();
        json.text("score", contribution.score());
        json.valueIfPresent("indicator", contribution.indicator());
        json.valueIfPresent("dimension", contribution.dimension());
        if (!cap) {
            json.value("value", contribution.value());
            json.number("sub_score", contribution.subScore());
            json.number("weight", contribution.weight());
        }
        json.number("points", contribution.points());
        json.text("rule_id", contribution.ruleId());
        json.endObject();
    }

    private static void fired(JsonOutput json, FiredRule rule) {
        json.startObject();
        json.value("seq", rule.seq());
        json.text("rule_id", rule.ruleId());
        json.text("table", rule.table());
        json.text("cell", rule.cell());
        json.text("because", rule.because());
        json.value("inputs", rule.inputs());
        json.value("effect", rule.effect());
        json.endObject();
    }

    private static void issue(JsonOutput json, DecisionIssue issue) {
        json.startObject();
        json.text("code", issue.code());
        json.text("message", issue.message());
        json.text("field", issue.field());
        json.endObject();
    }
}
