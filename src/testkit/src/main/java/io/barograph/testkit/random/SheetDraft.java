package io.barograph.testkit.random;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.SheetPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One sheet as it shall be, before it is either cells in memory or a file. */
public final class SheetDraft {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String name;
    private final List<String> headers;
    private final boolean[] shownAsPercent;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public SheetDraft(String name, String... headers) {
        this(name, List.of(headers));
    }

    public SheetDraft(String name, List<String> headers) {
        this.name = name;
        this.headers = List.copyOf(headers);
        this.shownAsPercent = new boolean[headers.size()];
    }

    public List<String> headers() {
        return headers;
    }

    /** Shows a column's numbers as percentages: 60 is stored as 0.6 and shown as 60 %. */
    public SheetDraft showAsPercent(String header) {
        shownAsPercent[headers.indexOf(header)] = true;
        return this;
    }

    /** @param values String, BigDecimal, Integer, Boolean, LocalDate or null, in column order */
    public SheetDraft row(@Nullable Object... values) {
        rows.add(Arrays.asList(values));
        return this;
    }

    /** A row as a person types it: cells between bars, numbers as numbers. */
    public SheetDraft line(String cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (String cell : cells.split("\\|", -1)) {
            String text = cell.strip();
            row.add(text.matches("-?\\d+(\\.\\d+)?") ? (Object) new BigDecimal(text) : text);
        }
        rows.add(row);
        return this;
    }

    /** The same sheet with another cell; rows and columns count from 1. */
    SheetDraft with(int row, int column, @Nullable Object value) {
        SheetDraft changed = new SheetDraft(name, headers);
        System.arraycopy(shownAsPercent, 0, changed.shownAsPercent, 0, shownAsPercent.length);
        rows.forEach(cells -> changed.rows.add(new ArrayList<>(cells)));
        changed.rows.get(row - 2).set(column - 1, value);
        return changed;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    String name() {
        return name;
    }

    boolean isShownAsPercent(int column) {
        return shownAsPercent[column];
    }

    /** What reading the file gives. */
    public Sheet sheet(String file) {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> cells = new TreeMap<>();
        put(cells, file, 1, new ArrayList<>(headers));
        for (int i = 0; i < rows.size(); i++) {
            put(cells, file, i + 2, rows.get(i));
        }
        return new Sheet(file, name, false, cells, Set.of(), Set.of(), List.of());
    }

    private void put(
            NavigableMap<Integer, NavigableMap<Integer, Cell>> cells,
            String file,
            int row,
            List<? extends @Nullable Object> values) {
        NavigableMap<Integer, Cell> line = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            Cell cell = cell(new CellAddress(file, name, row, i + 1), values.get(i), shownAsPercent[i]);
            if (cell != null) {
                line.put(i + 1, cell);
            }
        }
        if (!line.isEmpty()) {
            cells.put(row, line);
        }
    }

    private static @Nullable Cell cell(CellAddress address, @Nullable Object value, boolean percent) {
        if (value instanceof Integer number) {
            return cell(address, BigDecimal.valueOf(number), percent);
        }
        if (value instanceof BigDecimal number) {
            BigDecimal stored = percent ? number.divide(HUNDRED) : number;
            return new Cell.Numeric(address, false, stored, percent);
        }
        if (value instanceof Boolean flag) {
            return new Cell.Logical(address, false, flag);
        }
        if (value instanceof LocalDate day) {
            return new Cell.Day(address, false, day);
        }
        return value instanceof String text && !text.isBlank() ? new Cell.Text(address, false, text) : null;
    }

    /** How the file is written. */
    SheetPlan plan() {
        List<ColumnPlan> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            columns.add(new ColumnPlan(headers.get(i), ColumnPlan.Purpose.OUTCOME, format(i), 20, null, Choices.ANY));
        }
        return new SheetPlan(name, columns, rows);
    }

    /** Dates are numbers that their column shows as dates. */
    private ColumnPlan.Format format(int column) {
        if (rows.stream().anyMatch(row -> column < row.size() && row.get(column) instanceof LocalDate)) {
            return ColumnPlan.Format.DATE;
        }
        return shownAsPercent[column] ? ColumnPlan.Format.PERCENT : ColumnPlan.Format.GENERAL;
    }
}
