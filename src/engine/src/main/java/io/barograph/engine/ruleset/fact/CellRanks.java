package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranks of every cell of a model's accounts. Immutable. */
public final class CellRanks {

    private final Cells cells;
    private final Ranks[] byCell;

    public CellRanks(Model model, Cells cells) {
        this.cells = cells;
        List<List<Condition>> conditions = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            conditions.add(new ArrayList<>());
        }
        for (Row row : model.rows()) {
            Table table = row.head().table();
            for (Clause clause : conditions(row)) {
                conditions.get(cells.of(clause.term(), table)).add(clause.condition());
            }
        }
        this.byCell = conditions.stream().map(Ranks::of).toArray(Ranks[]::new);
    }

    /** All conditions on cells that a row puts, its table's own first; they must all hold. */
    static List<Clause> conditions(Row row) {
        List<Clause> conditions = new ArrayList<>();
        if (row instanceof Row.ScoringRow scoring && scoring.value() != null) {
            conditions.add(clause(row, scoring.term(), scoring.value()));
        } else if (row instanceof Row.TrendRow trend) {
            conditions.add(clause(row, trend.change(), trend.value()));
        } else if (row instanceof Row.IndicatorRow indicator) {
            conditions.add(clause(row, indicator.term(), new Condition.Missing()));
        }
        conditions.addAll(row.head().clauses());
        return conditions;
    }

    private static Clause clause(Row row, Term term, Condition condition) {
        return new Clause(term, condition, row.head().cell(), "");
    }

    public Cells cells() {
        return cells;
    }

    /** How a value of a cell ranks. */
    public int rank(int cell, @Nullable Object value) {
        return byCell[cell].of(value);
    }

    Ranks of(int cell) {
        return byCell[cell];
    }
}
