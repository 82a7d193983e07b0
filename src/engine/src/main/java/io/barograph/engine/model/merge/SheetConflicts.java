package io.barograph.engine.model.merge;

import io.barograph.engine.model.merge.MergeConflict.Kind;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.workbook.Sheet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conflicts of one sheet: how each is told, and how it is to be settled; null, and it stays open, when nobody said. */
final class SheetConflicts {

    private final Sides sides;
    private final Conflicts conflicts;

    SheetConflicts(Sides sides, Conflicts conflicts) {
        this.sides = sides;
        this.conflicts = conflicts;
    }

    /** @param fault why rows cannot be in the order of both */
    @Nullable Resolution order(List<Line> left, String fault) {
        return settle(
                Kind.ORDER_CHANGED_TWICE,
                null,
                "order",
                null,
                LineOrder.told(left, Source.BASE),
                LineOrder.told(left, Source.THEIRS),
                LineOrder.told(left, Source.MINE),
                fault);
    }

    /** @param left the side that still has it, with other cells than the base */
    @Nullable Resolution columnRemoved(Column column, Source left) {
        String header = sides.header(column);
        String changed = "changed";
        return settle(
                Kind.COLUMN_REMOVED_AND_CHANGED,
                null,
                header,
                null,
                "there",
                left == Source.THEIRS ? changed : null,
                left == Source.MINE ? changed : null,
                name(left.other()) + " removed the column `" + header + "`, " + name(left) + " changed cells in it");
    }

    /**
     * @param left the side that still has it
     * @param changed the columns in which it is not what the base has
     */
    @Nullable Resolution rowRemoved(Line line, Source left, List<Column> changed) {
        String headers = String.join(
                ", ",
                changed.stream().map(column -> "`" + sides.header(column) + "`").toList());
        return settle(
                Kind.ROW_REMOVED_AND_CHANGED,
                line,
                null,
                null,
                sides.words(line, Source.BASE),
                sides.words(line, Source.THEIRS),
                sides.words(line, Source.MINE),
                name(left.other()) + " removed the row, " + name(left) + " changed " + headers);
    }

    @Nullable Resolution rowAddedTwice(Line line) {
        return settle(
                Kind.ROW_ADDED_TWICE,
                line,
                null,
                null,
                null,
                sides.words(line, Source.THEIRS),
                sides.words(line, Source.MINE),
                "both added a row `" + line.subject() + "`, and the two differ");
    }

    /** @param old what the base has; null for an empty cell, as in the others */
    @Nullable Resolution cellChangedTwice(
            Line line, Column column, @Nullable String old, @Nullable String one, @Nullable String other) {
        String header = sides.header(column);
        String message = "both changed `" + header + "`: " + (old == null ? "empty" : old) + " → "
                + (one == null ? "empty" : one) + " in theirs, → " + (other == null ? "empty" : other) + " in mine";
        return settle(Kind.CELL_CHANGED_TWICE, line, header, column, old, one, other, message);
    }

    /** @param header null when no column is concerned; {@code column} null when no single cell is */
    private @Nullable Resolution settle(
            Kind kind,
            @Nullable Line line,
            @Nullable String header,
            @Nullable Column column,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
            String message) {
        Sheet sheet = sides.sheet();
        RowContent row = line == null ? null : line.row();
        String id = sheet.file() + "!" + sheet.name() + (line == null ? "" : "!" + line.subject())
                + (header == null ? "" : "!" + header);
        return conflicts.settle(new MergeConflict(
                id,
                kind,
                sheet.file(),
                sheet.name(),
                line == null ? null : line.subject(),
                row == null ? null : row.words(),
                kind == Kind.ORDER_CHANGED_TWICE ? null : header,
                sides.place(line, column, Source.THEIRS),
                sides.place(line, column, Source.MINE),
                base,
                theirs,
                mine,
                message,
                kind.remedy()));
    }

    private static String name(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
