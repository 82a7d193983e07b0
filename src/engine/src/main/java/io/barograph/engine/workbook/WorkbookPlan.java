package io.barograph.engine.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A workbook to be written: what it says, not how it looks.
 *
 * @param title the file's title property and the heading of its {@code Read me} sheet
 * @param readMe paragraphs of the {@code Read me} sheet, which comes first; empty when there is none
 * @param sheets in order, with names that differ in more than case
 */
public record WorkbookPlan(String title, List<String> readMe, List<SheetPlan> sheets) {

    public WorkbookPlan {
        readMe = List.copyOf(readMe);
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("workbook `" + title + "` needs a sheet");
        }
        Set<String> names = new HashSet<>();
        for (SheetPlan sheet : sheets) {
            if (!names.add(sheet.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two sheets are called `" + sheet.name() + "`");
            }
        }
    }
}
