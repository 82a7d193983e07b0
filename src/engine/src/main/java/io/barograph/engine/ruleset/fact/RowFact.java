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

    private final String segment;

    RowFact(String segment) {
        this.segment = segment;
    }

    /** The row as parsed. */
    public abstract Row row();

    /** Folded name of the segment whose workbook holds the row. */
    public final String getSegment() {
        return segment;
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
