package io.barograph.engine.ruleset.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows see of one account. Each cell is written once, before the first stage whose rows look at it, so what a stage's facts show
 * never changes. For one thread at a time.
 */
public final class AccountCells {

    private static final int UNKNOWN = -1;

    private final CellRanks ranking;
    private final List<RowFact> rows;
    private final @Nullable Object[] values;
    private final int[] ranks;
    private final FiringLog log;
    private String segment = RowFact.EVERY_SEGMENT;

    /** @param rows every row of the model that can fire, by number */
    public AccountCells(CellRanks ranking, List<RowFact> rows) {
        this.ranking = ranking;
        this.rows = rows;
        this.values = new @Nullable Object[ranking.cells().count()];
        this.ranks = new int[values.length];
        this.log = new FiringLog(rows);
        Arrays.fill(ranks, UNKNOWN);
    }

    private AccountCells(AccountCells original) {
        this.ranking = original.ranking;
        this.rows = original.rows;
        this.values = original.values.clone();
        this.ranks = original.ranks.clone();
        this.log = new FiringLog(rows);
        this.segment = original.segment;
    }

    /** The same as far as it is known, to go on in another way; nothing has fired there. */
    public AccountCells branch() {
        return new AccountCells(this);
    }

    /** Writes a cell. */
    public void set(int cell, @Nullable Object value) {
        values[cell] = value;
    }

    public @Nullable Object get(int cell) {
        return values[cell];
    }

    /** By cell; not to be changed. */
    public @Nullable Object[] values() {
        return values;
    }

    /** By cell, of cells that rows of the stages so far ask about; not to be changed. */
    int[] ranks() {
        return ranks;
    }

    void rank(int cell) {
        if (ranks[cell] == UNKNOWN) {
            ranks[cell] = ranking.rank(cell, values[cell]);
        }
    }

    /** What fired so far. */
    public FiringLog log() {
        return log;
    }

    /** Folded; empty before it is known. */
    public String segment() {
        return segment;
    }

    /** @param folded whose workbook the account is decided by */
    public void place(String folded) {
        segment = folded;
    }
}
