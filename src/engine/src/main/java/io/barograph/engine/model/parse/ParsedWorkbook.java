package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Workbook;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workbook, read table by table. */
final class ParsedWorkbook {

    private final Workbook workbook;
    private final Outline outline;
    private final Map<Table, ParsedTable<?>> tables = new EnumMap<>(Table.class);

    ParsedWorkbook(Workbook workbook, Outline outline) {
        this.workbook = workbook;
        this.outline = outline;
    }

    String file() {
        return workbook.file();
    }

    Outline outline() {
        return outline;
    }

    void put(TableKind<?> kind, ParsedTable<?> table) {
        tables.put(kind.form().table(), table);
    }

    /** Null when there is no such sheet. */
    @SuppressWarnings("unchecked")
    <R> @Nullable ParsedTable<R> table(TableKind<R> kind) {
        return (ParsedTable<R>) tables.get(kind.form().table());
    }

    /** The sound rows of a table; none when there is no such sheet. */
    <R> List<R> rows(TableKind<R> kind) {
        ParsedTable<R> table = table(kind);
        return table == null ? List.of() : table.soundRows();
    }

    /** The active rows of a table, readable or not; none when there is no such sheet. */
    List<TableRow> sources(TableKind<?> kind) {
        ParsedTable<?> table = tables.get(kind.form().table());
        return table == null ? List.of() : table.sources();
    }

    /** All tables, in the order they are evaluated. */
    Collection<ParsedTable<?>> tables() {
        return tables.values();
    }

    CellAddress address() {
        return CellAddress.ofFile(file());
    }
}
