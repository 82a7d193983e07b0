package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number of a model, and rows as they would be if it were another.
 *
 * @param cell where the number stands
 * @param original the row as it is
 * @param number the number as it is
 * @param step how far it is moved
 * @param variants the row with the number moved up, moved down, as far as either can be
 */
record Mutant(CellAddress cell, Row original, BigDecimal number, BigDecimal step, List<Row> variants) {

    Mutant {
        variants = List.copyOf(variants);
    }
}
