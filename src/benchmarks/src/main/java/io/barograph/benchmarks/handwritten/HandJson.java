package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandDecision.Advice;
import io.barograph.benchmarks.handwritten.HandDecision.HandChange;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.model.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a decision in full, the same bytes as the engine does, without a tree between. Not thread-safe. */
public final class HandJson {

    private final byte[] model;
    private final Fields fields;
    private final TermText terms;
    private final HandFired fired;
    private final JsonBytes json = new JsonBytes();

    /** @param version as decisions are to name the model */
    public HandJson(ShippedScorer scorer, ModelVersion version) {
        this.model = JsonBytes.bytes(",\"model\":{\"version\":" + RowForm.text(version.version()) + ",\"digest\":"
                + RowForm.text(version.digest()) + "},\"segment\":");
        this.fields = scorer.vocabulary.fields;
        this.terms = new TermText(scorer);
        this.fired = new HandFired(scorer, terms);
    }

    /** Compact, on one line, without a line end; returns how many bytes. */
    public int write(HandDecision decision, OutputStream out) throws IOException {
        json.clear();
        identity(decision);
        scores(decision);
        flags(decision);
        playbooks(decision);
        escalations(decision);
        key(",\"override\":null,\"contributions\":[");
        contributions(decision);
        key("],\"changes\":[");
        for (HandChange change : decision.changes) {
            change(change);
        }
        json.withoutComma();
        key("],\"fired\":[");
        fired.write(decision, json);
        key("],\"issues\":[");
        List<DecisionIssue> issues = decision.issues;
        if (issues != null) {
            issues.forEach(this::issue);
            json.withoutComma();
        }
        key("]}");
        json.writeTo(out);
        return json.size();
    }

    private void key(String text) {
        json.ascii(text);
    }

    private void identity(HandDecision decision) {
        key("{\"account_id\":");
        json.text(decision.account.id);
        key(",\"as_of\":");
        json.date(decision.account.asOf);
        key(decision.shown[0] < 0 ? ",\"status\":\"undecided\"" : ",\"status\":\"decided\"");
        json.raw(model);
        json.text(terms.segment(decision));
        key(",\"tier\":");
        json.text(terms.tier(decision));
    }

    private String score(HandDecision decision, int score) {
        return score == 0 ? "Overall" : decision.tables.weights.names[score - 1];
    }

    private void scores(HandDecision decision) {
        key(",\"scores\":{");
        for (int s = 0; s < decision.shown.length; s++) {
            if (decision.shown[s] >= 0) {
                json.text(score(decision, s));
                json.raw(':');
                json.decimal(decision.shown[s], 2);
                json.raw(',');
            }
        }
        json.withoutComma();
        key("},\"bands\":{");
        for (int s = 0; s < decision.shown.length; s++) {
            String band = decision.band(s);
            if (band != null) {
                json.text(score(decision, s));
                json.raw(':');
                json.text(band);
                json.raw(',');
            }
        }
        json.withoutComma();
        key("},\"coverage\":");
        json.decimal(decision.coverage[0], 2);
        key(",\"confidence\":");
        json.text(TermText.confidence(decision));
        key(",\"probabilities\":{");
        for (int i = 0; i < decision.probabilities.length; i++) {
            key(i % 2 == 0 ? "\"churn_" : "\"expansion_");
            json.number(decision.tables.forecast.horizons[i / 2]);
            key("d\":");
            json.micros(decision.probabilities[i]);
            json.raw(',');
        }
        json.withoutComma();
        key("},\"arr_at_risk\":");
        money(decision.arrAtRisk);
    }

    private void money(long hundredths) {
        if (hundredths == Micros.MISSING) {
            json.nothing();
        } else {
            json.decimal(hundredths, 2);
        }
    }

    private void flags(HandDecision decision) {
        key(",\"flags\":[");
        for (TermText.Raised flag : TermText.flags(decision, false)) {
            key("{\"flag\":");
            json.text(flag.flag());
            key(",\"severity\":");
            json.text(flag.severity());
            key(",\"rule_id\":");
            json.text(flag.ruleId());
            key("},");
        }
        json.withoutComma();
        key("],\"cohort\":");
        json.text(TermText.cohort(decision));
    }

    private void playbooks(HandDecision decision) {
        key(",\"playbooks\":[");
        Advice[] advice = decision.advice;
        if (advice != null) {
            for (Advice each : advice) {
                playbook(decision, each);
            }
            json.withoutComma();
        }
        json.raw(']');
    }

    private void playbook(HandDecision decision, Advice advice) {
        Row.PlaybookRow row = (Row.PlaybookRow) decision.tables.rows.get(advice.row);
        key("{\"playbook\":");
        json.text(row.playbook());
        key(",\"action\":");
        json.text(row.action());
        key(",\"owner_role\":");
        json.text(row.ownerRole());
        key(",\"channel\":");
        json.text(row.channel());
        key(",\"due\":");
        due(decision, row.dueDays());
        key(",\"priority\":");
        whole(row.priority());
        key(",\"expected_value\":");
        money(advice.expectedValue);
        key(",\"rule_id\":");
        json.text(row.head().ruleId());
        key(",\"suppressed_by\":");
        json.text(suppressor(decision, advice));
        key(",\"cooling_until\":");
        if (advice.coolingUntil == Integer.MIN_VALUE) {
            json.nothing();
        } else {
            json.date(advice.coolingUntil);
        }
        key("},");
    }

