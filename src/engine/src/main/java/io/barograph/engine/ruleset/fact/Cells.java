package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import java.util.Arrays;
import java.util.List;

/**
 * Where an account keeps what rows see of it: one cell a term, in the order of the terms' slots, and behind them a cell more for each
 * term whose value is another for earlier tables than for later ones. So each cell is written once, and a row sees the same whenever it
 * is asked.
 *
 * <p>Indicators are as screened up to Account tiers and processed from then on; scores are before caps in Caps and after caps from
 * Thresholds on; flags and their severity are those of Trends in Signals and all from Cohorts on. The same for every model of one digest.
 */
public final class Cells {

    private static final int NONE = -1;

    private final List<Term> terms;
    private final int[] early;
    private final int count;

    public Cells(Model model) {
        this.terms = model.terms();
        this.early = new int[terms.size()];
        Arrays.fill(early, NONE);
        int next = terms.size();
        for (Term term : terms) {
            if (changes(term.kind())) {
                early[term.slot()] = next++;
            }
        }
        this.count = next;
    }

    private static boolean changes(Term.Kind kind) {
        return kind == Term.Kind.INDICATOR
                || kind == Term.Kind.SCORE
                || kind == Term.Kind.FLAGS
                || kind == Term.Kind.FLAG_SEVERITY;
    }

    /** How many cells an account has. */
    public int count() {
        return count;
    }

    /** The cell in which rows of a table find a term. */
    public int of(Term term, Table table) {
        return early[term.slot()] != NONE && isEarly(term.kind(), table) ? early[term.slot()] : term.slot();
    }

    /** The cell with what the term is in the end, which decisions show. */
    public int last(Term term) {
        return term.slot();
    }

    /** The cell with what the term is at first; the last when it never changes. */
    public int first(Term term) {
        return early[term.slot()] != NONE ? early[term.slot()] : term.slot();
    }

    private static boolean isEarly(Term.Kind kind, Table table) {
        return switch (kind) {
            case INDICATOR -> table.compareTo(Table.ACCOUNT_TIERS) <= 0;
            case SCORE -> table.compareTo(Table.CAPS) <= 0;
            case FLAGS, FLAG_SEVERITY -> table.compareTo(Table.SIGNALS) <= 0;
            default -> false;
        };
    }
}
