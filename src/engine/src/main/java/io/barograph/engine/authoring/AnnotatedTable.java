package io.barograph.engine.authoring;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.CellMark;
import io.barograph.engine.workbook.CellMark.Tone;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import io.barograph.engine.workbook.SheetPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One changed table with its changes marked; its first column says what happened to each row. */
final class AnnotatedTable {

    private static final int WIDEST = 50;
    private static final int NARROWEST = 10;

    private final @Nullable TableContent old;
    private final TableContent now;
    private final List<ModelChange> changes;
    private final List<String> headers = new ArrayList<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final List<CellMark> marks = new ArrayList<>();

    /** @param changes of one table */
    AnnotatedTable(ModelDiff diff, List<ModelChange> changes) {
        this.changes = changes;
        ModelChange any = changes.get(0);
        this.now = Objects.requireNonNull(diff.tableAfter(any));
        this.old = diff.tableBefore(any);
        headers(now);
        if (old != null) {
            headers(old);
        }
    }

    SheetPlan plan() {
        for (RowContent row : now.rows()) {
            List<ModelChange> ofRow = changes.stream()
                    .filter(change -> isIn(row, change.cellAfter()))
                    .toList();
            row(row, ofRow, ofRow.stream().anyMatch(change -> change.kind() == Kind.ROW_ADDED) ? Tone.ADDED : null);
        }
        for (ModelChange change : changes) {
            if (change.kind() == Kind.ROW_REMOVED && old != null) {
                old.rows().stream()
                        .filter(row -> isIn(row, change.cellBefore()))
                        .forEach(row -> row(row, List.of(change), Tone.REMOVED));
            }
        }
        return new SheetPlan(now.sheet(), columns(), null, rows, marks);
    }

    private static boolean isIn(RowContent row, @Nullable CellAddress cell) {
        return cell != null && cell.row() == row.number();
    }

    private void headers(TableContent table) {
        new TreeMap<>(table.columns()).forEach((position, header) -> {
            if (headers.stream().noneMatch(known -> Names.same(known, header))) {
                headers.add(header);
            }
        });
        table.rows().forEach(row -> row.cells().forEach(cell -> roles.put(Names.fold(cell.header()), cell.role())));
    }

    private int column(String header) {
        for (int i = 0; i < headers.size(); i++) {
            if (Names.same(headers.get(i), header)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** @param whole the colour of the whole row; null when only cells changed */
    private void row(RowContent content, List<ModelChange> ofRow, @Nullable Tone whole) {
        List<@Nullable Object> cells = new ArrayList<>(Collections.nCopies(headers.size() + 1, null));
        for (CellContent cell : content.cells()) {
            cells.set(column(cell.header()), cell.text());
        }
        cells.set(0, ofRow.isEmpty() ? null : what(ofRow, whole));
        for (int i = 0; i < cells.size(); i++) {
            if (whole != null) {
                marks.add(new CellMark(rows.size(), i, whole, null));
            }
        }
        if (whole == null && !ofRow.isEmpty()) {
            marks.add(new CellMark(rows.size(), 0, Tone.CHANGED, comment(ofRow)));
        }
        for (ModelChange change : ofRow) {
            if (whole == null && change.column() != null) {
                String before = change.before() == null ? "it was empty" : "it was: " + change.before();
                marks.add(new CellMark(rows.size(), column(change.column()), Tone.CHANGED, before));
            }
        }
        rows.add(cells);
    }

    private static String what(List<ModelChange> ofRow, @Nullable Tone whole) {
        if (whole != null) {
            return whole == Tone.ADDED ? "added" : "removed";
        }
        boolean moved = ofRow.stream().anyMatch(change -> change.kind() == Kind.ROW_MOVED);
        return moved && ofRow.size() == 1 ? "moved" : moved ? "changed, moved" : "changed";
    }

    private static String comment(List<ModelChange> ofRow) {
        return String.join("\n", ofRow.stream().map(ModelChange::message).toList());
    }

    private List<ColumnPlan> columns() {
        List<ColumnPlan> columns = new ArrayList<>();
        columns.add(ColumnPlan.prose("Change", 14));
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            int index = i + 1;
            int widest = rows.stream()
                    .map(row -> row.get(index))
                    .mapToInt(cell -> cell == null ? 0 : cell.toString().length())
                    .max()
                    .orElse(0);
            ColumnPlan column = switch (roles.getOrDefault(Names.fold(header), Role.OUTCOME)) {
                case RULE_ID -> ColumnPlan.ruleId();
                case CONDITION, SUBJECT -> ColumnPlan.condition(header);
                case BECAUSE, NOTE -> ColumnPlan.prose(header, WIDEST);
                case ACTIVE, OUTCOME -> ColumnPlan.outcome(header, Format.TEXT, WIDEST);
            };
            int word =
                    Stream.of(header.split(" ")).mapToInt(String::length).max().orElse(0);
            columns.add(column.wide(Math.min(WIDEST, Math.max(Math.max(NARROWEST, word + 4), widest + 3))));
        }
        return columns;
    }
}
