package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.compact.RowForm.Hole;
import io.barograph.engine.audit.compact.RowForm.PlaybookForm;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the rules that fired, and gathers what follows from them. */
final class FiredSink {

    /** The values that the row shows are told again, since one of them is not what it was. */
    static final int RETOLD = 1;

    /** The sentence is spelt out. */
    static final int SENTENCE = 2;

    /** The effect is spelt out. */
    static final int EFFECT = 4;

    /** What the row shows is spelt out with its names. */
    static final int INPUTS = 8;

    static final int ALL = 15;

    /** A playbook's row that fired. */
    record Play(PlaybookForm form, String ruleId, @Nullable Integer dueDays, @Nullable Object expectedValue) {

        static @Nullable Play of(List<Play> plays, Recommendation recommendation) {
            for (Play play : plays) {
                if (play.ruleId.equals(recommendation.ruleId())) {
                    return play;
                }
            }
            return null;
        }

        boolean implies(Recommendation each, LocalDate asOf) {
            return form.playbook().equals(each.playbook())
                    && Objects.equals(form.action(), each.action())
                    && Objects.equals(form.ownerRole(), each.ownerRole())
                    && Objects.equals(form.channel(), each.channel())
                    && Objects.equals(form.priority(), each.priority())
                    && Objects.equals(dueDays == null ? null : asOf.plusDays(dueDays), each.due())
                    && Known.same(expectedValue, each.expectedValue());
        }
    }

    /** An indicator's score as its row gave it. */
    record Scored(@Nullable Object value, @Nullable Object subScore, @Nullable String ruleId) {}

    private final RecordModel model;
    private final RecordSink out;
    private final Decision decision;
    private final Known known;
    private final @Nullable Scored[] scored;
    private final List<Play> plays = new ArrayList<>();
    private final List<RaisedFlag> flags = new ArrayList<>();
    private final List<Escalation> escalations = new ArrayList<>();
    private @Nullable String segment;
    private @Nullable String tier;
    private @Nullable String cohort;
    private int last = -1;
    private int written;

    FiredSink(RecordModel model, RecordSink out, Decision decision) {
        this.model = model;
        this.out = out;
        this.decision = decision;
        this.known = new Known(model.names().size());
        this.scored = new @Nullable Scored[model.fields().size()];
    }

    DecisionSink.Implied implied() {
        return new DecisionSink.Implied(segment, tier, cohort, flags, escalations);
    }

    List<Play> plays() {
        return plays;
    }

    @Nullable Scored scored(int field) {
        return field < 0 ? null : scored[field];
    }

    void write(FiredRule rule) {
        if (rule.seq() != ++written) {
            throw new IllegalArgumentException("fired rules are not numbered from 1 as they stand");
        }
        raise(rule.effect(), rule.ruleId());
        RowForm form = model.row(rule.cell());
        if (form == null
                || form.number() <= last
                || !Objects.equals(form.ruleId(), rule.ruleId())
                || !form.table().sheet().equals(rule.table())) {
            spell(rule);
            return;
        }
        boolean kept = form.kept() >= 0 && Boolean.TRUE.equals(rule.effect().get(Hole.KEPT.member()));
        boolean showsItsNames = showsItsNames(form, kept, rule.inputs());
        boolean retold = showsItsNames && tellsAnother(form, kept, rule.inputs());
        int special = (retold ? RETOLD : 0) | (showsItsNames ? 0 : INPUTS) | (isImplied(form, rule.effect()) ? 0 : EFFECT);
        List<Integer> told = showsItsNames ? told(form, kept, rule.inputs(), retold) : List.of();
        List<String> blanks = form.because() == null || rule.because() == null
                ? null
                : form.because().unknown(rule.because(), known);
        boolean saysItsWords = blanks != null || (form.because() == null && rule.because() == null);
        special |= saysItsWords ? 0 : SENTENCE;
        out.bytes().varint((long) (form.number() - last) << 1 | (special == 0 ? 0 : 1));
        if (special != 0) {
            out.bytes().octet(special);
        }
        last = form.number();
        effect(form, rule, (special & EFFECT) != 0);
        if (showsItsNames) {
            told.forEach(name -> out.value(known.value(name), model.tells(name)));
        } else {
            out.members(rule.inputs(), name -> model.sealer().tells(rule.table(), rule.ruleId(), name));
        }
        sentence(form, rule, blanks);
        gather(form, rule);
    }

    private static @Nullable Object shown(RowForm form, RecordModel model, FiredRule rule) {
        return form.inputs().isEmpty()
                ? null
                : rule.inputs().get(model.names().name(form.inputs().get(0)));
    }

    private void sentence(RowForm form, FiredRule rule, @Nullable List<String> blanks) {
        if (form.hidden() && rule.because() != null) {
            out.spellOut();
        }
        if (blanks == null) {
            if (form.because() != null || rule.because() != null) {
                out.value(rule.because(), form.hidden());
            }
            return;
        }
        int next = 0;
        for (int name : Objects.requireNonNull(form.because()).blanks()) {
            if (!known.has(name)) {
                out.filling(blanks.get(next++), model.tells(name));
            }
        }
    }

    /** A rule that is none of the model's rows, or out of their order, is written as it is. */
    private void spell(FiredRule rule) {
        boolean hidden = model.sealer().spellsOut(rule.cell());
        if (hidden && rule.because() != null) {
            out.spellOut();
        }
        out.bytes().octet(0);
        out.text(rule.ruleId());
        out.text(rule.table());
        out.text(rule.cell());
        out.value(rule.because(), hidden);
        out.members(rule.inputs(), name -> model.sealer().tells(rule.table(), rule.ruleId(), name));
        effect(rule);
    }

