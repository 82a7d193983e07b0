package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;

/** A row of a workbook in the session. Rows are inserted once a session and never change. */
public abstract sealed class RowFact
        permits SegmentsFact,
                AccountTiersFact,
                IndicatorsFact,
                ScoringFact,
                ContextFact,
                CapsFact,
                ThresholdsFact,
                TrendsFact,
                SignalsFact,
                CohortsFact,
                PlaybooksFact,
                EscalationsFact {

    /** The segment of rows that apply to accounts of every segment: those of {@code segments.xlsx}. */
    public static final String EVERY_SEGMENT = "";

    private final Place place;

    RowFact(Place place) {
        this.place = place;
    }

    /**
     * Where a row stands in its model.
     *
     * @param number position among all rows of the model that can fire, from 0, in table order, then sheet order within a workbook; the
     *     same for every model of one digest
     * @param segment folded; {@link #EVERY_SEGMENT} for rows of {@code segments.xlsx}
     */
    public record Place(int number, String segment) {}

    /** The row as parsed. */
    public abstract Row row();

    /** Folded name of the segment whose workbook holds the row. */
    public final String getSegment() {
        return place.segment();
    }

    /** The row's number in its model, see {@link Place}. */
    public final int number() {
        return place.number();
    }

    /** Position among the table's active rows. */
    public final int getOrder() {
        return head().order();
    }

    /** Whether all of the row's conditions hold. */
    public final boolean admits(AccountFact account) {
        return head().admits(account.values());
    }

    public final RowHead head() {
        return row().head();
    }

    @Override
    public final String toString() {
        return head().cell().toString();
    }
}
