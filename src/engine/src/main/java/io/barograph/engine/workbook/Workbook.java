package io.barograph.engine.workbook;

import java.util.List;

/** A workbook as read: sheets in file order. */
public record Workbook(String file, List<Sheet> sheets) {
    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
