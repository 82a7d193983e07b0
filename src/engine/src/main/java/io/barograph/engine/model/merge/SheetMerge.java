package io.barograph.engine.model.merge;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.merge.MergeConflict.Kind;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what a sheet says that both sides have: row by row, cell by cell. */
final class SheetMerge {

    /** The formula of a cell; null when it has none. */
    interface Formulas {
        @Nullable String of(Source source, CellAddress cell);
    }

    /**
     * A sheet as it is to be.
     *
     * @param lines in the order they are to stand
     * @param cells what is in every cell that is in one of the two sides
     */
    record Merged(List<Line> lines, List<Column> columns, Map<Line, Map<Column, Choice>> cells) {}

    private final Map<Source, Sheet> sheets;
    private final Map<Source, TableContent> tables;
    private final @Nullable Table table;
    private final List<Column> columns;
    private final List<Line> lines;
    private final Formulas formulas;
    private final Conflicts conflicts;
    private final Map<Line, Map<Column, Choice>> cells = new LinkedHashMap<>();

    /** For columns that one side removed: that side's cells count as those of the base. */
    private final Map<Column, Source> kept = new HashMap<>();

    /** @param sheets of both sides, and of the base when it had it; the same for {@code tables} when rules read the sheet */
    SheetMerge(Map<Source, Sheet> sheets, Map<Source, TableContent> tables, Formulas formulas, Conflicts conflicts) {
        this.sheets = new EnumMap<>(sheets);
        this.tables = tables;
        boolean byPlace = tables.size() < sheets.size();
        this.table = byPlace
                ? null
                : Objects.requireNonNull(tables.get(Source.THEIRS)).table();
        this.columns = Columns.of(sheets, tables, byPlace);
        this.lines = byPlace ? Lines.byPlace(sheets) : Lines.ofTable(sheets, tables);
        this.formulas = formulas;
        this.conflicts = conflicts;
    }

    Merged merged() {
        columns.forEach(this::column);
        List<Line> left = new ArrayList<>();
        lines.forEach(line -> left.addAll(line(line)));
        List<Line> ordered = table == null ? left : LineOrder.of(left, resolvedOrder(left));
        return new Merged(ordered, columns, cells);
    }

    private @Nullable Source resolvedOrder(List<Line> left) {
        String fault = LineOrder.conflict(Objects.requireNonNull(table), left);
        if (fault == null) {
            return null;
        }
        Resolution resolution = conflicts.settle(conflict(
                Kind.ORDER_CHANGED_TWICE,
                null,
                "order",
                null,
                LineOrder.told(left, Source.BASE),
                LineOrder.told(left, Source.THEIRS),
                LineOrder.told(left, Source.MINE),
                fault));
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
        String header = header(column);
        String changed = "changed";
        Resolution resolution = conflicts.settle(conflict(
                Kind.COLUMN_REMOVED_AND_CHANGED,
                null,
                header,
                null,
                "there",
                left == Source.THEIRS ? changed : null,
                left == Source.MINE ? changed : null,
                name(left.other()) + " removed the column `" + header + "`, " + name(left) + " changed cells in it"));
        if (resolution == null || (resolution.take() == Take.THEIRS) == (left == Source.THEIRS)) {
            kept.put(column, left.other());
        } else {
            column.drop();
        }
    }

    private boolean unchanged(Line line, Column column, Source side) {
        return !line.in(side) || alike(line, column, Source.BASE, side);
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
                .filter(column -> !alike(line, column, Source.BASE, left))
                .toList();
        if (changed.isEmpty()) {
            return false;
        }
        String headers = String.join(
                ", ", changed.stream().map(column -> "`" + header(column) + "`").toList());
        Resolution resolution = conflicts.settle(conflict(
                Kind.ROW_REMOVED_AND_CHANGED,
                line,
                null,
                null,
                words(line, Source.BASE),
                words(line, Source.THEIRS),
                words(line, Source.MINE),
                name(left.other()) + " removed the row, " + name(left) + " changed " + headers));
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
                && !columns.stream().allMatch(column -> alike(line, column, Source.THEIRS, Source.MINE));
    }

    private List<Line> addedTwice(Line line) {
        Resolution resolution = conflicts.settle(conflict(
                Kind.ROW_ADDED_TWICE,
                line,
                null,
                null,
                null,
                words(line, Source.THEIRS),
                words(line, Source.MINE),
                "both added a row `" + line.subject() + "`, and the two differ"));
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
        CellContent content = content(line, column, Source.MINE);
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
        Cell old = cell(line, column, Source.BASE);
        Cell one = cell(line, column, Source.THEIRS);
        Cell other = cell(line, column, Source.MINE);
        if (one != null && other != null && one.formula() && other.formula() && (old == null || old.formula())) {
            return formula(line, column, old, one, other);
        }
        if (identical(one, other) || identical(old, other)) {
            return Choice.of(Source.THEIRS);
        }
        if (identical(old, one)) {
            return Choice.of(Source.MINE);
        }
        if (alike(line, column, Source.THEIRS, Source.MINE) || alike(line, column, Source.BASE, Source.MINE)) {
            return Choice.of(Source.THEIRS);
        }
        if (alike(line, column, Source.BASE, Source.THEIRS)) {
            return Choice.of(Source.MINE);
        }
        return settled(line, column, shown(old), shown(one), shown(other));
    }

