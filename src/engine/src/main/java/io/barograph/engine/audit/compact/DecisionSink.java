package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision: which rows fired and what they saw, then what does not follow from that. A part that is not what it would be by
 * the model is spelt out, so whatever a decision says is kept.
 */
final class DecisionSink {

    private final RecordModel model;
    private final RecordSink out;
    private final DecisionRecord record;
    private final Decision decision;

    DecisionSink(RecordModel model, RecordSink out, DecisionRecord record) {
        this.model = model;
        this.out = out;
        this.record = record;
        this.decision = record.decision();
    }

    void write() {
        FiredSink fired = new FiredSink(model, out, decision);
        out.bytes().varint(decision.fired().size());
        decision.fired().forEach(fired::write);
        Implied implied = fired.implied();
        SegmentForm segment = model.segment(decision.segment());
        ScoreSink scores = new ScoreSink(segment, fired, decision);
        int spelt = (Objects.equals(decision.segment(), implied.segment()) ? 0 : Part.SEGMENT.bit())
                | (Objects.equals(decision.tier(), implied.tier()) ? 0 : Part.TIER.bit())
                | (Objects.equals(decision.cohort(), implied.cohort()) ? 0 : Part.COHORT.bit())
                | (isImplied(decision.status()) ? 0 : Part.STATUS.bit())
                | (implied.flags().equals(decision.flags()) ? 0 : Part.FLAGS.bit())
                | (implied.escalations().equals(decision.escalations()) ? 0 : Part.ESCALATIONS.bit())
                | (isImplied(fired.plays()) ? 0 : Part.PLAYBOOKS.bit())
                | scores.spelt();
        out.bytes().varint(spelt);
        for (Part part : Part.values()) {
            if ((spelt & part.bit()) != 0) {
                spell(part);
            } else {
                write(part, segment, scores, fired);
            }
        }
        out.value(decision.coverage());
        out.text(decision.confidence());
        out.value(decision.arrAtRisk(), model.hidesAmounts());
        out.bytes().varint(decision.changes().size());
        decision.changes().forEach(this::change);
        out.bytes().varint(decision.issues().size());
        decision.issues().forEach(this::issue);
    }

    private boolean isImplied(Decision.Status status) {
        return (status == Decision.Status.DECIDED) == decision.scores().containsKey(Decision.OVERALL);
    }

    /** Each playbook that fired stands in the list once, and as its row says. */
    private boolean isImplied(List<FiredSink.Play> plays) {
        if (plays.size() != decision.playbooks().size()) {
            return false;
        }
        for (Recommendation each : decision.playbooks()) {
            FiredSink.Play play = FiredSink.Play.of(plays, each);
            if (play == null || !play.implies(each, decision.asOf())) {
                return false;
            }
        }
        return true;
    }

    private void write(Part part, @Nullable SegmentForm segment, ScoreSink scores, FiredSink fired) {
        switch (part) {
            case CONTRIBUTIONS -> scores.contributions(out);
            case BANDS -> {
                if (segment != null) {
                    segment.scores().forEach(score -> out.text(decision.bands().get(score)));
                }
            }
            case PROBABILITIES -> {
                if (segment != null && !segment.probabilities().isEmpty()) {
                    out.bytes().octet(decision.probabilities().isEmpty() ? 0 : 1);
                    decision.probabilities().values().forEach(out::value);
                }
            }
            case PLAYBOOKS -> decision.playbooks().forEach(each -> playbook(each, fired.plays()));
            default -> {
                // implied as a whole
            }
        }
    }

    private void playbook(Recommendation each, List<FiredSink.Play> plays) {
        out.bytes().varint(plays.indexOf(FiredSink.Play.of(plays, each)));
        out.text(each.suppressedBy());
        if (each.coolingUntil() == null) {
            out.bytes().octet(0);
        } else {
            out.bytes().octet(1);
            out.date(each.coolingUntil());
        }
    }

    /** Contributions and playbooks may hold sensitive values anywhere. */
    private void spell(Part part) {
        Map<?, ?> whole = (Map<?, ?>) Objects.requireNonNull(record.tree());
        Object value = ((Map<?, ?>) Objects.requireNonNull(whole.get("decision"))).get(part.member());
        out.value(value, model.sensitive() && (part == Part.CONTRIBUTIONS || part == Part.PLAYBOOKS));
    }

    private void change(ScoreChange change) {
        boolean sensitive = model.sealer().hidesChange(change.indicator(), change.attribute());
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

    /** What follows from the rows that fired. */
    record Implied(
            @Nullable String segment,
            @Nullable String tier,
            @Nullable String cohort,
            List<io.barograph.engine.decision.RaisedFlag> flags,
            List<io.barograph.engine.decision.Escalation> escalations) {}

    /** Parts of a decision that are left out when they are as the rest implies, in the order in which they are written. */
    enum Part {
        SEGMENT(0, "segment"),
        TIER(1, "tier"),
        COHORT(2, "cohort"),
        CONTRIBUTIONS(3, "contributions"),
        SCORES(4, "scores"),
        BANDS(5, "bands"),
        STATUS(6, "status"),
        PROBABILITIES(7, "probabilities"),
        FLAGS(8, "flags"),
        PLAYBOOKS(9, "playbooks"),
        ESCALATIONS(10, "escalations");

        private final int bit;
        private final String member;

        Part(int number, String member) {
            this.bit = 1 << number;
            this.member = member;
        }

        String member() {
            return member;
        }

        int bit() {
            return bit;
        }

        static final int ALL = (1 << 11) - 1;
    }

    /** Of what cannot be told in hundredths. */
    static final long NONE = Long.MIN_VALUE;

    /** A score, or points of one, in whole hundredths; {@link #NONE} when it is no number of few digits. */
    static long hundredths(@Nullable Object value) {
        if (!(value instanceof BigDecimal number) || number.precision() > 12 || number.scale() > 6) {
            return NONE;
        }
        int scale = number.scale();
        if (scale == 0) {
            return number.longValue() * 100;
        }
        if (scale == 1) {
            return number.unscaledValue().longValue() * 10;
        }
        if (scale == 2) {
            return number.unscaledValue().longValue();
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() > 2 || stripped.scale() < -6
                ? NONE
                : stripped.setScale(2).unscaledValue().longValue();
    }
}
