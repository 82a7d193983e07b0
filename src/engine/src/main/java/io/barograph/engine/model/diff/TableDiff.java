package io.barograph.engine.model.diff;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two states of one table row by row, in the newer order; removed rows come where they were. */
final class TableDiff {

    private final TableContent old;
    private final TableContent now;
    private final RowPairs pairs;
    private final List<ModelChange> changes = new ArrayList<>();

    TableDiff(TableContent old, TableContent now) {
        this.old = old;
        this.now = now;
        this.pairs = new RowPairs(old.rows(), now.rows());
    }

    List<ModelChange> changes() {
        Set<RowContent> moved = RowOrder.DECIDES.contains(now.table())
                ? new RowOrder(now.table(), old.rows(), pairs).moved(now.rows())
                : Set.of();
        List<RowContent> removed = new ArrayList<>(pairs.removed());
        int reached = 0;
        for (RowContent row : now.rows()) {
            RowContent before = pairs.before(row);
            if (before == null) {
                changes.add(added(row));
                continue;
            }
            if (before.number() > reached) {
                reached = before.number();
                removeUpTo(removed, reached);
            }
            compare(before, row);
            if (moved.contains(row)) {
                changes.add(whole(Kind.ROW_MOVED, row, before, row, moved(before, row)));
            }
        }
        removeUpTo(removed, Integer.MAX_VALUE);
        return changes;
    }

    private void removeUpTo(List<RowContent> removed, int number) {
        while (!removed.isEmpty() && removed.get(0).number() < number) {
            RowContent gone = removed.remove(0);
            changes.add(whole(Kind.ROW_REMOVED, gone, gone, null, "row removed: " + gone.words()));
        }
    }

    private void compare(RowContent before, RowContent after) {
        if (before.active() != after.active()) {
            changes.add(
                    after.active()
                            ? whole(Kind.ROW_SWITCHED_ON, after, before, after, "row switched on")
                            : whole(Kind.ROW_SWITCHED_OFF, after, before, after, "row switched off"));
        }
        Map<String, CellContent> oldCells = byColumn(before);
        Map<String, CellContent> newCells = byColumn(after);
        newCells.forEach((column, cell) -> {
            CellContent other = oldCells.get(column);
            if (other == null || !same(other, cell)) {
                cell(before, after, other, cell);
            }
        });
        oldCells.forEach((column, cell) -> {
            if (!newCells.containsKey(column)) {
                cell(before, after, cell, null);
            }
        });
    }

    private static Map<String, CellContent> byColumn(RowContent row) {
        Map<String, CellContent> cells = new LinkedHashMap<>();
        row.cells().stream()
                .filter(cell -> cell.role() != Role.ACTIVE)
                .forEach(cell -> cells.putIfAbsent(cell.column(), cell));
        return cells;
    }

    private static boolean same(CellContent one, CellContent other) {
        return one.text().equals(other.text())
                || (one.meaning() != null && Objects.equals(one.meaning(), other.meaning()));
    }

    private void cell(RowContent before, RowContent after, @Nullable CellContent old, @Nullable CellContent now) {
        CellContent shown = Objects.requireNonNull(now == null ? old : now);
        String from = old == null ? null : old.text();
        String to = now == null ? null : now.text();
        changes.add(new ModelChange(
                CellChange.kind(this.now.table(), shown),
                this.now.file(),
                this.now.table(),
                this.now.sheet(),
                after.subject(),
                after.words(),
                shown.header(),
                from,
                to,
                old == null ? place(this.old, before, shown) : old.address(),
                now == null ? place(this.now, after, shown) : now.address(),
                CellChange.told(this.now.table(), shown, from, to)));
    }

    /** Where an empty cell stands; the row where its column is not in the table. */
    private static CellAddress place(TableContent table, RowContent row, CellContent cell) {
        int column = table.columns().entrySet().stream()
                .filter(entry -> Names.same(entry.getValue(), cell.header()))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        return new CellAddress(table.file(), table.sheet(), row.number(), column);
    }

    private ModelChange added(RowContent row) {
        ModelChange change = whole(Kind.ROW_ADDED, row, null, row, "row added: " + row.words());
        return RowOrder.DECIDES.contains(now.table())
                ? change.standing(neighbour("", now.rows(), row).strip())
                : change;
    }

    private String moved(RowContent before, RowContent after) {
        return "row moved: " + neighbour("was", old.rows(), before) + ", " + neighbour("is now", now.rows(), after);
    }

    private static String neighbour(String verb, List<RowContent> rows, RowContent row) {
        int index = rows.indexOf(row);
        return index == 0
                ? verb + " the first"
                : verb + " after " + rows.get(index - 1).subject();
    }

    private ModelChange whole(
            Kind kind, RowContent row, @Nullable RowContent before, @Nullable RowContent after, String message) {
        return new ModelChange(
                kind,
                now.file(),
                now.table(),
                now.sheet(),
                row.subject(),
                row.words(),
                null,
                null,
                null,
                before == null ? null : new CellAddress(old.file(), old.sheet(), before.number(), 0),
                after == null ? null : new CellAddress(now.file(), now.sheet(), after.number(), 0),
                message);
    }
}
