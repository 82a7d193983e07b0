package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether what went live was approved: by notes that a key of the log signed, over the very evidence that was submitted, and by persons
 * who are no authors. How many it takes stands in the decision rights, which are no part of the log.
 */
final class Approvals {

    static final String UPLOADED = "model-uploaded";
    static final String SUBMITTED = "model-submitted";
    static final String APPROVED = "model-approved";

    private static final Set<String> EVENTS = Set.of(UPLOADED, SUBMITTED, APPROVED, EventRecord.MODEL_ACTIVATED);

    /** What was done to versions before an activation. */
    private static final class Version {
        private final Set<String> authors = new TreeSet<>();
        private final List<Long> approvals = new ArrayList<>();
        private boolean uploaded;
        private @Nullable Evidence submitted;
    }

    private final TreeMap<Long, EventRecord> events = new TreeMap<>();
    private final Findings findings;

    Approvals(Findings findings) {
        this.findings = findings;
    }

    static boolean concern(EventRecord event) {
        return EVENTS.contains(event.event());
    }

    /** @throws IllegalArgumentException when it lacks what such an event has */
    void add(long index, EventRecord event) {
        if (event.event().equals(SUBMITTED) || event.event().equals(APPROVED)) {
            evidence(event);
            event.text("person");
        }
        if (!event.event().equals(EventRecord.MODEL_ACTIVATED)) {
            number(event);
        }
        if (event.event().equals(APPROVED)) {
            event.text("note");
        }
        events.put(index, event);
    }

    int count() {
        return events.size();
    }

    /**
     * Everything that went live, in the order of the log, telling what is wrong with it.
     *
     * @param keys that trust reaches
     * @param whole whether every record of the log is here, so that what is not here was never written
     */
    List<LiveVersion> live(Collection<VerifierKey> keys, boolean whole) {
        Map<Long, Version> versions = new TreeMap<>();
        Set<String> decided = new HashSet<>();
        List<LiveVersion> live = new ArrayList<>();
        events.forEach((index, event) -> {
            switch (event.event()) {
                case UPLOADED -> uploaded(version(versions, event), event);
                case SUBMITTED -> submitted(version(versions, event), event);
                case APPROVED -> version(versions, event).approvals.add(index);
                default -> {
                    LiveVersion one = activated(index, event, versions, keys);
                    if (whole) {
                        judge(one, decided);
                    }
                    decided.add(one.model());
                    live.add(one);
                }
            }
        });
        return live;
    }

    private static Version version(Map<Long, Version> versions, EventRecord event) {
        return versions.computeIfAbsent(number(event), any -> new Version());
    }

    /** Uploads were first recorded with what the version is called alone, which is its number. */
    private static long number(EventRecord event) {
        boolean older = event.event().equals(UPLOADED) && !event.details().containsKey("number");
        if (older && event.details().get("model") instanceof Map<?, ?> model) {
            return Long.parseLong(text(model, "version"));
        }
        return event.number("number");
    }

    private static void uploaded(Version version, EventRecord event) {
        version.uploaded = true;
        if (event.details().get("authors") instanceof List<?> authors) {
            authors.forEach(author -> version.authors.add(String.valueOf(author)));
        }
    }

    /** What is submitted again has to be approved again. */
    private static void submitted(Version version, EventRecord event) {
        version.authors.add(event.text("person"));
        version.submitted = evidence(event);
        version.approvals.clear();
    }

    private LiveVersion activated(
            long index, EventRecord event, Map<Long, Version> versions, Collection<VerifierKey> keys) {
        String model = event.details().get("model") instanceof Map<?, ?> members ? text(members, "digest") : "";
        String how = event.details().get("how") instanceof String told ? told : null;
        Long number = event.details().get("number") instanceof BigDecimal value ? value.longValueExact() : null;
        Version version = number == null ? null : versions.get(number);
        LiveVersion bare = new LiveVersion(index, number, model, how, List.of(), List.of(), false);
        if (version == null || number == null) {
            return bare;
        }
        Set<String> approvers = new TreeSet<>();
        Evidence submitted = version.submitted;
        if (bare.takesApproval() && submitted != null) {
            if (!submitted.model().equals(model)) {
                findings.add(
                        Kind.NOT_APPROVED,
                        Range.of(index),
                        null,
                        "record " + index + " lets model `" + model + "` go live as version " + number
                                + ", but what was submitted and approved is `" + submitted.model() + "`");
            }
            version.approvals.forEach(at -> approved(at, number, submitted, version, keys, approvers));
        }
        return new LiveVersion(
                index,
                number,
                model,
                how,
                List.copyOf(version.authors),
                List.copyOf(approvers),
                version.uploaded && submitted != null);
    }

    /** Adds the approver of a record, if the approval holds. */
    private void approved(
            long at,
            long number,
            Evidence submitted,
            Version version,
            Collection<VerifierKey> keys,
            Set<String> approvers) {
        EventRecord event = Objects.requireNonNull(events.get(at));
        String person = event.text("person");
        String fault = fault(event, (int) number, person, submitted, version, keys);
        if (fault == null) {
            approvers.add(person);
        } else {
            findings.add(
                    Kind.BAD_APPROVAL,
                    Range.of(at),
                    null,
                    "the approval of version " + number + " by `" + person + "` in record " + at + " does not hold: "
                            + fault);
        }
    }

    private static @Nullable String fault(
            EventRecord event,
            int number,
            String person,
            Evidence submitted,
            Version version,
            Collection<VerifierKey> keys) {
        if (version.authors.contains(person)) {
            return "`" + person + "` is an author of it";
        }
        if (!evidence(event).equals(submitted)) {
            return "it is given on other evidence than was submitted";
        }
        SignedNote note;
        try {
            note = SignedNote.parse(event.text("note"));
        } catch (IllegalArgumentException none) {
            return "its note cannot be read";
        }
        if (!note.text().equals(submitted.approval(number, person, event.at().toString()))) {
            return "its note says something else";
        }
        return note.verify(keys).valid() ? null : "no key of the log that is trusted signed its note";
    }

    private void judge(LiveVersion one, Set<String> decided) {
        if (one.takesApproval() && one.approvers().isEmpty()) {
            findings.add(
                    Kind.NOT_APPROVED,
                    Range.of(one.index()),
                    null,
                    "record " + one.index() + " lets version " + one.number()
                            + " go live, and no approval of it holds, by anybody who is not its author");
        }
        if ("rollback".equals(one.how()) && !decided.contains(one.model())) {
            findings.add(
                    Kind.NOT_APPROVED,
                    Range.of(one.index()),
                    null,
                    "record " + one.index() + " goes back to model `" + one.model()
                            + "`, which no record before it let go live");
        }
    }

    private static Evidence evidence(EventRecord event) {
        if (event.details().get("evidence") instanceof Map<?, ?> tree) {
            return new Evidence(
                    text(tree, "model"),
                    text(tree, "base"),
                    text(tree, "workbooks"),
                    text(tree, "check"),
                    text(tree, "tests"),
                    text(tree, "diff"),
                    text(tree, "simulation"),
                    text(tree, "guardrails"));
        }
        throw new IllegalArgumentException("no evidence");
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }
}
