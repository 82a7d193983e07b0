package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome beside the model it is of: its rows instead of their numbers. */
final class ToldOutcome {

    final OutcomeRenderer renderer;
    final Outcome outcome;
    final LocalDate asOf;

    final @Nullable String segment;
    final @Nullable String tier;
    final @Nullable SegmentPlan plan;

    ToldOutcome(OutcomeRenderer renderer, Outcome outcome, LocalDate asOf) {
        this.renderer = renderer;
        this.outcome = outcome;
        this.asOf = asOf;
        SegmentsFact placing = first(Table.SEGMENTS, SegmentsFact.class);
        AccountTiersFact tiering = first(Table.ACCOUNT_TIERS, AccountTiersFact.class);
        this.segment = placing == null ? null : placing.row().segment();
        this.tier = tiering == null ? null : tiering.row().tier();
        this.plan = renderer.plan(segment);
    }

    /** The i-th row that fired. */
    RowFact row(int i) {
        return renderer.rows().get(outcome.row(i));
    }

    /** What a row saw of a term. */
    @Nullable Object seen(RowFact row, Term term) {
        return outcome.seen(renderer.cells().of(term, row.head().table()));
    }

    /** Rows of one table that fired, in sheet order. */
    <R extends RowFact> List<R> fired(Table table, Class<R> kind) {
        int to = before(table, true);
        int from = before(table, false);
        if (from == to) {
            return List.of();
        }
        List<R> rows = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            rows.add(kind.cast(row(i)));
        }
        return rows;
    }

    /** How many of the rows that fired are of tables before this one, or of it. */
    private int before(Table table, boolean itself) {
        int below = 0;
        int above = outcome.firings();
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (row(middle).head().table().compareTo(table) < (itself ? 1 : 0)) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private <R extends RowFact> @Nullable R first(Table table, Class<R> kind) {
        int first = before(table, false);
        boolean fired = first < outcome.firings() && kind.isInstance(row(first));
        return fired ? kind.cast(row(first)) : null;
    }

    /** Only of accounts with a segment model. */
    SegmentPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("the account has no segment model");
        }
        return plan;
    }

    /** Only of accounts that were scored. */
    Scores scores() {
        Scores scores = outcome.scores();
        if (scores == null) {
            throw new IllegalStateException("the account was not scored");
        }
        return scores;
    }

    /** Whether the account has an answer. */
    boolean decided() {
        return scored() && scores().shown()[SegmentPlan.OVERALL] != Scores.NONE;
    }

    /** Whether the account has scores to tell, if only some. */
    boolean scored() {
        return !outcome.failed() && plan != null && outcome.scores() != null;
    }

    /** Caps rows on a score that fired. */
    List<CapsFact> caps(int score) {
        return Bounding.on(score, fired(Table.CAPS, CapsFact.class));
    }

    /** The Thresholds row of a score that fired; null when none did. */
    @Nullable ThresholdsFact threshold(int score) {
        for (int i = before(Table.THRESHOLDS, false); i < outcome.firings(); i++) {
            if (!(row(i) instanceof ThresholdsFact row)) {
                return null;
            }
            if (row.getScore() == score) {
                return row;
            }
        }
        return null;
    }

    /** The band shown of a score; null when Thresholds has no rows for it. */
    @Nullable String band(int score) {
        ThresholdsFact threshold = threshold(score);
        if (threshold == null) {
            return plan().isBanded(score) ? Bands.UNKNOWN : null;
        }
        Bands.Band band = renderer.band(threshold);
        int depth = scores().bands()[score];
        return depth == Scores.NONE || depth == band.depth()
                ? band.shown()
                : band.ladder().get(depth);
    }
}
