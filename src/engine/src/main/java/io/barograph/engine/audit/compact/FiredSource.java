package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.compact.RowForm.Hole;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rules that fired, as the tree of the canonical JSON, and gathers what follows from them. */
final class FiredSource {

    /** A playbook's row that fired, with its effect, whose state is known once the playbooks are. */
    record Play(RowForm form, @Nullable Map<String, @Nullable Object> open, @Nullable Object expectedValue) {}

    private final RecordModel model;
    private final ValueSource in;
    private final RecordHead head;
    private final Known known;
    private final List<Object> rules = new ArrayList<>();
    private final FiredSink.@Nullable Scored[] scored;
    private final List<Play> plays = new ArrayList<>();
    private final List<Object> flags = new ArrayList<>();
    private final List<Object> escalations = new ArrayList<>();
    private @Nullable Object segment;
    private @Nullable Object tier;
    private @Nullable Object cohort;
    private int last = -1;

    FiredSource(RecordModel model, ValueSource in, RecordHead head) {
        this.model = model;
        this.in = in;
        this.head = head;
        this.known = new Known(model.names().size());
        this.scored = new FiredSink.@Nullable Scored[model.fields().size()];
    }

    List<Object> read() {
        int count = in.bytes().count();
        for (int i = 1; i <= count; i++) {
            Map<String, @Nullable Object> rule = rule();
            rule.put("seq", BigDecimal.valueOf(i));
            raise(rule);
            rules.add(rule);
        }
        return rules;
    }

    @Nullable Object segment() {
        return segment;
    }

    @Nullable Object tier() {
        return tier;
    }

    @Nullable Object cohort() {
        return cohort;
    }

    List<Object> flags() {
        return flags;
    }

    List<Object> escalations() {
        return escalations;
    }

    List<Play> plays() {
        return plays;
    }

    FiredSink.@Nullable Scored scored(int field) {
        return field < 0 ? null : scored[field];
    }

    private Map<String, @Nullable Object> rule() {
        long start = in.bytes().varint();
        if (start == 0) {
            return spelt();
        }
        int special = (start & 1) == 0 ? 0 : in.bytes().upTo(FiredSink.ALL);
        long number = (start >>> 1) + last;
        if ((start >>> 1) == 0 || number >= model.rows().size() || ((start & 1) == 1 && special == 0)) {
            throw new IllegalArgumentException("a record names a row that its model does not have");
        }
        last = (int) number;
        RowForm form = model.rows().get(last);
        Map<String, @Nullable Object> effect =
                (special & FiredSink.EFFECT) != 0 ? members() : effect(form);
        boolean kept = form.kept() >= 0 && Boolean.TRUE.equals(effect.get(Hole.KEPT.member()));
        Map<String, @Nullable Object> inputs = (special & FiredSink.INPUTS) != 0
                ? members()
                : inputs(form, kept, (special & FiredSink.RETOLD) != 0);
        Map<String, @Nullable Object> rule = new TreeMap<>();
        rule.put("rule_id", form.ruleId());
        rule.put("table", form.table().sheet());
        rule.put("cell", form.cell());
        rule.put("inputs", inputs);
        rule.put("effect", effect);
        rule.put("because", (special & FiredSink.SENTENCE) != 0 ? in.value() : sentence(form));
        gather(form, inputs, effect, (special & FiredSink.EFFECT) == 0);
        return rule;
    }

    private Map<String, @Nullable Object> spelt() {
        Map<String, @Nullable Object> rule = new TreeMap<>();
        rule.put("rule_id", in.textOrNull());
        rule.put("table", in.text());
        rule.put("cell", in.text());
        rule.put("because", in.value());
        rule.put("inputs", members());
        rule.put("effect", members());
        return rule;
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        int count = in.bytes().count();
        for (int i = 0; i < count; i++) {
            members.put(in.text(), in.value());
        }
        return members;
    }

