package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code .xlsx} bytes (ECMA-376, transitional and strict) into typed cells, within {@link WorkbookLimits limits}.
 * Whatever the bytes are, the answer is a workbook or one reason; formulas are never evaluated, links never followed.
 */
public final class WorkbookReader {

    private WorkbookReader() {}

    /** @param file name to show in addresses and issues */
    public static Reading read(String file, byte[] bytes) {
        try {
            return new Reading.Read(workbook(file, bytes));
        } catch (RefusedException refused) {
            return new Reading.Refused(refused.issue(file));
        }
    }

    private static Workbook workbook(String file, byte[] bytes) throws RefusedException {
        Archive archive = Archive.open(bytes);
        requirePackage(archive);
        XmlParts parts = new XmlParts(archive);
        parts.refuseDtds();
        ContentTypes types = ContentTypes.read(parts);
        ForbiddenContent.refuse(archive, parts, types);
        WorkbookPart workbook = WorkbookPart.read(archive, parts, types);
        CellFormats formats = CellFormats.read(parts, workbook.styles());
        SharedStrings strings = SharedStrings.read(parts, workbook.sharedStrings());
        CellBudget budget = new CellBudget();
        List<Sheet> sheets = new ArrayList<>();
        for (WorkbookPart.SheetEntry entry : workbook.sheets()) {
            CellParser cells = new CellParser(strings, formats, workbook.dates());
            SheetParser parser = new SheetParser(file, entry.name(), cells, budget);
            if (entry.part() != null) {
                parts.read(entry.part(), "worksheet", parser::read);
            }
            sheets.add(parser.sheet(entry.hidden()));
        }
        parts.checkTheRest();
        return new Workbook(file, sheets);
    }

    private static void requirePackage(Archive archive) throws RefusedException {
        if (archive.has(ContentTypes.PART)) {
            return;
        }
        String kind = archive.has("mimetype") ? "an OpenDocument file (.ods perhaps)" : "a zip archive";
        throw RefusedException.unreadable(
                "this is " + kind + ", not an .xlsx workbook", "open it in a spreadsheet program and save it as .xlsx");
    }
}
