package io.barograph.engine.exchange;

import io.barograph.engine.decision.Breakdown;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one decision from its outcome, member by member as {@link DecisionJson} has them. */
final class DecisionBytes {

    private final ModelBytes model;
    private final OutcomeRenderer renderer;
    private final Decision decision;
    private final Outcome outcome;
    private final JsonBytes json;
    private final @Nullable String segmentName;

    /** Null when the account was not scored. */
    private final @Nullable Scores scores;

    DecisionBytes(ModelBytes model, OutcomeRenderer renderer, Decision decision, Outcome outcome, JsonBytes json) {
        this.model = model;
        this.renderer = renderer;
        this.decision = decision;
        this.outcome = outcome;
        this.json = json;
        this.segmentName = decision.segment();
        this.scores = outcome.failed() || segmentName == null ? null : outcome.scores();
    }

    void write(@Nullable Envelope envelope, Explain explain) {
        identity(envelope);
        SegmentBytes segment = scores == null || segmentName == null ? null : model.segment(segmentName);
        @Nullable String[] bands =
                scores == null || segment == null ? new @Nullable String[0] : model.bands(outcome, scores, segment);
        if (scores == null || segment == null) {
            json.ascii(",\"scores\":{},\"bands\":{},\"coverage\":null,\"confidence\":null,\"probabilities\":{}");
        } else {
            json.ascii(",\"scores\":");
            segment.scores(scores, json);
            json.ascii(",\"bands\":");
            segment.bands(bands, json);
            json.ascii(",\"coverage\":");
            json.number(decision.coverage());
            text(",\"confidence\":", decision.confidence());
            json.ascii(",\"probabilities\":");
            segment.probabilities(decision, scores.shown()[0], json);
        }
        json.ascii(",\"arr_at_risk\":");
        json.number(decision.arrAtRisk());
        recommendations();
        if (explain != Explain.NONE) {
            json.ascii(",\"contributions\":[");
            if (segment != null) {
                contributions(segment);
            }
            json.ascii("],\"changes\":");
            list(decision.changes(), this::change);
        }
        if (explain == Explain.FULL) {
            json.ascii(",\"fired\":[");
            model.fired(new Telling(outcome, decision.asOf(), bands, json));
            json.write(']');
        }
        json.ascii(",\"issues\":");
        list(outcome.issues(), this::issue);
        json.write('}');
    }

    private void identity(@Nullable Envelope envelope) {
        if (envelope != null) {
            text("{\"decision_id\":", envelope.decisionId());
            json.write(',');
        } else {
            json.write('{');
        }
        text("\"account_id\":", decision.accountId());
        date(",\"as_of\":", decision.asOf());
        if (envelope != null) {
            text(",\"decided_at\":", envelope.decidedAt().toString());
        }
        text(",\"status\":", decision.status().label());
        json.raw(model.version(decision.model()));
        json.text(segmentName);
        text(",\"tier\":", decision.tier());
    }

    private void recommendations() {
        json.ascii(",\"flags\":");
        list(decision.flags(), this::flag);
        text(",\"cohort\":", decision.cohort());
        json.ascii(",\"playbooks\":");
        list(decision.playbooks(), this::playbook);
        json.ascii(",\"escalations\":");
        list(decision.escalations(), this::escalation);
        json.ascii(",\"override\":null");
    }

    private void contributions(SegmentBytes segment) {
        Breakdown breakdown = segmentName == null ? null : renderer.parts().of(outcome, segmentName);
        if (breakdown == null) {
            boolean first = true;
            for (Contribution contribution : decision.contributions()) {
                if (!first) {
                    json.write(',');
                }
                first = false;
                contribution(contribution);
            }
        } else {
            model.contributions(outcome, segment, breakdown, json);
        }
    }

    private <T> void list(List<T> items, Consumer<T> item) {
        json.write('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.write(',');
            }
            item.accept(items.get(i));
            json.write('}');
        }
        json.write(']');
    }

    private void text(String name, @Nullable String text) {
        json.ascii(name);
        json.text(text);
    }

    private void date(String name, @Nullable LocalDate date) {
        json.ascii(name);
        json.date(date);
    }

    private void value(String name, @Nullable Object value) {
        json.ascii(name);
        json.value(value);
    }

    private void flag(RaisedFlag flag) {
        text("{\"flag\":", flag.flag());
        text(",\"severity\":", flag.severity());
        text(",\"rule_id\":", flag.ruleId());
    }

    private void playbook(Recommendation playbook) {
        text("{\"playbook\":", playbook.playbook());
        text(",\"action\":", playbook.action());
        text(",\"owner_role\":", playbook.ownerRole());
        text(",\"channel\":", playbook.channel());
        date(",\"due\":", playbook.due());
        value(",\"priority\":", playbook.priority());
        value(",\"expected_value\":", playbook.expectedValue());
        text(",\"rule_id\":", playbook.ruleId());
        text(",\"suppressed_by\":", playbook.suppressedBy());
        date(",\"cooling_until\":", playbook.coolingUntil());
    }

    private void escalation(Escalation escalation) {
        text("{\"escalate_to\":", escalation.escalateTo());
        text(",\"action\":", escalation.action());
        date(",\"due\":", escalation.due());
        text(",\"rule_id\":", escalation.ruleId());
    }

    private void change(ScoreChange change) {
        text("{\"kind\":", change.kind().label());
        text(",\"indicator\":", change.indicator());
        if (change.attribute() != null) {
            text(",\"attribute\":", change.attribute());
        }
        value(",\"from\":", change.from());
        value(",\"to\":", change.to());
        value(",\"points\":", change.points());
    }

    private void contribution(Contribution contribution) {
        text("{\"score\":", contribution.score());
        if (contribution.indicator() != null) {
            text(",\"indicator\":", contribution.indicator());
        }
        if (contribution.dimension() != null) {
            text(",\"dimension\":", contribution.dimension());
        }
        if (contribution.indicator() != null || contribution.dimension() != null) {
            value(",\"value\":", contribution.value());
            value(",\"sub_score\":", contribution.subScore());
            value(",\"weight\":", contribution.weight());
        }
        value(",\"points\":", contribution.points());
        text(",\"rule_id\":", contribution.ruleId());
        json.write('}');
    }

    private void issue(DecisionIssue issue) {
        text("{\"code\":", issue.code());
        text(",\"message\":", issue.message());
        text(",\"field\":", issue.field());
    }
}
