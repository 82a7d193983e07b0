package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no workbook, and workbooks that hold what no model needs. */
class RefusedFilesTest {

    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static Issue refusal(byte[] bytes) {
        return XlsxParts.refused(WorkbookReader.read(XlsxParts.FILE, bytes));
    }

    static byte[] compoundFile(String directoryEntry) {
        byte[] name = directoryEntry.getBytes(UTF_16LE);
        return ByteBuffer.allocate(2048)
                .put(COMPOUND_FILE)
                .position(1024)
                .put(name)
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7', a PDF document",
        "'<!DOCTYPE html><html>', a web page (HTML)",
        "'  <html><table>', a web page (HTML)",
        "'<?xml version=\"1.0\"?><Workbook/>', an XML file",
        "'Rule ID,Indicator\nS-1,NPS', a text file (CSV perhaps)",
        "'\u0001\u0002\u0003', a file of an unknown format"
    })
    void namesWhatTheFileIsInstead(String content, String kind) {
        Issue issue = refusal(content.getBytes(UTF_8));
        assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(issue.message()).isEqualTo("this is " + kind + ", not an .xlsx workbook");
        assertThat(issue.suggestion()).contains("save it as .xlsx");
    }

    @Test
    void refusesEmptyFiles() {
        assertThat(refusal(new byte[0]).message()).isEqualTo("the file is empty (0 bytes)");
    }

    @Test
    void tellsOldWorkbooksFromEncryptedOnes() {
        Issue old = refusal(compoundFile("Workbook"));
        assertThat(old.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(old.message()).contains("(.xls)");
        Issue encrypted = refusal(compoundFile("EncryptedPackage"));
        assertThat(encrypted.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(encrypted.message()).isEqualTo("the workbook is encrypted with a password");
    }

    @Test
    void refusesOtherPackages() {
        RawZip openDocument = new RawZip();
        openDocument.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
        assertThat(refusal(openDocument.bytes()).message()).contains("an OpenDocument file");
        assertThat(refusal(new RawZip().bytes()).message()).contains("a zip archive");
        assertThat(mainType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
                .contains("a Word document");
        assertThat(mainType("application/vnd.ms-excel.sheet.binary.macroEnabled.main"))
                .contains("holds macros");
    }

    private static String mainType(String type) {
        return XlsxParts.workbook()
                .replacing(
                        XlsxParts.TYPES,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        type)
                .refusal()
                .message();
    }

    @Test
    void refusesMacroWorkbooksByTheirType() {
        assertThat(mainType("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
                .isEqualTo("the workbook holds macros (`xl/workbook.xml`)");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin, holds macros",
        "xl/macrosheets/sheet1.xml, holds macros",
        "xl/embeddings/oleObject1.bin, holds an embedded file or object",
        "xl/activeX/activeX1.xml, holds an embedded file or object",
        "xl/connections.xml, holds a data connection",
        "xl/queryTables/queryTable1.xml, holds a data connection",
        "xl/externalLinks/externalLink1.xml, links to another workbook"
    })
    void refusesPartsByTheirName(String part, String found) {
        Issue issue = XlsxParts.workbook().part(part, "<x/>").refusal();
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(issue.message()).contains("the workbook " + found);
        assertThat(issue.suggestion()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "vnd.ms-office.vbaProject, holds macros",
        "vnd.openxmlformats-officedocument.oleObject, holds an embedded file or object",
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet, holds an embedded file or object",
        "vnd.openxmlformats-officedocument.spreadsheetml.connections+xml, holds a data connection",
        "vnd.openxmlformats-officedocument.spreadsheetml.queryTable+xml, holds a data connection"
    })
    void refusesPartsByTheirTypeWhateverTheirName(String type, String found) {
        Issue issue = XlsxParts.workbook()
                .replacing(
                        XlsxParts.TYPES,
                        "</Types>",
                        "<Override PartName='/xl/harmless.bin' ContentType='application/" + type + "'/></Types>")
                .part("xl/harmless.bin", "x")
                .refusal();
        assertThat(issue.message()).contains(found).contains("xl/harmless.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vbaProject", "oleObject", "package", "connections", "queryTable", "externalLink"})
    void refusesLinksByTheirType(String type) {
        Issue issue = XlsxParts.workbook()
                .part("xl/worksheets/_rels/sheet1.xml.rels", XlsxParts.links(XlsxParts.link("r", type, "../x.bin")))
                .refusal();
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
    }

    private static String sheetLink(String type, String rest) {
        return XlsxParts.links("<Relationship Id='r' Type='" + XlsxParts.OFFICE + "/" + type + "' " + rest + "/>");
    }

    @Test
    void allowsHyperlinksAndNothingElseToLeadOutside() {
        String outside = "Target='http://example.com/x' TargetMode='External'";
        String links = "xl/worksheets/_rels/sheet1.xml.rels";
        XlsxParts.workbook().part(links, sheetLink("hyperlink", outside)).read();
        Issue image =
                XlsxParts.workbook().part(links, sheetLink("image", outside)).refusal();
        assertThat(image.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(image.message()).contains("`http://example.com/x`").contains("`image`");
        Issue unsaid = XlsxParts.workbook()
                .part(links, sheetLink("image", "Target='file:///etc/passwd'"))
                .refusal();
        assertThat(unsaid.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        Issue escaping = XlsxParts.workbook()
                .part(links, sheetLink("image", "Target='../../../x.png'"))
                .refusal();
        assertThat(escaping.message()).contains("points outside the workbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {XlsxParts.SHEET, XlsxParts.STYLES, XlsxParts.STRINGS, XlsxParts.WORKBOOK, "_rels/.rels"})
    void refusesWorkbooksThatLackAPart(String part) {
        Issue issue = XlsxParts.workbook().without(part).refusal();
        assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
    }
}
