package io.barograph.engine.model.merge;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sheet as the base and both sides have it: what stands in a place of it, and whether two of them say the same there. */
final class Sides {

    /** The formula of a cell; null when it has none. */
    interface Formulas {
        @Nullable String of(Source source, CellAddress cell);
    }

    private final Map<Source, Sheet> sheets;
    private final Map<Source, TableContent> tables;
    private final @Nullable Table table;
    private final Formulas formulas;

    /** @param sheets of both sides, and of the base when it had it; the same for {@code tables} when rules read the sheet */
    Sides(Map<Source, Sheet> sheets, Map<Source, TableContent> tables, Formulas formulas) {
        this.sheets = new EnumMap<>(sheets);
        this.tables = tables;
        this.table = tables.size() < sheets.size()
                ? null
                : Objects.requireNonNull(tables.get(Source.THEIRS)).table();
        this.formulas = formulas;
    }

    /** The table that rules read from it; null when none is, and rows and columns are told by their place. */
    @Nullable Table table() {
        return table;
    }

    /** As theirs has it. */
    Sheet sheet() {
        return Objects.requireNonNull(sheets.get(Source.THEIRS));
    }

    @Nullable String formula(Source source, Cell cell) {
        return formulas.of(source, cell.address());
    }

    @Nullable Cell cell(Line line, Column column, Source source) {
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
    boolean alike(Line line, Column column, Source one, Source other) {
        Cell first = cell(line, column, one);
        Cell second = cell(line, column, other);
        if (first != null && second != null && first.formula() && second.formula()) {
            return Objects.equals(formula(one, first), formula(other, second));
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

    static @Nullable CellContent content(Line line, Column column, Source source) {
        RowContent row = line.row(source);
        return row == null
                ? null
                : row.cells().stream()
                        .filter(cell -> cell.address().column() == column.position(source))
                        .findFirst()
                        .orElse(null);
    }

    /** A row in the words of its cells; null where it is not. */
    @Nullable String words(Line line, Source source) {
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

    /** As the table has it; the letters of the column where it has none. */
    String header(Column column) {
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

    /** Where a cell of a row stands; the row's first cell without a column. */
    @Nullable CellAddress place(@Nullable Line line, @Nullable Column column, Source source) {
        Sheet sheet = sheets.get(source);
        if (sheet == null || line == null || !line.in(source)) {
            return null;
        }
        return sheet.address(line.number(source), column == null ? 0 : column.position(source));
    }
}