    private Map<String, @Nullable Object> effect(RowForm form) {
        Map<String, @Nullable Object> effect = new TreeMap<>(form.effect());
        for (Hole hole : form.holes()) {
            switch (hole) {
                case SUB_SCORE, POINTS ->
                    effect.put(hole.member(), BigDecimal.valueOf(in.bytes().zigzag(), 2));
                case LOWERED, KEPT -> effect.put(hole.member(), in.bytes().yes());
                case EXPECTED_VALUE -> {
                    Object value = in.value();
                    if (value != null) {
                        effect.put(hole.member(), value);
                    }
                }
            }
        }
        if (form.table() == Table.ESCALATIONS && form.dueDays() != null) {
            effect.put("due", due(form));
        }
        return effect;
    }

    private @Nullable String due(RowForm form) {
        return form.dueDays() == null
                ? null
                : head.asOf().plusDays(form.dueDays()).toString();
    }

    private Map<String, @Nullable Object> inputs(RowForm form, boolean kept, boolean retold) {
        Map<String, @Nullable Object> inputs = new TreeMap<>();
        for (int name : form.inputs()) {
            inputs.put(model.names().name(name), told(name, retold));
        }
        if (kept) {
            inputs.put(model.names().name(form.kept()), told(form.kept(), retold));
        }
        return inputs;
    }

    private @Nullable Object told(int name, boolean again) {
        if (again || !known.has(name)) {
            known.put(name, in.value());
        }
        return known.value(name);
    }

    private @Nullable String sentence(RowForm form) {
        if (form.because() == null) {
            return null;
        }
        List<String> shown = new ArrayList<>();
        for (int name : form.because().blanks()) {
            String text = known.has(name) ? SentenceForm.shown(known.value(name)) : MessageForm.text(in.value());
            if (text == null) {
                throw new IllegalArgumentException("a record holds a number that no sentence can show");
            }
            shown.add(text);
        }
        return form.because().filled(shown);
    }

    private void raise(Map<String, @Nullable Object> rule) {
        Object ruleId = rule.get("rule_id");
        Map<?, ?> effect = (Map<?, ?>) Objects.requireNonNull(rule.get("effect"));
        raise(effect, ruleId);
        if (effect.get("also") instanceof List<?> more) {
            more.forEach(other -> {
                if (other instanceof Map<?, ?> members) {
                    raise(members, ruleId);
                }
            });
        }
    }

    private void raise(Map<?, ?> effect, @Nullable Object ruleId) {
        if (effect.get("flag") instanceof String flag && effect.get("severity") instanceof String severity) {
            Map<String, @Nullable Object> raised = new TreeMap<>();
            raised.put("flag", flag);
            raised.put("severity", severity);
            raised.put("rule_id", ruleId == null ? "" : ruleId);
            flags.add(raised);
        }
    }

    private void gather(
            RowForm form,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> effect,
            boolean implied) {
        if (form.indicator() >= 0) {
            Object value = form.inputs().isEmpty()
                    ? null
                    : inputs.get(model.names().name(form.inputs().get(0)));
            scored[form.indicator()] = new FiredSink.Scored(value, effect.get("sub_score"), form.ruleId());
        }
        switch (form.table()) {
            case SEGMENTS -> segment = form.effect().get("segment");
            case ACCOUNT_TIERS -> tier = form.effect().get("tier");
            case COHORTS -> cohort = form.effect().get("cohort");
            case PLAYBOOKS ->
                plays.add(new Play(form, implied ? effect : null, effect.get(Hole.EXPECTED_VALUE.member())));
            case ESCALATIONS -> {
                Map<String, @Nullable Object> escalation = new TreeMap<>();
                escalation.put("escalate_to", form.effect().get("escalate_to"));
                escalation.put("action", form.action());
                escalation.put("due", due(form));
                escalation.put("rule_id", form.ruleId() == null ? "" : form.ruleId());
                escalations.add(escalation);
            }
            default -> {
                // nothing else follows from its rows
            }
        }
    }
}
