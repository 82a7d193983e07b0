package io.barograph.engine.workbook;

/** How large a workbook may be; anything larger is refused with a message that names the limit. */
public final class WorkbookLimits {

    public static final int FILE_BYTES = 10 * 1024 * 1024;
    /** Bytes that really come out of all entries together, whatever their headers say. */
    public static final int INFLATED_BYTES = 64 * 1024 * 1024;

    public static final int ZIP_ENTRIES = 1_000;
    public static final int SHEETS = 50;
    /** The last row that may hold a value. */
    public static final int ROWS = 20_000;
    /** The last column that may hold a value. */
    public static final int COLUMNS = 200;
    /** UTF-16 code units, as spreadsheet programs count. */
    public static final int CELL_CHARACTERS = 32_767;
    /**
     * Cells with values in all sheets together. Rows, columns and bytes alone would admit four million one-digit
     * cells, some 600 MiB of memory; this keeps any reading under 256 MiB.
     */
    public static final int CELLS = 1_000_000;
    /** Merged regions of one sheet: as many as it may have rows. */
    public static final int MERGED_REGIONS = ROWS;

    private WorkbookLimits() {}
}
