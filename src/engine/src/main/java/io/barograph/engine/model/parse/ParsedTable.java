package io.barograph.engine.model.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sheet with its active rows, typed where they are sound. */
record ParsedTable<R>(SheetTable table, List<ParsedRow<R>> rows) {

    /** @param row null when a cell of it is faulty */
    record ParsedRow<R>(TableRow source, @Nullable R row) {}

    ParsedTable {
        rows = List.copyOf(rows);
    }

    static <R> ParsedTable<R> of(SheetTable table, TableKind<R> kind) {
        List<ParsedRow<R>> rows = new ArrayList<>();
        for (TableRow source : table.activeRows()) {
            R row = source.isSound() ? kind.maker().make(source, source.head(rows.size())) : null;
            rows.add(new ParsedRow<>(source, row));
        }
        return new ParsedTable<>(table, rows);
    }

    List<R> soundRows() {
        return rows.stream().map(ParsedRow::row).filter(Objects::nonNull).toList();
    }

    /** All active rows, also those that could not be read whole. */
    List<TableRow> sources() {
        return rows.stream().map(ParsedRow::source).toList();
    }

    /** Whether every header and every condition cell of the active rows could be read. */
    boolean hasSoundConditions() {
        return table.headersSound()
                && rows.stream().allMatch(row -> row.source().hasSoundConditions());
    }
}