    /** What formulas compute is no change of anybody's; the formulas themselves are compared. */
    private Choice formula(Line line, Column column, @Nullable Cell old, Cell one, Cell other) {
        String was = old == null ? null : formulas.of(Source.BASE, old.address());
        String there = formulas.of(Source.THEIRS, one.address());
        String here = formulas.of(Source.MINE, other.address());
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
        String header = header(column);
        String message = "both changed `" + header + "`: " + (old == null ? "empty" : old) + " → "
                + (one == null ? "empty" : one) + " in theirs, → " + (other == null ? "empty" : other) + " in mine";
        Resolution resolution =
                conflicts.settle(conflict(Kind.CELL_CHANGED_TWICE, line, header, column, old, one, other, message));
        if (resolution == null || resolution.take() == Take.THEIRS) {
            return Choice.of(Source.THEIRS);
        }
        return resolution.take() == Take.MINE
                ? Choice.of(Source.MINE)
                : new Choice(null, Objects.requireNonNull(resolution.value()));
    }

    private @Nullable Cell cell(Line line, Column column, Source source) {
        Sheet sheet = sheets.get(source);
        return sheet == null || !line.in(source) || !column.in(source)
                ? null
                : sheet.cell(line.number(source), column.position(source));
    }

    /** The same content in the same form, wherever it stands. */
    static boolean identical(@Nullable Cell one, @Nullable Cell other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.getClass() == other.getClass()
                && one.text().equals(other.text())
                && isPercentage(one) == isPercentage(other);
    }

    private static boolean isPercentage(Cell cell) {
        return cell instanceof Cell.Numeric number && number.percentage();
    }

    /** Whether two cells mean the same to the rules, as the diff sees it. */
    private boolean alike(Line line, Column column, Source one, Source other) {
        Cell first = cell(line, column, one);
        Cell second = cell(line, column, other);
        if (first != null && second != null && first.formula() && second.formula()) {
            return Objects.equals(formulas.of(one, first.address()), formulas.of(other, second.address()));
        }
        if (identical(first, second)) {
            return true;
        }
        if (line.row(one) == null || line.row(other) == null) {
            return first != null && second != null && TableContent.shown(first).equals(TableContent.shown(second));
        }
        CellContent told = content(line, column, one);
        CellContent otherTold = content(line, column, other);
        if (told == null || otherTold == null) {
            return told == null
                    && otherTold == null
                    && saysNothing(column, one, first)
                    && saysNothing(column, other, second);
        }
        return told.text().equals(otherTold.text())
                || (told.meaning() != null && told.meaning().equals(otherTold.meaning()));
    }

    /** Whether what is told of nobody is empty in other words; what cannot be read, or has no header, is not. */
    private boolean saysNothing(Column column, Source source, @Nullable Cell cell) {
        TableContent content = tables.get(source);
        return !(cell instanceof Cell.Faulty)
                && content != null
                && !content.columns().getOrDefault(column.position(source), "").isEmpty();
    }

    private static @Nullable CellContent content(Line line, Column column, Source source) {
        RowContent row = line.row(source);
        return row == null
                ? null
                : row.cells().stream()
                        .filter(cell -> cell.address().column() == column.position(source))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String shown(@Nullable Cell cell) {
        return cell == null ? null : TableContent.shown(cell);
    }

    private @Nullable String words(Line line, Source source) {
        RowContent row = line.row(source);
        if (row != null) {
            return row.words();
        }
        Sheet sheet = sheets.get(source);
        Map<Integer, Cell> found =
                sheet == null || !line.in(source) ? null : sheet.rows().get(line.number(source));
        return found == null
                ? null
                : String.join(
                        " | ",
                        new TreeMap<>(found)
                                .values().stream().map(TableContent::shown).toList());
    }

    private String header(Column column) {
        for (Source source : new Source[] {Source.THEIRS, Source.MINE, Source.BASE}) {
            TableContent content = tables.get(source);
            String header =
                    content == null || table == null ? "" : content.columns().getOrDefault(column.position(source), "");
            if (!header.isEmpty()) {
                return header;
            }
        }
        int position = Math.max(
                column.position(Source.THEIRS), Math.max(column.position(Source.MINE), column.position(Source.BASE)));
        return "column " + CellAddress.columnName(position);
    }

    private static String name(Source source) {
        return source.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @param header null when no column is concerned; {@code column} null when no single cell is */
    private MergeConflict conflict(
            Kind kind,
            @Nullable Line line,
            @Nullable String header,
            @Nullable Column column,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
            String message) {
        Sheet sheet = Objects.requireNonNull(sheets.get(Source.THEIRS));
        RowContent row = line == null ? null : line.row();
        String id = sheet.file() + "!" + sheet.name() + (line == null ? "" : "!" + line.subject())
                + (header == null ? "" : "!" + header);
        return new MergeConflict(
                id,
                kind,
                sheet.file(),
                sheet.name(),
                line == null ? null : line.subject(),
                row == null ? null : row.words(),
                kind == Kind.ORDER_CHANGED_TWICE ? null : header,
                place(line, column, Source.THEIRS),
                place(line, column, Source.MINE),
                base,
                theirs,
                mine,
                message,
                kind.remedy());
    }

    private @Nullable CellAddress place(@Nullable Line line, @Nullable Column column, Source source) {
        Sheet sheet = sheets.get(source);
        if (sheet == null || line == null || !line.in(source)) {
            return null;
        }
        return sheet.address(line.number(source), column == null ? 0 : column.position(source));
    }
}
