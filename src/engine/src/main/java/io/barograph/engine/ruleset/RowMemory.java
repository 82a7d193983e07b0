package io.barograph.engine.ruleset;

import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.RowFact;
import java.util.Arrays;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.util.FastIterator;
import org.drools.core.util.index.TupleList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table as a join of the session holds them: an index beside Drools' own, which hands a join only the rows near the account
 * it joins. What they are joined on is tested by the join all the same.
 */
final class RowMemory extends TupleList {

    private static final long serialVersionUID = 1L;

    private final transient FastIterator<TupleImpl> onward = new Onward();
    private @Nullable TupleImpl[] byNumber = new TupleImpl[16];
    private int[] near = {};
    private int at;

    @Override
    public void add(TupleImpl row) {
        super.add(row);
        int number = fact(row).number();
        if (number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.max(number + 1, 2 * byNumber.length));
        }
        byNumber[number] = row;
    }

    @Override
    public void remove(TupleImpl row) {
        byNumber[fact(row).number()] = null;
        super.remove(row);
    }

    @Override
    public void clear() {
        Arrays.fill(byNumber, null);
        super.clear();
    }

    /** @param left begins with the account */
    @Override
    public @Nullable TupleImpl getFirst(TupleImpl left) {
        TupleImpl first = super.getFirst();
        if (first == null) {
            return null;
        }
        Table table = fact(first).head().table();
        TupleImpl account = left;
        while (account.getParent() != null) {
            account = account.getParent();
        }
        near = ((AccountFact) account.getFactHandle().getObject()).near(table);
        at = -1;
        return following();
    }

    private @Nullable TupleImpl following() {
        while (++at < near.length) {
            TupleImpl row = near[at] < byNumber.length ? byNumber[near[at]] : null;
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private static RowFact fact(TupleImpl row) {
        return (RowFact) row.getFactHandle().getObject();
    }

    @Override
    public FastIterator<TupleImpl> fastIterator() {
        return onward;
    }

    /** From the row it was given last to the next that is near. */
    private final class Onward implements FastIterator<TupleImpl> {

        @Override
        @SuppressWarnings("ReferenceEquality") // the very tuple it was given
        public @Nullable TupleImpl next(TupleImpl row) {
            if (at < 0 || at >= near.length || byNumber[near[at]] != row) {
                throw new IllegalStateException("rows are joined out of turn");
            }
            return following();
        }

        @Override
        public boolean isFullIterator() {
            return false;
        }
    }
}
