package io.barograph.engine.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks that are pleasant to edit: frozen styled headers that explain themselves, drop-down lists, text
 * formats that keep conditions as typed. Equal plans give equal bytes.
 */
public final class WorkbookWriter {

    /** The creation date in every file's properties, so that none depends on the day it was written. */
    private static final Date CREATED = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    private WorkbookWriter() {}

    /** The bytes of an {@code .xlsx} file. */
    public static byte[] write(WorkbookPlan plan) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            describe(workbook.getProperties(), plan.title());
            Styles styles = new Styles(workbook);
            if (!plan.readMe().isEmpty()) {
                ReadMeSheet.write(workbook, styles, plan);
            }
            for (SheetPlan sheet : plan.sheets()) {
                new TableSheet(workbook, styles, plan, sheet).write();
            }
            workbook.setActiveSheet(0);
            workbook.write(out);
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void describe(POIXMLProperties properties, String title) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(title);
        core.setCreator("Barograph");
        core.setCreated(Optional.of(CREATED));
        core.setModified(Optional.of(CREATED));
        properties.getExtendedProperties().setApplication("Barograph");
    }
}
