package io.barograph.engine.model.parse;

import io.barograph.engine.workbook.Cell;
import org.jspecify.annotations.Nullable;

/** Turns one cell of a column into a value. */
@FunctionalInterface
interface CellReader<T> {

    /**
     * @param row the row it stands in, with the columns declared earlier already read
     * @return null after a complaint
     */
    @Nullable T read(Cell cell, Place place, TableRow row);
}