    private static @Nullable String suppressor(HandDecision decision, Advice advice) {
        return switch (advice.suppressedBy) {
            case HandDecision.FREE -> null;
            case HandDecision.BY_RED -> Guards.RED.id();
            case HandDecision.BY_ESCALATION -> Guards.ESCALATION.id();
            default ->
                decision.tables
                        .rows
                        .get(decision.tables.playbooks.from() + advice.suppressedBy)
                        .head()
                        .ruleId();
        };
    }

    private void due(HandDecision decision, @Nullable Integer days) {
        if (days == null) {
            json.nothing();
        } else {
            json.date(decision.account.asOf + (long) days);
        }
    }

    private void whole(@Nullable Integer number) {
        if (number == null) {
            json.nothing();
        } else {
            json.number(number);
        }
    }

    private void escalations(HandDecision decision) {
        key(",\"escalations\":[");
        SegmentTables tables = decision.tables;
        for (int i = Bits.next(decision.fired, tables.escalations.from());
                i >= 0;
                i = Bits.next(decision.fired, i + 1)) {
            Row.EscalationRow row = (Row.EscalationRow) tables.rows.get(i);
            key("{\"escalate_to\":");
            json.text(row.escalateTo());
            key(",\"action\":");
            json.text(row.action());
            key(",\"due\":");
            due(decision, row.dueDays());
            key(",\"rule_id\":");
            json.text(row.head().ruleId());
            key("},");
        }
        json.withoutComma();
        json.raw(']');
    }

    private void contributions(HandDecision decision) {
        Weights weights = decision.tables.weights;
        for (int s = 0; s < decision.shown.length; s++) {
            if (decision.computed[s] >= 0 && s == 0) {
                overall(decision, weights);
            } else if (decision.computed[s] >= 0) {
                dimension(decision, weights, s - 1);
            }
            CapTable.Moves moves = decision.moves;
            if (moves != null) {
                move(decision, s, moves.floorRow[s], moves.floorPoints[s]);
                move(decision, s, moves.capRow[s], moves.capPoints[s]);
            }
        }
        json.withoutComma();
    }

    private void overall(HandDecision decision, Weights weights) {
        int[] dimensions = java.util.Arrays.copyOfRange(decision.computed, 1, decision.computed.length);
        int[] shares = Weights.shares(weights.overall, dimensions, decision.computed[0]);
        for (int d = 0; d < dimensions.length; d++) {
            if (dimensions[d] >= 0) {
                key("{\"score\":\"Overall\",\"dimension\":");
                json.text(weights.names[d]);
                key(",\"value\":");
                json.decimal(dimensions[d], 2);
                part(dimensions[d], weights.overall[d] * Micros.HUNDREDTH, shares[d]);
                key("null},");
            }
        }
    }

    private void part(int subScore, long weight, int points) {
        key(",\"sub_score\":");
        json.decimal(subScore, 2);
        key(",\"weight\":");
        json.micros(weight);
        key(",\"points\":");
        json.decimal(points, 2);
        key(",\"rule_id\":");
    }

    private void dimension(HandDecision decision, Weights weights, int d) {
        int from = weights.from[d];
        int count = weights.from[d + 1] - from;
        int[] subScores = new int[count];
        for (int i = 0; i < count; i++) {
            subScores[i] = decision.subScores[weights.place[from + i]];
        }
        int[] shares = Weights.shares(weights.cells(decision.effective, d), subScores, decision.computed[d + 1]);
        for (int i = 0; i < count; i++) {
            int place = weights.place[from + i];
            if (subScores[i] >= 0) {
                key("{\"score\":");
                json.text(weights.names[d]);
                key(",\"indicator\":");
                json.text(fields.fields[place].name());
                key(",\"value\":");
                fired.processed(decision, place, json);
                part(subScores[i], decision.effective[from + i], shares[i]);
                json.text(
                        decision.tables.rows.get(decision.subRows[place]).head().ruleId());
                key("},");
            }
        }
    }

    private void move(HandDecision decision, int score, int row, int points) {
        if (row >= 0) {
            key("{\"score\":");
            json.text(score(decision, score));
            key(",\"points\":");
            json.decimal(points, 2);
            key(",\"rule_id\":");
            json.text(decision.tables
                    .rows
                    .get(decision.tables.caps.from() + row)
                    .head()
                    .ruleId());
            key("},");
        }
    }

    private void change(HandChange change) {
        key("{\"kind\":");
        json.text(change.kind());
        key(",\"indicator\":");
        json.text(change.attribute() || change.place() < 0 ? null : fields.fields[change.place()].name());
        if (change.attribute()) {
            key(",\"attribute\":");
            json.text(change.place() < 0 ? "as_of" : fields.fields[change.place()].name());
        }
        key(",\"from\":");
        HandFired.plain(change.from(), json);
        key(",\"to\":");
        HandFired.plain(change.to(), json);
        key(",\"points\":");
        json.micros(change.points());
        key("},");
    }

    private void issue(DecisionIssue issue) {
        key("{\"code\":");
        json.text(issue.code());
        key(",\"message\":");
        json.text(issue.message());
        key(",\"field\":");
        json.text(issue.field());
        key("},");
    }
}
