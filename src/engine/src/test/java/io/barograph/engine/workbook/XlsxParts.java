package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook of one sheet named Scoring, whose parts a test may replace by whatever it likes. */
final class XlsxParts {

    static final String FILE = "enterprise.xlsx";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels";
    static final String STYLES = "xl/styles.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String TYPES = "[Content_Types].xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private XlsxParts() {
        part(
                TYPES,
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='"
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        part("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml")));
        part(WORKBOOK, workbook("", "<sheet name='Scoring' sheetId='1' r:id='rId1'/>"));
        part(
                WORKBOOK_LINKS,
                links(link("rId1", "worksheet", "worksheets/sheet1.xml")
                        + link("rId2", "styles", "styles.xml")
                        + link("rId3", "sharedStrings", "sharedStrings.xml")));
        part(STYLES, styles("", "<xf numFmtId='0'/>"));
        part(STRINGS, strings(""));
        part(SHEET, worksheet("<sheetData/>"));
    }

    static XlsxParts workbook() {
        return new XlsxParts();
    }

    /** With these rows. */
    static XlsxParts rows(String rows) {
        return new XlsxParts().part(SHEET, worksheet("<sheetData>" + rows + "</sheetData>"));
    }

    /** With these cells in its first row. */
    static XlsxParts cells(String cells) {
        return rows("<row r='1'>" + cells + "</row>");
    }

    XlsxParts part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    XlsxParts part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    XlsxParts without(String name) {
        parts.remove(name);
        return this;
    }

    /** The same with one word of a part replaced. */
    XlsxParts replacing(String name, String word, String other) {
        String text = text(name);
        assertThat(text).contains(word);
        return part(name, text.replace(word, other));
    }

    String text(String name) {
        byte[] content = parts.get(name);
        assertThat(content).as(name).isNotNull();
        return new String(content, UTF_8);
    }

    static String worksheet(String content) {
        return "<worksheet xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + content + "</worksheet>";
    }

    static String workbook(String before, String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + before + "<sheets>" + sheets
                + "</sheets></workbook>";
    }

    static String strings(String items) {
        return "<sst xmlns='" + MAIN + "'>" + items + "</sst>";
    }

    static String styles(String formats, String styles) {
        return "<styleSheet xmlns='" + MAIN + "'><numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId='9'/>"
                + "</cellStyleXfs><cellXfs>" + styles + "</cellXfs></styleSheet>";
    }

    static String links(String links) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + links
                + "</Relationships>";
    }

    static String link(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + OFFICE + "/" + type + "' Target='" + target + "'/>";
    }

    RawZip zip() {
        RawZip zip = new RawZip();
        parts.forEach(zip::add);
        return zip;
    }

    byte[] bytes() {
        return zip().bytes();
    }

    Reading reading() {
        return WorkbookReader.read(FILE, bytes());
    }

    Workbook read() {
        return accepted(reading());
    }

    /** The only sheet. */
    Sheet sheet() {
        assertThat(read().sheets()).hasSize(1);
        return read().sheets().get(0);
    }

    Issue refusal() {
        return refused(reading());
    }

    static String text(Sheet sheet, int row, int column) {
        Cell cell = sheet.cell(row, column);
        assertThat(cell).isNotNull();
        return cell.text();
    }

    static Workbook accepted(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).workbook();
    }

    static Issue refused(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        Issue issue = ((Reading.Refused) reading).reason();
        assertThat(issue.message()).matches("[a-z].*[^.\\n]");
        return issue;
    }
}
