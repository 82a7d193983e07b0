package io.barograph.engine.workbook;

/** Reads {@code .xlsx} bytes into typed cells, within {@link WorkbookLimits limits}. */
public final class WorkbookReader {

    private WorkbookReader() {}

    /** @param file name to show in addresses and issues */
    public static Reading read(String file, byte[] bytes) {
        throw new UnsupportedOperationException(file + bytes.length);
    }
}
