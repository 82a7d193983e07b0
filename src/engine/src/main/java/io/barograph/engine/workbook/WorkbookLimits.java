package io.barograph.engine.workbook;

/** How large a workbook may be; anything larger is refused with a message that names the limit. */
public final class WorkbookLimits {

    public static final int FILE_BYTES = 10 * 1024 * 1024;
    public static final int INFLATED_BYTES = 64 * 1024 * 1024;
    public static final int ZIP_ENTRIES = 1_000;
    public static final int SHEETS = 50;
    public static final int ROWS = 20_000;
    public static final int COLUMNS = 200;
    public static final int CELL_CHARACTERS = 32_767;

    private WorkbookLimits() {}
}
