package io.barograph.engine.audit.compact;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.TextValue;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes what happened to an account: which rows fired, each cell that they saw once, and what came of it. */
final class OutcomeSink {

    static final int FAILED = 1;
    static final int SCORED = 2;

    /** Every score that a row gave is told, also those that follow from the row. */
    static final int EVERY_SUB_SCORE = 4;

    static final int ALL = 7;

    static final int BY_ROW = 1;
    static final int BY_GUARDRAIL = 2;
    static final int COOLING = 4;

    private static final int FULL = 10_000;

    private final RecordModel model;
    private final RecordSink out;
    private final Decision decision;
    private final Outcome outcome;

    OutcomeSink(RecordModel model, RecordSink out, Decision decision, Outcome outcome) {
        this.model = model;
        this.out = out;
        this.decision = decision;
        this.outcome = outcome;
    }

    void write() {
        boolean every = !subScoresFollow();
        out.bytes()
                .octet((outcome.failed() ? FAILED : 0)
                        | (outcome.scores() == null ? 0 : SCORED)
                        | (every ? EVERY_SUB_SCORE : 0));
        fired(every);
        if (outcome.scores() != null) {
            scores(outcome.scores());
        }
        out.value(outcome.arrAtRisk(), model.hidesAmounts());
        proposals();
        for (int i = 0; i < outcome.escalations(); i++) {
            out.bytes().varint(outcome.daysInBand(i) + 1L);
        }
        out.bytes().varint(outcome.guarded().size());
        outcome.guarded().forEach(this::guarded);
        out.bytes().varint(outcome.changes().size());
        outcome.changes().forEach(this::change);
        out.bytes().varint(outcome.issues().size());
        outcome.issues().forEach(this::issue);
    }

    private boolean subScoresFollow() {
        int next = 0;
        for (int i = 0; i < outcome.firings(); i++) {
            RowForm row = model.row(outcome.row(i));
            if (row.scores) {
                int given = outcome.subScore(next++);
                if (row.subScore != RowForm.NONE && row.subScore != given) {
                    return false;
                }
            }
        }
        return true;
    }

    private void fired(boolean everySubScore) {
        boolean[] told = new boolean[model.cells()];
        out.bytes().varint(outcome.firings());
        int last = -1;
        int next = 0;
        for (int i = 0; i < outcome.firings(); i++) {
            int number = outcome.row(i);
            RowForm row = model.row(number);
            out.bytes().varint(number - last - 1L);
            last = number;
            if (row.scores) {
                int given = outcome.subScore(next++);
                if (everySubScore || row.subScore == RowForm.NONE) {
                    out.bytes().zigzag(given);
                }
            }
            for (int cell : row.cells) {
                if (!told[cell]) {
                    told[cell] = true;
                    out.value(shown(outcome.seen(cell)), model.tells(cell));
                }
            }
            if (row.hidden) {
                out.spellOut();
            }
        }
    }

    private static @Nullable Object shown(@Nullable Object seen) {
        if (seen instanceof TextValue text) {
            return text.shown();
        }
        return seen instanceof SetValue set ? set.shown() : seen;
    }

    /** Coverage, which is told of Overall alone, as what is missing: nothing most of the time. */
    private void scores(Outcome.Scores scores) {
        out.bytes().varint(scores.computed().length);
        out.bytes().zigzag(FULL - (scores.coverage().length == 0 ? 0L : scores.coverage()[0]));
        for (int i = 0; i < scores.computed().length; i++) {
            out.bytes().varint(scores.computed()[i] + 1L);
            out.bytes().zigzag((long) scores.shown()[i] - scores.computed()[i]);
            out.bytes().varint(scores.bands()[i] + 1L);
            out.text(scores.previousBands()[i]);
        }
    }

    private void proposals() {
        List<Outcome.Proposal> proposals = outcome.proposals();
        out.bytes().varint(proposals.size());
        for (Outcome.Proposal proposal : proposals) {
            boolean byRow = proposal.suppressedBy() >= 0;
            boolean byGuardrail = proposal.suppressedBy() == Outcome.Proposal.GUARDRAIL;
            out.bytes()
                    .octet((byRow ? BY_ROW : 0)
                            | (byGuardrail ? BY_GUARDRAIL : 0)
                            | (proposal.coolingUntil() == null ? 0 : COOLING));
            out.value(proposal.expectedValue(), model.hidesAmounts());
            if (byRow) {
                out.bytes().varint(proposal.suppressedBy());
            }
            if (byGuardrail) {
                out.text(proposal.guardrail());
            }
            if (proposal.coolingUntil() != null) {
                out.date(proposal.coolingUntil());
            }
        }
        if (model.hidesAmounts() && proposals.size() > 1) {
            rank();
        }
    }

    /** The order of the recommendations follows from amounts, so where they are sealed it has to be told. */
    private void rank() {
        List<String> rules = new java.util.ArrayList<>();
        for (int i = 0; i < outcome.firings(); i++) {
            if (model.row(outcome.row(i)).table == Table.PLAYBOOKS) {
                rules.add(model.ruleId(outcome.row(i)));
            }
        }
        for (Recommendation each : decision.playbooks()) {
            out.bytes().varint(rules.indexOf(each.ruleId()));
        }
    }

    private void guarded(Outcome.Guarded guarded) {
        out.text(guarded.stage() == io.barograph.engine.decision.GuardrailStage.BANDS ? "bands" : "playbooks");
        out.text(guarded.rule());
        members(guarded.inputs(), name -> model.sealer().tells(RecordModel.GUARDRAILS, guarded.rule(), name));
        members(guarded.effect(), name -> false);
    }

    private void members(Map<String, @Nullable Object> members, Predicate<String> isSensitive) {
        out.bytes().varint(members.size());
        members.forEach((name, value) -> {
            out.text(name);
            out.value(value, model.sensitive() && isSensitive.test(name));
        });
    }

    private void change(ScoreChange change) {
        boolean sensitive = model.sensitive() && model.sealer().hidesChange(change.indicator(), change.attribute());
        out.text(change.kind().label());
        out.text(change.indicator());
        out.text(change.attribute());
        out.value(change.from(), sensitive);
        out.value(change.to(), sensitive);
        out.value(change.points());
    }

    private void issue(DecisionIssue issue) {
        out.text(issue.code());
        out.message(issue.message(), model.sealer().hidesMessage(issue.code(), issue.field()));
        out.text(issue.field());
    }
}
