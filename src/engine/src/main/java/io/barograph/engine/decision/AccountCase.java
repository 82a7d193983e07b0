package io.barograph.engine.decision;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.Firing;
import io.barograph.engine.ruleset.fact.FiringLog;
import io.barograph.engine.ruleset.fact.Review;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account on its way through the stages: what is known so far. Each stage fills its own part and reads the earlier ones. */
final class AccountCase {

    final Inquiry inquiry;
    final AccountSnapshot snapshot;
    final Past past;
    final List<DecisionIssue> issues = new ArrayList<>();
    final FiringLog log = new FiringLog();
    final List<Outcome.Guarded> guarded = new ArrayList<>();
    private Table concludedThrough = Table.SEGMENTS;
    private boolean concluded;

    /** Usable inputs, filled by screening. */
    final Inputs inputs;

    @Nullable String segment;

    @Nullable String tier;

    @Nullable SegmentPlan plan;

    /** Processed values of indicators by name; those without a usable one are absent. */
    final Map<String, Object> processed;

    /** Whether {@link #processed} was given and is not to be computed. */
    final boolean processedGiven;

    /** Hundredths by indicator name. */
    final Map<String, Integer> subScores = new LinkedHashMap<>();

    @Nullable Scorecard scorecard;

    final Map<String, Bands.Band> bands = new LinkedHashMap<>();
    /** The Thresholds row of each score that has one, by folded name. */
    final Map<String, Row.ThresholdRow> thresholds = new HashMap<>();

    final List<Flag> flags = new ArrayList<>();
    Map<String, BigDecimal> probabilities = Map.of();

    @Nullable BigDecimal arrAtRisk;

    @Nullable String cohort;

    /** One a Playbooks row that fired. */
    List<Outcome.Proposal> proposals = List.of();

    /** Playbooks that are neither suppressed nor cooling, in the order of {@code fired}. */
    List<String> running = List.of();

    /** One an Escalations row that fired, see {@link Outcome#daysInBand}. */
    int[] daysInBand = {};

    List<ScoreChange> changes = List.of();

    /** What guardrails see, while a stage waits for them. */
    @Nullable Review review;

    private final Contract contract;
    private @Nullable Object[] values;
    private final Map<Table, @Nullable Object[]> seen = new EnumMap<>(Table.class);
    private boolean handedOver;
    private boolean failed;

    AccountCase(Inquiry inquiry, Model model) {
        this.inquiry = inquiry;
        this.snapshot = inquiry.snapshot();
        this.contract = model.contract();
        this.inputs = Inputs.screen(inquiry, model.contract(), issues);
        this.past = Past.of(inquiry);
        this.processed = new HashMap<>();
        this.processedGiven = false;
        this.values = new @Nullable Object[model.terms().size()];
    }

    private AccountCase(AccountCase original, Inputs inputs, Map<String, Object> processed) {
        this.inquiry = original.inquiry;
        this.snapshot = original.snapshot;
        this.contract = original.contract;
        this.inputs = inputs;
        this.past = original.past;
        this.processed = processed;
        this.processedGiven = true;
        this.values = new @Nullable Object[original.values.length];
    }

    /** The same account before its first stage, but with these inputs and processed values. */
    AccountCase variant(Inputs replacedInputs, Map<String, Object> replacedValues) {
        return new AccountCase(this, replacedInputs, replacedValues);
    }

    /** The same account in the same segment before it is measured, but with these processed values. */
    AccountCase revalued(Map<String, Object> replacedValues) {
        AccountCase revalued = new AccountCase(this, inputs, replacedValues);
        revalued.segment = segment;
        revalued.tier = tier;
        revalued.plan = plan;
        revalued.values = values;
        revalued.handedOver = true;
        return revalued;
    }

    Contract contract() {
        return contract;
    }

    /** Values of the vocabulary by slot, as far as they are known; for reading only. */
    @Nullable Object[] values() {
        return values;
    }

    /** The same for a fact to keep: from now on they do not change. */
    @Nullable Object[] handOver(Table table) {
        handedOver = true;
        seen.put(table, values);
        return values;
    }

    /** What the rows of a table saw; what is known by now when none was asked. */
    @Nullable Object[] seenBy(Table table) {
        return seen.getOrDefault(table, values);
    }

    /** The same for a stage to fill; a copy when a fact keeps the others. */
    @Nullable Object[] writable() {
        if (handedOver) {
            values = Arrays.copyOf(values, values.length);
            handedOver = false;
        }
        return values;
    }

    /** The segment's workbook; only once it is known that there is one. */
    SegmentPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("the account has no segment model");
        }
        return plan;
    }

    /** All scores; only once they are computed. */
    Scorecard scorecard() {
        if (scorecard == null) {
            throw new IllegalStateException("the account has no scores yet");
        }
        return scorecard;
    }

    LocalDate asOf() {
        return snapshot.asOf();
    }

    /** The band shown of a score by its name; null when it has none. */
    @Nullable String band(String score) {
        Bands.Band band = bands.get(Names.fold(score));
        return band == null ? null : band.shown();
    }

    /** Keeps the flag that a row raised. */
    void raise(String flag, String severity) {
        flags.add(new Flag(flag, severity));
    }

    /** A flag raised so far. */
    record Flag(String name, String severity) {}

    /** Rows of one kind that fired, in sheet order. */
    <R> List<R> rows(Class<R> rowFact) {
        return fired(rowFact).stream().map(Fired::fact).toList();
    }

    /** Firings of one kind of row, in sheet order. */
    <R> List<Fired<R>> fired(Class<R> rowFact) {
        List<Fired<R>> matching = new ArrayList<>();
        for (Firing firing : log.inOrder()) {
            if (rowFact.isInstance(firing.row())) {
                matching.add(new Fired<>(firing, rowFact.cast(firing.row())));
            }
        }
        return matching;
    }

    /** A firing with its row, typed. */
    record Fired<R>(Firing firing, R fact) {}

    /** Says that a stage has taken account of what fired in its tables, of which this is the last. */
    void conclude(Table table) {
        concludedThrough = table;
        concluded = true;
    }

    /** Whether a stage has taken account of what fired in a table; not so for the stage that failed. */
    boolean concluded(Table table) {
        return concluded && table.compareTo(concludedThrough) <= 0;
    }

    /** A later stage has nothing to do for an account without a segment model, or whose rules failed. */
    boolean goesOn() {
        return !failed && plan != null;
    }

    void fail(String reason) {
        failed = true;
        issues.add(new DecisionIssue("rule-failed", reason, null));
    }

    boolean failed() {
        return failed;
    }
}
