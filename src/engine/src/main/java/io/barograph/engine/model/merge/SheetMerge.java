package io.barograph.engine.model.merge;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a sheet says that both sides have: row by row, cell by cell. */
final class SheetMerge {

    /**
     * A sheet as it is to be.
     *
     * @param lines in the order they are to stand
     * @param cells what is in every cell that is in one of the two sides
     */
    record Merged(List<Line> lines, List<Column> columns, Map<Line, Map<Column, Choice>> cells) {}

    private final Sides sides;
    private final SheetConflicts conflicts;
    private final List<Column> columns;
    private final List<Line> lines;
    private final Map<Line, Map<Column, Choice>> cells = new LinkedHashMap<>();

    /** For columns that one side removed: that side's cells count as those of the base. */
    private final Map<Column, Source> kept = new HashMap<>();

    /** @param sheets of both sides, and of the base when it had it; the same for {@code tables} when rules read the sheet */
    SheetMerge(
            Map<Source, Sheet> sheets, Map<Source, TableContent> tables, Sides.Formulas formulas, Conflicts conflicts) {
        this.sides = new Sides(sheets, tables, formulas);
        this.conflicts = new SheetConflicts(sides, conflicts);
        boolean byPlace = sides.table() == null;
        this.columns = Columns.of(sheets, tables, byPlace);
        this.lines = byPlace ? Lines.byPlace(sheets) : Lines.ofTable(sheets, tables);
    }

    Merged merged() {
        columns.forEach(this::column);
        List<Line> left = new ArrayList<>();
        lines.forEach(line -> left.addAll(line(line)));
        Table table = sides.table();
        List<Line> ordered = table == null ? left : LineOrder.of(left, resolvedOrder(table, left));
        return new Merged(ordered, columns, cells);
    }

    private @Nullable Source resolvedOrder(Table table, List<Line> left) {
        String fault = LineOrder.conflict(table, left);
        if (fault == null) {
            return null;
        }
        Resolution resolution = conflicts.order(left, fault);
        return resolution != null && resolution.take() == Take.MINE ? Source.MINE : Source.THEIRS;
    }

    private void column(Column column) {
        if (!column.in(Source.BASE) || (column.in(Source.THEIRS) && column.in(Source.MINE))) {
            return;
        }
        Source left = column.in(Source.THEIRS) ? Source.THEIRS : Source.MINE;
        if (!column.in(left) || lines.stream().allMatch(line -> unchanged(line, column, left))) {
            column.drop();
            return;
        }
        Resolution resolution = conflicts.columnRemoved(column, left);
        if (resolution == null || (resolution.take() == Take.THEIRS) == (left == Source.THEIRS)) {
            kept.put(column, left.other());
        } else {
            column.drop();
        }
    }

    private boolean unchanged(Line line, Column column, Source side) {
        return !line.in(side) || sides.alike(line, column, Source.BASE, side);
    }

    /** Decides a row; answers what is left of it, two rows when both are to stay. */
    private List<Line> line(Line line) {
        boolean there = line.in(Source.THEIRS);
        boolean here = line.in(Source.MINE);
        if (there && here) {
            return both(line);
        }
        if (!there && !here) {
            return List.of();
        }
        Source left = there ? Source.THEIRS : Source.MINE;
        if (line.in(Source.BASE) && !keepsRemoved(line, left)) {
            return List.of();
        }
        return List.of(taken(line, left));
    }

    private boolean keepsRemoved(Line line, Source left) {
        List<Column> changed = columns.stream()
                .filter(column -> !column.isDropped() && !kept.containsKey(column))
                .filter(column -> !sides.alike(line, column, Source.BASE, left))
                .toList();
        if (changed.isEmpty()) {
            return false;
        }
        Resolution resolution = conflicts.rowRemoved(line, left, changed);
        return resolution == null || (resolution.take() == Take.THEIRS) == (left == Source.THEIRS);
    }

    private Line taken(Line line, Source side) {
        columns.forEach(column -> choose(line, column, Choice.of(side)));
        return line;
    }

