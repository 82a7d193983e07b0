package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet part. Trusts no order and no dimension; counts only rows and columns that hold values. */
final class SheetParser {

    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");

    private final String file;
    private final String name;
    private final CellParser cells;
    private final CellBudget budget;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Sheet.MergedRegion> merged = new ArrayList<>();
    private boolean rowsHiddenByDefault;
    private int row;
    private int column;

    SheetParser(String file, String name, CellParser cells, CellBudget budget) {
        this.file = file;
        this.name = name;
        this.cells = cells;
        this.budget = budget;
    }

    /** The root element is current. */
    void read(XmlCursor xml) throws RefusedException {
        int sheet = xml.depth();
        while (xml.nextChild(sheet)) {
            switch (xml.name()) {
                case "sheetFormatPr" -> rowsHiddenByDefault = xml.flag("zeroHeight");
                case "cols" -> readColumns(xml);
                case "sheetData" -> readRows(xml);
                case "mergeCells" -> readMerged(xml);
                default -> {}
            }
        }
    }

    private void readColumns(XmlCursor xml) throws RefusedException {
        int all = xml.depth();
        while (xml.nextChild(all)) {
            if (xml.name().equals("col") && (xml.flag("hidden") || isZero(xml.attribute("width")))) {
                int first = number(xml.attribute("min", ""), CellArea.LAST_COLUMN);
                int last = number(xml.attribute("max", ""), CellArea.LAST_COLUMN);
                hiddenColumns.set(first, Math.max(first, last) + 1);
            }
        }
    }

    private void readRows(XmlCursor xml) throws RefusedException {
        int all = xml.depth();
        while (xml.nextChild(all)) {
            if (xml.name().equals("row")) {
                String numbered = xml.attribute("r");
                row = numbered == null ? row + 1 : number(numbered, CellArea.LAST_ROW);
                column = 0;
                boolean hidden = isHidden(xml);
                readCells(xml, numbered != null);
                if (hidden && row <= WorkbookLimits.ROWS) {
                    hiddenRows.set(row);
                }
            }
        }
    }

    private boolean isHidden(XmlCursor xml) {
        if (xml.attribute("hidden") != null) {
            return xml.flag("hidden") || isZero(xml.attribute("ht"));
        }
        return xml.attribute("ht") == null ? rowsHiddenByDefault : isZero(xml.attribute("ht"));
    }

    private static boolean isZero(@Nullable String length) {
        return length != null && ZERO.matcher(length.strip()).matches();
    }

    private void readCells(XmlCursor xml, boolean numbered) throws RefusedException {
        boolean rowKnown = numbered;
        int all = xml.depth();
        while (xml.nextChild(all)) {
            if (xml.name().equals("c")) {
                String reference = xml.attribute("r");
                if (reference == null) {
                    column++;
                } else {
                    moveTo(reference, rowKnown);
                }
                rowKnown = true;
                keep(xml);
            }
        }
    }

    /** A row without number is where its first cell says. */
    private void moveTo(String reference, boolean rowKnown) throws RefusedException {
        long plain = CellArea.plain(reference);
        if (plain >= 0 && (!rowKnown || plain / CellArea.COLUMNS_BASE == row)) {
            row = (int) (plain / CellArea.COLUMNS_BASE);
            column = (int) (plain % CellArea.COLUMNS_BASE);
            return;
        }
        CellArea cell = CellArea.of(reference)
                .filter(CellArea::single)
                .filter(area -> !rowKnown || area.firstRow() == row)
                .orElseThrow(() -> RefusedException.unreadable(
                                "row " + row + " has a cell at " + RefusedException.quoted(reference))
                        .at(CellAddress.ofSheet(file, name)));
        row = cell.firstRow();
        column = cell.firstColumn();
    }

    private void keep(XmlCursor xml) throws RefusedException {
        CellAddress address = new CellAddress(file, name, row, column);
        Cell cell = cells.read(xml, address);
        if (cell == null) {
            return;
        }
        if (row > WorkbookLimits.ROWS) {
            throw RefusedException.tooLarge(
                            "row " + RefusedException.grouped(row) + " holds a value; at most "
                                    + RefusedException.grouped(WorkbookLimits.ROWS) + " rows are read",
                            "delete the rows below row " + RefusedException.grouped(WorkbookLimits.ROWS))
                    .at(address);
        }
        if (column > WorkbookLimits.COLUMNS) {
            throw RefusedException.tooLarge(
                            "column " + CellAddress.columnName(column) + " (number "
                                    + RefusedException.grouped(column) + ") holds a value; at most "
                                    + WorkbookLimits.COLUMNS
                                    + " columns are read",
                            "delete the columns behind " + CellAddress.columnName(WorkbookLimits.COLUMNS))
                    .at(address);
        }
        budget.spend();
        if (rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, cell) != null) {
            throw RefusedException.unreadable("the file holds this cell twice").at(address);
        }
    }

    private void readMerged(XmlCursor xml) throws RefusedException {
        int all = xml.depth();
        while (xml.nextChild(all)) {
            if (merged.size() == WorkbookLimits.MERGED_REGIONS) {
                throw RefusedException.tooLarge(
                                "the sheet has more than " + RefusedException.grouped(WorkbookLimits.MERGED_REGIONS)
                                        + " merged regions",
                                "unmerge all cells of the sheet")
                        .at(CellAddress.ofSheet(file, name));
            }
            String reference = xml.attribute("ref", "");
            CellArea area = CellArea.of(reference)
                    .orElseThrow(() -> RefusedException.unreadable(
                                    "the merged region " + RefusedException.quoted(reference) + " is none")
                            .at(CellAddress.ofSheet(file, name)));
            merged.add(new Sheet.MergedRegion(area.firstRow(), area.firstColumn(), area.lastRow(), area.lastColumn()));
        }
    }

    private int number(String attribute, int most) throws RefusedException {
        String digits = attribute.strip();
        int number = WholeNumber.of(digits);
        if (number < 1 || number > most) {
            throw RefusedException.unreadable("the sheet numbers a row or column " + RefusedException.quoted(attribute))
                    .at(CellAddress.ofSheet(file, name));
        }
        return number;
    }

    Sheet sheet(boolean hidden) {
        markComputed();
        Set<Integer> columnsWithCells = new TreeSet<>();
        rows.values().forEach(cellsOfRow -> columnsWithCells.addAll(cellsOfRow.keySet()));
        rows.replaceAll((number, cellsOfRow) -> Collections.unmodifiableNavigableMap(cellsOfRow));
        return new Sheet(
                file,
                name,
                hidden,
                Collections.unmodifiableNavigableMap(rows),
                among(rows.keySet(), hiddenRows),
                among(columnsWithCells, hiddenColumns),
                List.copyOf(merged));
    }

    private static Set<Integer> among(Set<Integer> held, BitSet hidden) {
        Set<Integer> both = new TreeSet<>(held);
        both.removeIf(number -> !hidden.get(number));
        return Collections.unmodifiableSet(both);
    }

    private void markComputed() {
        if (!cells.computed().isEmpty()) {
            rows.forEach((number, cellsOfRow) -> cellsOfRow.replaceAll(
                    (at, cell) -> cells.computed().contains(number, at) ? CellParser.asFormula(cell) : cell));
        }
    }
}
