package io.barograph.engine.audit;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads records back. Canonical JSON sorts members, so the order of scores and bands is taken from the contributions,
 * which list the dimensions in the order of the model.
 */
final class RecordReader {

    private RecordReader() {}

    static DecisionRecord read(byte[] canonical) {
        try {
            return read(new Members(CanonicalJson.tree(canonical)));
        } catch (ClassCastException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("a record holds a value of another kind than is written there", e);
        }
    }

    static Decision decision(@Nullable Object tree) {
        try {
            return decision(new Members(tree));
        } catch (ClassCastException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("a record holds a value of another kind than is written there", e);
        }
    }

    private static DecisionRecord read(Members record) {
        if (record.number("v").intValueExact() != DecisionRecord.VERSION) {
            throw new IllegalArgumentException("a record of version " + record.number("v") + " is not known here");
        }
        if (!DecisionRecord.KIND.equals(record.textOrNull("kind"))) {
            throw new IllegalArgumentException("this is no record of a decision");
        }
        return new DecisionRecord(
                snapshot(record.of("snapshot")),
                prior(record.of("snapshot"), record.value("prior")),
                record.text("engine"),
                record.text("caller"),
                record.text("decision_id"),
                Instant.parse(record.text("decided_at")),
                decision(record.of("decision")));
    }

    private static AccountSnapshot snapshot(Members snapshot) {
        try {
            return SnapshotJson.read(CanonicalJson.bytes(snapshot.tree), LocalDate.EPOCH);
        } catch (BadSnapshotException e) {
            throw new IllegalArgumentException("the snapshot of a record cannot be read: " + e.getMessage(), e);
        }
    }

    private static PriorState prior(Members snapshot, @Nullable Object entries) {
        Map<String, @Nullable Object> carrier = new LinkedHashMap<>();
        carrier.put("account_id", snapshot.value("account_id"));
        carrier.put("history", entries);
        List<HistoryEntry> history = snapshot(new Members(carrier)).history();
        return new PriorState(history);
    }

    private static Decision decision(Members decision) {
        List<Contribution> contributions = decision.list("contributions", RecordReader::contribution);
        Members model = decision.of("model");
        return new Decision(
                decision.text("account_id"),
                LocalDate.parse(decision.text("as_of")),
                Decision.Status.valueOf(decision.text("status").toUpperCase(Locale.ROOT)),
                new ModelVersion(model.text("version"), model.text("digest")),
                decision.textOrNull("segment"),
                decision.textOrNull("tier"),
                inOrder(decision.of("scores"), contributions, Members::number),
                inOrder(decision.of("bands"), contributions, Members::text),
                decision.numberOrNull("coverage"),
                decision.textOrNull("confidence"),
                probabilities(decision.of("probabilities")),
                decision.amountOrNull("arr_at_risk"),
                decision.value("arr_at_risk") instanceof String word ? word : null,
                decision.list(
                        "flags",
                        flag -> new RaisedFlag(flag.text("flag"), flag.text("severity"), flag.text("rule_id"))),
                decision.textOrNull("cohort"),
                decision.list("playbooks", RecordReader::playbook),
                decision.list("escalations", RecordReader::escalation),
                contributions,
                decision.list("changes", RecordReader::change),
                decision.list("fired", RecordReader::fired),
                decision.list(
                        "issues",
                        issue -> new DecisionIssue(
                                issue.text("code"), issue.text("message"), issue.textOrNull("field"))));
    }

    private static <T> Map<String, T> inOrder(
            Members byScore,
            List<Contribution> contributions,
            java.util.function.BiFunction<Members, String, T> value) {
        List<String> names = new ArrayList<>();
        names.add(Decision.OVERALL);
        contributions.stream()
                .map(Contribution::dimension)
                .filter(dimension -> dimension != null)
                .forEach(names::add);
        names.addAll(byScore.tree.keySet());
        Map<String, T> ordered = new LinkedHashMap<>();
        for (String name : names) {
            if (byScore.tree.containsKey(name)) {
                ordered.putIfAbsent(name, value.apply(byScore, name));
            }
        }
        return ordered;
    }

