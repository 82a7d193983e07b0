package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads row 1: which column stands where. */
final class HeaderReader {

    private final SheetTable table;
    private final Map<Object, CellAddress> seen = new HashMap<>();
    private final Set<String> meant = new HashSet<>();

    private HeaderReader(SheetTable table) {
        this.table = table;
    }

    static void read(SheetTable table) {
        HeaderReader reader = new HeaderReader(table);
        var cells = table.sheet().rows().get(1);
        if (cells == null) {
            table.headersUnsound();
            table.issues()
                    .error(
                            IssueCode.MISSING_HEADER,
                            table.sheet().address(1, 0),
                            "row 1 has no headers",
                            null,
                            "put the headers in row 1");
            return;
        }
        cells.values().forEach(reader::header);
        reader.requireColumns();
    }

    static String notYet(Named.NotYet later, Table table) {
        return Wording.quoted(later.name()) + " is not known yet in " + table.sheet() + "; it exists from "
                + later.from().sheet() + " on";
    }

    private void header(Cell cell) {
        String header = Names.clean(cell.text());
        Place place = new Place(table.issues(), cell.address(), null);
        if (header.isEmpty()) {
            return;
        }
        if (!CellChecks.isUsable(cell, place)) {
            table.headersUnsound();
            table.put(cell.address().column(), header, new Named.Unknown(null));
            return;
        }
        Column<?> own = table.form().own(header);
        if (own != null) {
            if (isFirst(own.header(), header, place)) {
                table.put(cell.address().column(), own);
            }
            return;
        }
        switch (table.form().others()) {
            case CONDITIONS -> condition(header, table.scope().find(header), "", cell, place);
            case DIMENSIONS -> dimension(header, cell, place);
            case EXAMPLES -> example(header, cell, place);
            case NONE -> unknown(header, cell, place, List.of());
        }
    }

    private void example(String header, Cell cell, Place place) {
        String expected = Example.expected(header);
        if (expected != null) {
            condition(header, table.scope().findExpected(expected), Example.EXPECT + " ", cell, place);
            return;
        }
        Example example = Example.of(header, table.scope());
        if (example != null) {
            if (isFirst(example.subject(), header, place)) {
                table.putExample(cell.address().column(), example);
            }
        } else if (Names.fold(header).startsWith("expect ")) {
            String name = header.substring("expect ".length()).strip();
            reject(
                    place,
                    cell.address().column(),
                    header,
                    IssueCode.UNKNOWN_HEADER,
                    "unknown column " + Wording.quoted(header),
                    Wording.didYouMean(Example.EXPECT + " " + name));
        } else if (table.scope().findExpected(header) instanceof Named.Unknown unknown) {
            unknown(header, cell, place, unknown.suggestion() == null ? List.of() : List.of(unknown.suggestion()));
        } else {
            reject(
                    place,
                    cell.address().column(),
                    header,
                    IssueCode.UNKNOWN_HEADER,
                    Wording.quoted(header) + " is what a decision says, and cannot be given",
                    "write " + Wording.quoted(Example.EXPECT + " " + header) + " to expect something of it");
        }
    }

    /** @param prefix stands before the names of this table's headers */
    private void condition(String header, Named named, String prefix, Cell cell, Place place) {
        int position = cell.address().column();
        if (named instanceof Named.Value value) {
            if (isFirst(prefix + value.term().kind() + value.term().key(), header, place)) {
                table.put(position, header, named);
            }
        } else if (named instanceof Named.Crossing) {
            if (isFirst(Names.fold(header), header, place)) {
                table.put(position, header, named);
            }
        } else if (named instanceof Named.NotYet later) {
            reject(
                    place,
                    position,
                    header,
                    IssueCode.NOT_YET_KNOWN,
                    notYet(later, table.form().table()),
                    null);
        } else if (named instanceof Named.Unknown unknown && unknown.suggestion() != null) {
            unknown(header, cell, place, List.of(prefix + unknown.suggestion()));
        } else {
            unknown(header, cell, place, List.of());
        }
    }

    private void reject(
            Place place, int position, String header, IssueCode code, String message, @Nullable String suggestion) {
        place.error(code, message, suggestion);
        table.headersUnsound();
        table.put(position, header, new Named.Unknown(null));
    }

    private void dimension(String header, Cell cell, Place place) {
        String dimension = table.scope().dimension(header);
        if (dimension == null) {
            List<String> own = new ArrayList<>(table.form().ownHeaders());
            own.addAll(table.scope().dimensions());
            place.error(
                    IssueCode.UNKNOWN_DIMENSION,
                    "unknown dimension " + Wording.quoted(header) + ": Overall has no such row",
                    Wording.didYouMean(header, own));
            table.headersUnsound();
            table.put(cell.address().column(), header, new Named.Unknown(null));
        } else if (isFirst(dimension, header, place)) {
            table.putDimension(cell.address().column(), Column.detail(dimension, Cells.points()));
        }
    }

    private void unknown(String header, Cell cell, Place place, List<String> vocabulary) {
        List<String> candidates = new ArrayList<>(vocabulary);
        table.form().ownHeaders().stream().filter(own -> !seen.containsKey(own)).forEach(candidates::add);
        String closest = Names.closest(header, candidates).orElse(null);
        if (closest != null) {
            meant.add(closest);
        }
        place.error(
                IssueCode.UNKNOWN_HEADER,
                "unknown column " + Wording.quoted(header),
                closest == null ? null : Wording.didYouMean(closest));
        table.headersUnsound();
        table.put(cell.address().column(), header, new Named.Unknown(closest));
    }

    private boolean isFirst(Object what, String header, Place place) {
        CellAddress first = seen.putIfAbsent(what, place.cell());
        if (first == null) {
            return true;
        }
        place.error(
                IssueCode.DUPLICATE_HEADER,
                "column " + Wording.quoted(header) + " stands here again; the first is "
                        + CellAddress.columnName(first.column()) + first.row());
        table.headersUnsound();
        table.put(place.cell().column(), header, new Named.Unknown(null));
        return false;
    }

    /** A column that a mistyped header was meant to be is not reported again as missing. */
    private void requireColumns() {
        for (Column<?> column : table.form().own()) {
            if (column.need() != Column.Need.NOTHING && !table.has(column)) {
                table.headersUnsound();
                if (!meant.contains(column.header())) {
                    table.issues()
                            .error(
                                    IssueCode.MISSING_HEADER,
                                    table.sheet().address(1, 0),
                                    "missing column " + Wording.quoted(column.header()));
                }
            }
        }
    }
}
