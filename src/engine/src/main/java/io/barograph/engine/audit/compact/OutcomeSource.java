package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.GuardrailStage;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OutcomeSink} writes. Where a value is sealed and there is no key, a word stands for it. */
final class OutcomeSource {

    private static final int FULL = 10_000;

    private final RecordModel model;
    private final ValueSource in;
    private final RecordHead head;
    private final List<Integer> fired = new ArrayList<>();
    private final List<Integer> subScores = new ArrayList<>();
    private final List<Boolean> hiddenValues = new ArrayList<>();
    private final List<Integer> rank = new ArrayList<>();
    private boolean hidesAmounts;

    OutcomeSource(RecordModel model, ValueSource in, RecordHead head) {
        this.model = model;
        this.in = in;
        this.head = head;
    }

    /** Whether an amount of money is sealed. */
    boolean hidesAmounts() {
        return hidesAmounts;
    }

    /** Of each playbook that fired, whether its expected value is sealed. */
    List<Boolean> hiddenValues() {
        return hiddenValues;
    }

    /** The playbooks that fired in the order in which they are recommended; empty when that follows from what is told. */
    List<Integer> rank() {
        return rank;
    }

    Outcome read() {
        int flags = in.bytes().upTo(OutcomeSink.ALL);
        Outcome.Builder outcome = new Outcome.Builder().failed((flags & OutcomeSink.FAILED) != 0);
        outcome.seen(fired((flags & OutcomeSink.EVERY_SUB_SCORE) != 0));
        outcome.fired(array(fired)).subScores(array(subScores));
        if ((flags & OutcomeSink.SCORED) != 0) {
            outcome.scores(scores());
        }
        return outcome.arrAtRisk(amount())
                .proposals(proposals())
                .daysInBand(days())
                .guarded(list(this::guarded))
                .changes(list(this::change))
                .issues(list(this::issue))
                .build();
    }

    private @Nullable Object[] fired(boolean everySubScore) {
        @Nullable Object[] seen = new @Nullable Object[model.cells()];
        boolean[] told = new boolean[seen.length];
        int count = in.bytes().upTo(Math.min(in.bytes().left(), model.rows()));
        int number = -1;
        for (int i = 0; i < count; i++) {
            number += 1 + in.bytes().upTo(model.rows() - 2 - number);
            fired.add(number);
            RowForm row = model.row(number);
            if (row.scores) {
                subScores.add(
                        everySubScore || row.subScore == RowForm.NONE
                                ? Math.toIntExact(in.bytes().zigzag())
                                : row.subScore);
            }
            for (int cell : row.cells) {
                if (!told[cell]) {
                    told[cell] = true;
                    seen[cell] = seen(in.value(), model.term(cell));
                }
            }
        }
        return seen;
    }

    private static @Nullable Object seen(@Nullable Object value, Term term) {
        if (value instanceof String text) {
            return term.type() == Term.Type.DATE && !text.equals(SealedRecord.SEALED)
                    ? LocalDate.parse(text)
                    : TextValue.of(text);
        }
        if (value instanceof List<?> texts) {
            return SetValue.of(
                    texts.stream().map(text -> TextValue.of((String) text)).toList());
        }
        return value;
    }

    private Outcome.Scores scores() {
        int count = in.bytes().count();
        int[] computed = new int[count];
        int[] shown = new int[count];
        int[] coverage = new int[count];
        int[] bands = new int[count];
        @Nullable String[] previousBands = new @Nullable String[count];
        int overall = Math.toIntExact(FULL - in.bytes().zigzag());
        Arrays.fill(coverage, overall);
        for (int i = 0; i < count; i++) {
            computed[i] = in.bytes().upTo(FULL + 1) - 1;
            shown[i] = Math.toIntExact(computed[i] + in.bytes().zigzag());
            bands[i] = in.bytes().upTo(Integer.MAX_VALUE - 1) - 1;
            previousBands[i] = in.textOrNull();
        }
        return new Outcome.Scores(computed, shown, coverage, bands, previousBands);
    }

    /** Null also where it is sealed. */
    private @Nullable BigDecimal amount() {
        Object value = in.value();
        if (value instanceof String) {
            hidesAmounts = true;
            return null;
        }
        return (BigDecimal) value;
    }

    private List<Outcome.Proposal> proposals() {
        List<Outcome.Proposal> proposals = list(this::proposal);
        if (model.hidesAmounts() && proposals.size() > 1) {
            for (int i = 0; i < proposals.size(); i++) {
                rank.add(in.bytes().upTo(proposals.size() - 1));
            }
            if (rank.stream().distinct().count() < rank.size()) {
                throw new IllegalArgumentException("a record ranks a playbook twice");
            }
        }
        return proposals;
    }

    private Outcome.Proposal proposal() {
        int flags = in.bytes().upTo(OutcomeSink.ALL);
        boolean before = hidesAmounts;
        hidesAmounts = false;
        BigDecimal expectedValue = amount();
        hiddenValues.add(hidesAmounts);
        hidesAmounts |= before;
        int by = Outcome.Proposal.NOBODY;
        String guardrail = null;
        if ((flags & OutcomeSink.BY_ROW) != 0) {
            by = in.bytes().upTo(model.rows() - 1);
        }
        if ((flags & OutcomeSink.BY_GUARDRAIL) != 0) {
            by = Outcome.Proposal.GUARDRAIL;
            guardrail = in.text();
        }
        LocalDate cooling = (flags & OutcomeSink.COOLING) == 0
                ? null
                : ValueSource.date(head.asOf(), in.bytes().zigzag());
        return new Outcome.Proposal(expectedValue, by, guardrail, cooling);
    }

    private int[] days() {
        int count = (int) fired.stream()
                .filter(number -> model.row(number).table == Table.ESCALATIONS)
                .count();
        int[] days = new int[count];
        for (int i = 0; i < count; i++) {
            days[i] = in.bytes().upTo(Integer.MAX_VALUE - 1) - 1;
        }
        return days;
    }

    private Outcome.Guarded guarded() {
        GuardrailStage stage = GuardrailStage.valueOf(in.text().toUpperCase(Locale.ROOT));
        return new Outcome.Guarded(stage, in.text(), members(), members());
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        int count = in.bytes().count();
        for (int i = 0; i < count; i++) {
            members.put(in.text(), in.value());
        }
        return members;
    }

    private ScoreChange change() {
        ScoreChange.Kind kind = ScoreChange.Kind.valueOf(in.text().toUpperCase(Locale.ROOT));
        String indicator = in.textOrNull();
        String attribute = in.textOrNull();
        Object from = in.value();
        Object to = in.value();
        if (in.value() instanceof BigDecimal points) {
            return new ScoreChange(kind, indicator, attribute, from, to, points);
        }
        throw new IllegalArgumentException("a record tells a change without its points");
    }

    private DecisionIssue issue() {
        String code = in.text();
        if (in.message() instanceof String message) {
            return new DecisionIssue(code, message, in.textOrNull());
        }
        throw new IllegalArgumentException("a record tells an issue without its message");
    }

    private <T> List<T> list(Supplier<T> item) {
        int count = in.bytes().count();
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    private static int[] array(List<Integer> numbers) {
        int[] array = new int[numbers.size()];
        Arrays.setAll(array, numbers::get);
        return array;
    }
}