    /** By horizon, of each first churn. */
    private static Map<String, BigDecimal> probabilities(Members byName) {
        Map<String, BigDecimal> ordered = new LinkedHashMap<>();
        byName.tree.keySet().stream()
                .sorted(Comparator.comparingInt(RecordReader::horizon).thenComparing(Comparator.naturalOrder()))
                .forEach(name -> ordered.put(name, byName.number(name)));
        return ordered;
    }

    private static int horizon(String probability) {
        return Integer.parseInt(probability.replaceAll("\\D", ""));
    }

    private static Escalation escalation(Members escalation) {
        return new Escalation(
                escalation.text("escalate_to"),
                escalation.textOrNull("action"),
                escalation.dateOrNull("due"),
                escalation.text("rule_id"));
    }

    private static ScoreChange change(Members change) {
        return new ScoreChange(
                ScoreChange.Kind.valueOf(change.text("kind").toUpperCase(Locale.ROOT)),
                change.textOrNull("indicator"),
                change.textOrNull("attribute"),
                change.value("from"),
                change.value("to"),
                change.number("points"));
    }

    private static Recommendation playbook(Members playbook) {
        BigDecimal priority = playbook.numberOrNull("priority");
        return new Recommendation(
                playbook.text("playbook"),
                playbook.textOrNull("action"),
                playbook.textOrNull("owner_role"),
                playbook.textOrNull("channel"),
                playbook.dateOrNull("due"),
                priority == null ? null : priority.intValueExact(),
                playbook.amountOrNull("expected_value"),
                playbook.text("rule_id"),
                playbook.textOrNull("suppressed_by"),
                playbook.dateOrNull("cooling_until"));
    }

    private static Contribution contribution(Members contribution) {
        return new Contribution(
                contribution.text("score"),
                contribution.textOrNull("indicator"),
                contribution.textOrNull("dimension"),
                contribution.value("value"),
                contribution.numberOrNull("sub_score"),
                contribution.numberOrNull("weight"),
                contribution.number("points"),
                contribution.textOrNull("rule_id"));
    }

    private static FiredRule fired(Members rule) {
        return new FiredRule(
                rule.number("seq").intValueExact(),
                rule.textOrNull("rule_id"),
                rule.text("table"),
                rule.text("cell"),
                rule.textOrNull("because"),
                rule.of("inputs").tree,
                rule.of("effect").tree);
    }

    /** The members of an object of a record, which are as they were written or else the record is damaged. */
    private static final class Members {

        private final Map<String, @Nullable Object> tree;

        @SuppressWarnings("unchecked") // a tree's objects are maps by name
        Members(@Nullable Object tree) {
            if (!(tree instanceof Map<?, ?> members)) {
                throw new IllegalArgumentException("a record holds something else where an object should be");
            }
            this.tree = (Map<String, @Nullable Object>) members;
        }

        @Nullable Object value(String name) {
            return tree.get(name);
        }

        Members of(String name) {
            return new Members(value(name));
        }

        <T> List<T> list(String name, Function<Members, T> item) {
            return value(name) instanceof List<?> items
                    ? items.stream().map(Members::new).map(item).toList()
                    : List.of();
        }

        @Nullable String textOrNull(String name) {
            return (String) value(name);
        }

        String text(String name) {
            return present(name, textOrNull(name));
        }

        @Nullable BigDecimal numberOrNull(String name) {
            return (BigDecimal) value(name);
        }

        /** Null also where a word stands for an amount that is sealed. */
        @Nullable BigDecimal amountOrNull(String name) {
            return value(name) instanceof String ? null : numberOrNull(name);
        }

        BigDecimal number(String name) {
            return present(name, numberOrNull(name));
        }

        @Nullable LocalDate dateOrNull(String name) {
            String text = textOrNull(name);
            return text == null ? null : LocalDate.parse(text);
        }

        private static <T> T present(String name, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("a record lacks its `" + name + "`");
            }
            return value;
        }
    }
}