    private List<Line> both(Line line) {
        if (isAddedTwice(line)) {
            return addedTwice(line);
        }
        columns.forEach(column -> choose(line, column, decided(line, column)));
        return List.of(line);
    }

    /** Two rows that one Rule ID was given to, and that are not one row. */
    private boolean isAddedTwice(Line line) {
        RowContent one = line.row(Source.THEIRS);
        RowContent other = line.row(Source.MINE);
        return !line.in(Source.BASE)
                && one != null
                && other != null
                && one.ruleId() != null
                && other.ruleId() != null
                && Names.same(one.ruleId(), other.ruleId())
                && !columns.stream().allMatch(column -> sides.alike(line, column, Source.THEIRS, Source.MINE));
    }

    private List<Line> addedTwice(Line line) {
        Resolution resolution = conflicts.rowAddedTwice(line);
        if (resolution == null || resolution.take() != Take.VALUE) {
            return List.of(
                    taken(line, resolution == null || resolution.take() == Take.THEIRS ? Source.THEIRS : Source.MINE));
        }
        Line beside = line.only(Source.MINE);
        columns.forEach(column -> choose(
                beside,
                column,
                isRuleId(beside, column)
                        ? new Choice(null, Objects.requireNonNull(resolution.value()))
                        : Choice.of(Source.MINE)));
        return List.of(taken(line.only(Source.THEIRS), Source.THEIRS), beside);
    }

    private static boolean isRuleId(Line line, Column column) {
        CellContent content = Sides.content(line, column, Source.MINE);
        return content != null && content.role() == Role.RULE_ID;
    }

    private void choose(Line line, Column column, Choice choice) {
        cells.computeIfAbsent(line, any -> new LinkedHashMap<>())
                .put(column, column.isDropped() ? Choice.EMPTY : choice);
    }

    private Choice decided(Line line, Column column) {
        if (column.isDropped()) {
            return Choice.EMPTY;
        }
        Source removed = kept.get(column);
        if (removed != null) {
            return Choice.of(removed.other());
        }
        Cell old = sides.cell(line, column, Source.BASE);
        Cell one = sides.cell(line, column, Source.THEIRS);
        Cell other = sides.cell(line, column, Source.MINE);
        if (one != null && other != null && one.formula() && other.formula() && (old == null || old.formula())) {
            return formula(line, column, old, one, other);
        }
        if (Sides.identical(one, other) || Sides.identical(old, other)) {
            return Choice.of(Source.THEIRS);
        }
        if (Sides.identical(old, one)) {
            return Choice.of(Source.MINE);
        }
        if (sides.alike(line, column, Source.THEIRS, Source.MINE)
                || sides.alike(line, column, Source.BASE, Source.MINE)) {
            return Choice.of(Source.THEIRS);
        }
        if (sides.alike(line, column, Source.BASE, Source.THEIRS)) {
            return Choice.of(Source.MINE);
        }
        return settled(line, column, shown(old), shown(one), shown(other));
    }

    /** What formulas compute is no change of anybody's; the formulas themselves are compared. */
    private Choice formula(Line line, Column column, @Nullable Cell old, Cell one, Cell other) {
        String was = old == null ? null : sides.formula(Source.BASE, old);
        String there = sides.formula(Source.THEIRS, one);
        String here = sides.formula(Source.MINE, other);
        if (Objects.equals(there, here) || Objects.equals(was, here)) {
            return Choice.of(Source.THEIRS);
        }
        if (Objects.equals(was, there)) {
            return Choice.of(Source.MINE);
        }
        return settled(line, column, was == null ? null : "=" + was, "=" + there, "=" + here);
    }

    private Choice settled(
            Line line, Column column, @Nullable String old, @Nullable String one, @Nullable String other) {
        Resolution resolution = conflicts.cellChangedTwice(line, column, old, one, other);
        if (resolution == null || resolution.take() == Take.THEIRS) {
            return Choice.of(Source.THEIRS);
        }
        return resolution.take() == Take.MINE
                ? Choice.of(Source.MINE)
                : new Choice(null, Objects.requireNonNull(resolution.value()));
    }

    private static @Nullable String shown(@Nullable Cell cell) {
        return cell == null ? null : TableContent.shown(cell);
    }
}