    private void effect(FiredRule rule) {
        out.members(
                rule.effect(), name -> model.hidesAmounts() && name.equals(Hole.EXPECTED_VALUE.member()));
    }

    private boolean showsItsNames(RowForm form, boolean kept, Map<String, @Nullable Object> inputs) {
        if (inputs.size() != form.inputs().size() + (kept ? 1 : 0)
                || (kept && !inputs.containsKey(model.names().name(form.kept())))) {
            return false;
        }
        for (int name : form.inputs()) {
            if (!inputs.containsKey(model.names().name(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean tellsAnother(RowForm form, boolean kept, Map<String, @Nullable Object> inputs) {
        for (int name : form.inputs()) {
            if (isAnother(name, inputs)) {
                return true;
            }
        }
        return kept && isAnother(form.kept(), inputs);
    }

    private boolean isAnother(int name, Map<String, @Nullable Object> inputs) {
        return known.has(name) && !Known.same(known.value(name), inputs.get(model.names().name(name)));
    }

    /** The names whose values are to be told with this row. */
    private List<Integer> told(RowForm form, boolean kept, Map<String, @Nullable Object> inputs, boolean retold) {
        List<Integer> told = new ArrayList<>(2);
        for (int name : form.inputs()) {
            tell(name, inputs, retold, told);
        }
        if (kept) {
            tell(form.kept(), inputs, retold, told);
        }
        return told;
    }

    private void tell(int name, Map<String, @Nullable Object> inputs, boolean retold, List<Integer> told) {
        if (retold || !known.has(name)) {
            known.put(name, inputs.get(model.names().name(name)));
            told.add(name);
        }
    }

    private boolean isImplied(RowForm form, Map<String, @Nullable Object> effect) {
        int members = form.effect().size();
        for (Map.Entry<String, Object> fixed : form.effect().entrySet()) {
            if (!Known.same(fixed.getValue(), effect.get(fixed.getKey()))) {
                return false;
            }
        }
        for (Hole hole : form.holes()) {
            Object value = effect.get(hole.member());
            boolean fits = switch (hole) {
                case SUB_SCORE, POINTS -> DecisionSink.hundredths(value) != DecisionSink.NONE;
                case LOWERED, KEPT -> value instanceof Boolean;
                case EXPECTED_VALUE -> value == null || value instanceof BigDecimal;
            };
            if (!fits) {
                return false;
            }
            members += value == null ? 0 : 1;
        }
        if (form.playbook() != null) {
            String state = state(form.ruleId());
            if (state == null || !state.equals(effect.get("state"))) {
                return false;
            }
            members++;
        }
        if (form.table() == Table.ESCALATIONS && form.dueDays() != null) {
            if (!Known.same(effect.get("due"), decision.asOf().plusDays(form.dueDays()))) {
                return false;
            }
            members++;
        }
        return members == effect.size();
    }

    private @Nullable String state(@Nullable String ruleId) {
        for (Recommendation each : decision.playbooks()) {
            if (each.ruleId().equals(ruleId)) {
                return state(each.suppressedBy() != null, each.coolingUntil() != null);
            }
        }
        return null;
    }

    static String state(boolean suppressed, boolean cooling) {
        return suppressed ? "suppressed" : cooling ? "cooling" : "running";
    }

    private void effect(RowForm form, FiredRule rule, boolean spelt) {
        if (spelt) {
            effect(rule);
            return;
        }
        for (Hole hole : form.holes()) {
            Object value = rule.effect().get(hole.member());
            switch (hole) {
                case SUB_SCORE, POINTS ->
                    out.bytes().zigzag(DecisionSink.hundredths(value));
                case LOWERED, KEPT -> out.bytes().octet(Boolean.TRUE.equals(value) ? 1 : 0);
                case EXPECTED_VALUE -> out.value(value, model.hidesAmounts());
            }
        }
    }

    private void raise(Map<String, @Nullable Object> effect, @Nullable String ruleId) {
        if (effect.get("flag") instanceof String flag && effect.get("severity") instanceof String severity) {
            flags.add(new RaisedFlag(flag, severity, ruleId == null ? "" : ruleId));
        }
        if (effect.get("also") instanceof List<?> more) {
            for (Object other : more) {
                if (other instanceof Map<?, ?> members
                        && members.get("flag") instanceof String flag
                        && members.get("severity") instanceof String severity) {
                    flags.add(new RaisedFlag(flag, severity, ruleId == null ? "" : ruleId));
                }
            }
        }
    }

    private void gather(RowForm form, FiredRule rule) {
        String ruleId = form.ruleId() == null ? "" : form.ruleId();
        if (form.indicator() >= 0) {
            scored[form.indicator()] = new Scored(shown(form, model, rule), rule.effect().get("sub_score"), form.ruleId());
        }
        switch (form.table()) {
            case SEGMENTS -> segment = (String) form.effect().get("segment");
            case ACCOUNT_TIERS -> tier = (String) form.effect().get("tier");
            case COHORTS -> cohort = (String) form.effect().get("cohort");
            case PLAYBOOKS ->
                plays.add(new Play(
                        Objects.requireNonNull(form.playbook()),
                        ruleId,
                        form.dueDays(),
                        rule.effect().get(Hole.EXPECTED_VALUE.member())));
            case ESCALATIONS ->
                escalations.add(new Escalation(
                        String.valueOf(form.effect().get("escalate_to")),
                        form.action(),
                        form.dueDays() == null ? null : decision.asOf().plusDays(form.dueDays()),
                        ruleId));
            default -> {
                // nothing else follows from its rows
            }
        }
    }
}
