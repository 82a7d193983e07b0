package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record need not say of a row that fired, and what it must. */
final class RowForm {

    /** Of rows that give no score, or one that the record tells. */
    static final int NONE = -1;

    final Table table;

    /** Cells that the row tests or tells, each once: its own first, then those of its conditions, then of its sentence. */
    final int[] cells;

    /** Whether its sentence spells out a sensitive value. */
    final boolean hidden;

    /** Whether it gives an indicator its score. */
    final boolean scores;

    /** In hundredths, where it is the same for every account. */
    final int subScore;

    RowForm(RowFact fact, Cells where, Sealer sealer) {
        this.table = fact.head().table();
        Set<Integer> seen = new LinkedHashSet<>();
        if (fact instanceof ScoringFact scoring) {
            see(scoring.row().term(), where, seen);
        } else if (fact instanceof TrendsFact trend) {
            see(trend.row().change(), where, seen);
        }
        for (Clause clause : fact.head().clauses()) {
            see(clause.term(), where, seen);
        }
        Sentence because = fact.head().because();
        if (because != null) {
            for (Sentence.Part part : because.parts()) {
                if (part instanceof Sentence.Part.Blank blank) {
                    see(blank.term(), where, seen);
                }
            }
        }
        this.cells = seen.stream().mapToInt(Integer::intValue).toArray();
        this.hidden = because != null && sealer.spellsOut(fact.head().cell().toString());
        this.scores = fact instanceof ScoringFact || fact instanceof IndicatorsFact;
        this.subScore = fixed(fact);
    }

    private void see(Term term, Cells where, Set<Integer> seen) {
        seen.add(where.of(term, table));
    }

    private static int fixed(RowFact fact) {
        if (fact instanceof ScoringFact scoring) {
            Row.ScoringRow row = scoring.row();
            return row.ramp() == null ? hundredths(row.score()) : NONE;
        }
        return fact instanceof IndicatorsFact missing ? hundredths(missing.row().ifMissing()) : NONE;
    }

    private static int hundredths(@Nullable BigDecimal score) {
        return score == null
                ? NONE
                : score.setScale(2, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }
}
