package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final RowHead head;
    private final boolean everywhere;
    private final String address;

    /** The cells that conditions are about, and beside each what must hold there; a test is null where a set must satisfy. */
    private final int[] cells;

    private final @Nullable RankTest[] tests;
    private final Condition[] conditions;

    RowFact(Place place, Row row) {
        this.place = place;
        this.head = row.head();
        this.address = head.cell().toString();
        this.everywhere = place.segment().equals(EVERY_SEGMENT);
        List<Clause> clauses = CellRanks.conditions(row);
        this.cells = new int[clauses.size()];
        this.tests = new @Nullable RankTest[clauses.size()];
        this.conditions = new Condition[clauses.size()];
        for (int i = 0; i < cells.length; i++) {
            Clause clause = clauses.get(i);
            cells[i] = place.ranks().cells().of(clause.term(), head.table());
            conditions[i] = clause.condition();
            tests[i] = RankTest.of(clause.condition(), place.ranks().of(cells[i]));
        }
    }

    /**
     * Where a row stands in its model.
     *
     * @param number position among all rows of the model that can fire, from 0, in table order, then sheet order within a workbook; the
     *     same for every model of one digest
     * @param segment folded; {@link #EVERY_SEGMENT} for rows of {@code segments.xlsx}
     * @param ranks those of the model
     */
    public record Place(int number, String segment, CellRanks ranks) {}

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
        return head.order();
    }

    /** Whether the row is of the account's workbook, or of none, and all of its conditions hold. */
    public final boolean admits(AccountFact account) {
        account.tested();
        int[] ranks = account.ranks();
        for (int i = 0; i < cells.length; i++) {
            RankTest test = tests[i];
            boolean holds =
                    test == null ? conditions[i].matches(account.values()[cells[i]]) : test.holds(ranks[cells[i]]);
            if (!holds) {
                return false;
            }
        }
        return everywhere || place.segment().equals(account.getSegment());
    }

    /** Whether this row stands above another of its table and workbook. */
    public final boolean precedes(RowFact other) {
        return number() < other.number();
    }

    public final RowHead head() {
        return head;
    }

    /** How many conditions on cells the row puts. */
    final int conditions() {
        return cells.length;
    }

    final int cell(int condition) {
        return cells[condition];
    }

    /** Null for a condition on a set. */
    final @Nullable RankTest test(int condition) {
        return tests[condition];
    }

    /** Where it stands, for example {@code enterprise.xlsx!Scoring!C14}. */
    @Override
    public final String toString() {
        return address;
    }
}
