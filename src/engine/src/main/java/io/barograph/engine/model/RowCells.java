package io.barograph.engine.model;

import io.barograph.engine.issue.CellAddress;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the filled cells of one row stand, by header. Keeps no address, since large models have many rows and hardly
 * anybody asks. Immutable.
 */
public final class RowCells extends AbstractMap<String, CellAddress> {

    private final CellAddress row;
    private final Map<String, Integer> columns;
    private final BitSet filled;

    /**
     * @param row the whole row's address
     * @param columns column numbers by header, of all rows of the table; not to be changed any more
     * @param filled column numbers of the row's cells, other columns among them
     */
    public RowCells(CellAddress row, Map<String, Integer> columns, BitSet filled) {
        this.row = row;
        this.columns = columns;
        this.filled = (BitSet) filled.clone();
    }

    @Override
    public @Nullable CellAddress get(Object header) {
        Integer column = header instanceof String name ? columns.get(name) : null;
        return column == null || !filled.get(column) ? null : row.withColumn(column);
    }

    @Override
    public boolean containsKey(Object header) {
        return get(header) != null;
    }

    @Override
    public Set<Entry<String, CellAddress>> entrySet() {
        Set<Entry<String, CellAddress>> entries = new LinkedHashSet<>();
        columns.forEach((header, column) -> {
            if (filled.get(column)) {
                entries.add(Map.entry(header, row.withColumn(column)));
            }
        });
        return Collections.unmodifiableSet(entries);
    }
}
