package io.barograph.testkit;

import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.WorkbookPlan;
import io.barograph.engine.workbook.WorkbookWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a workbook sheet by sheet, row by row.
 *
 * <p>Cells are what the values are: texts stay text (also {@code "80"}), numbers are numbers, dates are date cells, booleans
 * TRUE or FALSE, null and {@code ""} empty.
 */
public final class WorkbookBuilder {

    private final String file;
    private final List<SheetBuilder> sheets = new ArrayList<>();

    private WorkbookBuilder(String file) {
        this.file = file;
    }

    /** @param file name with {@code .xlsx} */
    public static WorkbookBuilder workbook(String file) {
        return new WorkbookBuilder(file);
    }

    /** The sheet with this name, made if need be. */
    public SheetBuilder sheet(String name) {
        for (SheetBuilder sheet : sheets) {
            if (sheet.name.equals(name)) {
                return sheet;
            }
        }
        SheetBuilder sheet = new SheetBuilder(name);
        sheets.add(sheet);
        return sheet;
    }

    /** Takes a sheet away, for tests of what is missing. */
    public WorkbookBuilder without(String name) {
        sheets.removeIf(sheet -> sheet.name.equals(name));
        return this;
    }

    public byte[] bytes() {
        return WorkbookWriter.write(new WorkbookPlan(
                file, List.of(), sheets.stream().map(SheetBuilder::plan).toList()));
    }

    public ModelFile file() {
        return new ModelFile(file, bytes());
    }

    /** One sheet; its rows may be longer than its header, as people's are. */
    public final class SheetBuilder {

        private final String name;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private List<String> header = List.of();

        private SheetBuilder(String name) {
            this.name = name;
        }

        public SheetBuilder header(String... headers) {
            header = List.of(headers);
            return this;
        }

        /** @param values String, BigDecimal, Integer, Double, Boolean, LocalDate or null, in column order */
        public SheetBuilder row(@Nullable Object... values) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Object value : values) {
                row.add(value instanceof Double number ? (Object) BigDecimal.valueOf(number) : value);
            }
            rows.add(row);
            return this;
        }

        /** A row as a person types a line of a table: cells between bars, numbers as numbers, {@code ·} for empty. */
        public SheetBuilder line(String cells) {
            return row(Arrays.stream(cells.split("\\|", -1))
                    .map(String::strip)
                    .map(WorkbookBuilder::typed)
                    .toArray());
        }

        public SheetBuilder blankRow() {
            rows.add(List.of());
            return this;
        }

        /** Replaces one cell; rows and columns count from 1 as in a spreadsheet. */
        public SheetBuilder set(int row, int column, @Nullable Object value) {
            if (row == 1) {
                List<String> changed = new ArrayList<>(header);
                while (changed.size() < column) {
                    changed.add("");
                }
                changed.set(column - 1, String.valueOf(value));
                header = changed;
            } else {
                while (rows.size() < row - 1) {
                    rows.add(List.of());
                }
                List<@Nullable Object> changed = new ArrayList<>(rows.get(row - 2));
                while (changed.size() < column) {
                    changed.add(null);
                }
                changed.set(column - 1, value);
                rows.set(row - 2, changed);
            }
            return this;
        }

        /** Another sheet of the same workbook. */
        public SheetBuilder sheet(String other) {
            return WorkbookBuilder.this.sheet(other);
        }

        public WorkbookBuilder workbook() {
            return WorkbookBuilder.this;
        }

        private SheetPlan plan() {
            int width = Math.max(
                    header.size(), rows.stream().mapToInt(List::size).max().orElse(0));
            List<ColumnPlan> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                columns.add(new ColumnPlan(
                        i < header.size() ? header.get(i) : "",
                        ColumnPlan.Purpose.OUTCOME,
                        ColumnPlan.Format.GENERAL,
                        20,
                        null,
                        Choices.ANY));
            }
            return new SheetPlan(name, columns, rows);
        }
    }

    static @Nullable Object typed(String cell) {
        if (cell.isEmpty() || cell.equals("·")) {
            return null;
        }
        return cell.matches("-?\\d+(\\.\\d+)?") ? (Object) new BigDecimal(cell) : cell;
    }
}
