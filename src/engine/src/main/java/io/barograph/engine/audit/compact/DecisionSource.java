package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.compact.DecisionSink.Part;
import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DecisionSink} writes, as the tree of the canonical JSON. */
final class DecisionSource {

    private final RecordModel model;
    private final ValueSource in;
    private final RecordHead head;
    private final FiredSource fired;
    private final Map<String, @Nullable Object> decision = new TreeMap<>();
    private int spelt;

    DecisionSource(RecordModel model, ValueSource in, RecordHead head) {
        this.model = model;
        this.in = in;
        this.head = head;
        this.fired = new FiredSource(model, in, head);
    }

    Map<String, @Nullable Object> read() {
        decision.put("account_id", head.accountId());
        decision.put("as_of", head.asOf().toString());
        Map<String, @Nullable Object> version = new TreeMap<>();
        version.put("digest", head.modelDigest());
        version.put("version", head.modelVersion());
        decision.put("model", version);
        decision.put("override", null);
        decision.put("fired", fired.read());
        spelt = in.bytes().upTo(Part.ALL);
        part(Part.SEGMENT, fired.segment());
        part(Part.TIER, fired.tier());
        part(Part.COHORT, fired.cohort());
        SegmentForm segment = model.segment(decision.get("segment") instanceof String name ? name : null);
        ScoreSource scores = new ScoreSource(segment, in, fired);
        parts(segment, scores);
        decision.put("coverage", in.value());
        decision.put("confidence", in.textOrNull());
        decision.put("arr_at_risk", in.value());
        decision.put("changes", list(this::change));
        decision.put("issues", list(this::issue));
        conclude();
        return decision;
    }

    private void parts(@Nullable SegmentForm segment, ScoreSource scores) {
        if (isSpelt(Part.CONTRIBUTIONS)) {
            decision.put("contributions", in.value());
        } else {
            decision.put("contributions", scores.contributions());
        }
        part(Part.SCORES, scores.scores());
        if (isSpelt(Part.BANDS)) {
            decision.put("bands", in.value());
        } else {
            decision.put("bands", bands(segment));
        }
        boolean scored = decision.get("scores") instanceof Map<?, ?> known && known.containsKey(Decision.OVERALL);
        part(Part.STATUS, (scored ? Decision.Status.DECIDED : Decision.Status.UNDECIDED).label());
        if (isSpelt(Part.PROBABILITIES)) {
            decision.put("probabilities", in.value());
        } else {
            decision.put("probabilities", probabilities(segment));
        }
        part(Part.FLAGS, fired.flags());
        if (isSpelt(Part.PLAYBOOKS)) {
            decision.put("playbooks", in.value());
        } else {
            decision.put("playbooks", playbooks());
        }
        part(Part.ESCALATIONS, fired.escalations());
    }

    private boolean isSpelt(Part part) {
        return (spelt & part.bit()) != 0;
    }

    private void part(Part part, @Nullable Object implied) {
        decision.put(part.member(), isSpelt(part) ? in.value() : implied);
    }

    private Map<String, @Nullable Object> bands(@Nullable SegmentForm segment) {
        Map<String, @Nullable Object> bands = new TreeMap<>();
        if (segment != null) {
            for (String score : segment.scores()) {
                String band = in.textOrNull();
                if (band != null) {
                    bands.put(score, band);
                }
            }
        }
        return bands;
    }

    private Map<String, @Nullable Object> probabilities(@Nullable SegmentForm segment) {
        Map<String, @Nullable Object> probabilities = new TreeMap<>();
        if (segment != null && !segment.probabilities().isEmpty() && in.bytes().yes()) {
            for (String name : segment.probabilities()) {
                probabilities.put(name, in.value());
            }
        }
        return probabilities;
    }

    private List<Object> playbooks() {
        List<Object> playbooks = new ArrayList<>();
        for (int i = 0; i < fired.plays().size(); i++) {
            FiredSource.Play play =
                    fired.plays().get(in.bytes().upTo(fired.plays().size() - 1));
            RowForm.PlaybookForm form = Objects.requireNonNull(play.form().playbook());
            Map<String, @Nullable Object> playbook = new TreeMap<>();
            playbook.put("playbook", form.playbook());
            playbook.put("action", form.action());
            playbook.put("owner_role", form.ownerRole());
            playbook.put("channel", form.channel());
            playbook.put("priority", form.priority() == null ? null : BigDecimal.valueOf(form.priority()));
            Integer dueDays = play.form().dueDays();
            playbook.put("due", dueDays == null ? null : head.asOf().plusDays(dueDays).toString());
            playbook.put("expected_value", play.expectedValue());
            playbook.put("rule_id", play.form().ruleId() == null ? "" : play.form().ruleId());
            playbook.put("suppressed_by", in.textOrNull());
            playbook.put("cooling_until", in.bytes().yes() ? in.date() : null);
            playbooks.add(playbook);
        }
        return playbooks;
    }

    /** Says of each playbook's row what became of it, which the list of playbooks tells. */
    private void conclude() {
        for (FiredSource.Play play : fired.plays()) {
            if (play.open() != null && decision.get("playbooks") instanceof List<?> playbooks) {
                for (Object each : playbooks) {
                    if (each instanceof Map<?, ?> playbook
                            && Objects.equals(playbook.get("rule_id"), play.form().ruleId())) {
                        play.open()
                                .put(
                                        "state",
                                        FiredSink.state(
                                                playbook.get("suppressed_by") != null,
                                                playbook.get("cooling_until") != null));
                        break;
                    }
                }
            }
        }
    }

    private List<Object> list(java.util.function.Supplier<Object> item) {
        int count = in.bytes().count();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    private Object change() {
        Map<String, @Nullable Object> change = new TreeMap<>();
        change.put("kind", in.text());
        change.put("indicator", in.textOrNull());
        String attribute = in.textOrNull();
        if (attribute != null) {
            change.put("attribute", attribute);
        }
        change.put("from", in.value());
        change.put("to", in.value());
        change.put("points", in.value());
        return change;
    }

    private Object issue() {
        Map<String, @Nullable Object> issue = new TreeMap<>();
        issue.put("code", in.text());
        issue.put("message", in.message());
        issue.put("field", in.textOrNull());
        return issue;
    }
}
