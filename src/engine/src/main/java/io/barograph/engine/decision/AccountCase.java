package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountCells;
import io.barograph.engine.ruleset.fact.FiringLog;
import io.barograph.engine.ruleset.fact.Near;
import io.barograph.engine.ruleset.fact.Review;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One account on its way through the stages: what is known so far. Each stage fills its own part and reads the earlier ones. */
final class AccountCase {

    final Inquiry inquiry;
    final ModelPlan model;

    /** Usable inputs, filled by screening. */
    final Inputs inputs;

    final Past past;
    final AccountCells cells;
    final List<DecisionIssue> issues = new ArrayList<>(0);
    final List<Outcome.Guarded> guarded = new ArrayList<>(0);
    private final LocalDate asOf;

    @Nullable String segment;

    @Nullable String tier;

    @Nullable SegmentPlan plan;

    /** Processed values by field; null before they are computed or given. */
    private @Nullable Object @Nullable [] processed;

    /** Hundredths of the Indicators and Scoring rows that fired, in their order. */
    int[] subScores = {};

    @Nullable Scorecard scorecard;

    /** The Thresholds row of each score that has one. */
    @Nullable ThresholdsFact[] thresholds = {};

    /** The band of each score; null where Thresholds has no rows for it. */
    Bands.@Nullable Band[] bands = {};

    final List<Flag> flags = new ArrayList<>(0);

    /** Chance of churn in the standard horizon; null when it is not known. */
    @Nullable BigDecimal churn;

    /** Chance of expansion in the standard horizon; null when it is not known. */
    @Nullable BigDecimal expansion;

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

    /** So many of the rows that fired have been taken account of. */
    private int concluded;

    private boolean failed;

    /** A flag raised so far. */
    record Flag(String name, String severity) {}

    AccountCase(Inquiry inquiry, ModelPlan model) {
        this.inquiry = inquiry;
        this.model = model;
        this.asOf = inquiry.snapshot().asOf();
        this.inputs = Intake.of(inquiry, model.fields(), issues);
        this.past = Past.of(inquiry);
        this.cells = new AccountCells(model.rows().ranks(), model.rows().all());
    }

    private AccountCase(AccountCase original, AccountCells cells) {
        this.inquiry = original.inquiry;
        this.model = original.model;
        this.asOf = original.asOf;
        this.inputs = original.inputs;
        this.past = original.past;
        this.cells = cells;
        this.segment = original.segment;
        this.tier = original.tier;
        this.plan = original.plan;
    }

    private AccountCase(AccountCase original, Inputs inputs, Past past, LocalDate asOf) {
        this.inquiry = original.inquiry;
        this.model = original.model;
        this.asOf = asOf;
        this.inputs = inputs;
        this.past = past;
        this.cells = new AccountCells(model.rows().ranks(), model.rows().all());
    }

    /** The same account before its first stage, but with these inputs and processed values. */
    AccountCase variant(Inputs replacedInputs, @Nullable Object @Nullable [] replacedValues) {
        AccountCase variant = new AccountCase(this, replacedInputs, past, asOf);
        variant.processed = replacedValues;
        return variant;
    }

    /** The same account in the same segment, where it is placed but not yet measured, but with these processed values. */
    AccountCase revalued(@Nullable Object[] replacedValues) {
        AccountCase revalued = new AccountCase(this, cells.branch());
        revalued.processed = replacedValues;
        return revalued;
    }

    /** The same account at an earlier date before its first stage, with the attributes of then. */
    AccountCase earlier(LocalDate date, @Nullable Object[] attributes) {
        return new AccountCase(this, inputs.earlier(date, attributes), past.earlier(date), date);
    }

    LocalDate asOf() {
        return asOf;
    }

    FiringLog log() {
        return cells.log();
    }

    /** Processed value of an indicator by field; null when it has none, or it is too early to say. */
    @Nullable Object processed(int field) {
        return processed == null ? null : processed[field];
    }

    /** Processed values by field, null where there is none; not to be changed. */
    @Nullable Object[] processed() {
        if (processed == null) {
            throw new IllegalStateException("the account has no processed values yet");
        }
        return processed;
    }

    boolean hasProcessed() {
        return processed != null;
    }

    void process(@Nullable Object[] values) {
        processed = values;
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

    /** Which rows of a table of the account's workbook are near it. */
    Near near(Table table) {
        return Near.of(cells, plan().index(table));
    }

    /** Which rows of {@code segments.xlsx} are near it. */
    Near nearEverySegment() {
        return Near.of(cells, model.placing());
    }

    /** Which rows of Indicators, Scoring and Context are near it. */
    Near nearMeasures() {
        return Near.of(cells, plan().measuring());
    }

    /** The band shown of a score; null when it has none. */
    @Nullable String band(int score) {
        Bands.Band band = score >= 0 && score < bands.length ? bands[score] : null;
        return band == null ? null : band.shown();
    }

    /** Keeps the flag that a row raised. */
    void raise(String flag, String severity) {
        flags.add(new Flag(flag, severity));
    }

    /** Every row that fired since the last stage concluded, in table order, then sheet order. */
    void eachFired(Consumer<RowFact> row) {
        FiringLog log = log();
        for (int i = concluded; i < log.size(); i++) {
            row.accept(log.row(i));
        }
    }

    /** Rows of one table that fired, in sheet order. */
    <R extends RowFact> List<R> fired(Table table, Class<R> kind) {
        return log().of(table, kind);
    }

    /** Says that a stage has taken account of everything that fired so far. */
    void conclude() {
        concluded = log().size();
    }

    /** How many of the rows that fired a stage has taken account of; not those of a stage that failed. */
    int concluded() {
        return concluded;
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
