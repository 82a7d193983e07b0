package io.barograph.engine.authoring;

import io.barograph.engine.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table of a starting workbook while it is written; where rows fire, each gets the next Rule ID in its first column. */
final class StartingTable {

    /** Where Rule IDs come from. */
    interface Ids {
        String next(Table table);
    }

    private final Table table;
    private final Ids ids;
    private final boolean numbered;
    private final List<List<String>> lines = new ArrayList<>();

    /** @param headers {@code Rule ID} comes first when rows have one, and is not given to {@link #row} */
    StartingTable(Table table, Ids ids, String... headers) {
        this.table = table;
        this.ids = ids;
        this.numbered = headers[0].equals("Rule ID");
        lines.add(List.of(headers));
    }

    /** @param cells in column order, at most one a column; columns left over are empty */
    StartingTable row(String... cells) {
        List<String> row = new ArrayList<>();
        if (numbered) {
            row.add(ids.next(table));
        }
        row.addAll(Arrays.asList(cells));
        row.addAll(Collections.nCopies(lines.get(0).size() - row.size(), ""));
        lines.add(row);
        return this;
    }

    Table table() {
        return table;
    }

    /** Headers and rows. */
    List<List<String>> lines() {
        return lines;
    }
}
