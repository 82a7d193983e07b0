package io.barograph.engine.export;

import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as rows of cells without blank rows and columns, each cell null when it is empty.
 *
 * @param rows all as long as the widest; the first holds the headers
 */
record SheetGrid(String name, List<List<@Nullable Cell>> rows) {

    static final String RULE_ID = "Rule ID";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static SheetGrid of(Sheet sheet) {
        TreeSet<Integer> columns = new TreeSet<>();
        sheet.rows().values().forEach(row -> columns.addAll(row.keySet()));
        List<List<@Nullable Cell>> rows = new ArrayList<>();
        sheet.rows().values().stream()
                .filter(row -> !row.isEmpty())
                .forEach(row ->
                        rows.add(columns.stream().<@Nullable Cell>map(row::get).toList()));
        return new SheetGrid(sheet.name(), rows);
    }

    /** Whether it is one of a model's tables; any other sheet is prose. */
    boolean isTable() {
        return Arrays.stream(Table.values()).anyMatch(table -> Names.same(table.sheet(), name));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Positions of columns that hold anything below their header. */
    List<Integer> filledColumns() {
        return IntStream.range(0, isEmpty() ? 0 : rows.get(0).size())
                .filter(column -> rows.stream().skip(1).anyMatch(row -> row.get(column) != null))
                .boxed()
                .toList();
    }

    /** Whether all values of a column are numbers. */
    boolean isNumeric(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .allMatch(Cell.Numeric.class::isInstance);
    }

    /** What a cell shows; percentages as such. */
    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Cell.Numeric number && number.percentage()
                ? number.value().multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%"
                : cell.text();
    }
}
