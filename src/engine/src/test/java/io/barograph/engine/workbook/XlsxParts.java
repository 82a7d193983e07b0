package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A workbook (one sheet named Scoring, if not taken from elsewhere) whose parts a test may replace as it likes. */
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

    private XlsxParts() {}

    /** The parts of an existing workbook. */
    static XlsxParts of(byte[] workbook) {
        XlsxParts parts = new XlsxParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.part(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static XlsxParts workbook() {
        XlsxParts parts = new XlsxParts();
        parts.fill();
        return parts;
    }

    private void fill() {
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

    /** With these rows. */
    static XlsxParts rows(String rows) {
        return workbook().part(SHEET, worksheet("<sheetData>" + rows + "</sheetData>"));
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

    /** Names of all parts. */
    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The same with some parts written otherwise. */
    XlsxParts rewriting(Predicate<String> names, UnaryOperator<String> change) {
        names().stream().filter(names).forEach(name -> part(name, change.apply(text(name))));
        return this;
    }

    /** The same with something more before the end of a part's root element. */
    XlsxParts appending(String name, String content) {
        String text = text(name);
        int end = text.lastIndexOf("</");
        return part(name, text.substring(0, end) + content + text.substring(end));
    }

    /** The same with rows added at the end of a sheet. */
    XlsxParts addingRows(String sheet, String rows) {
        return replacing(sheet, "</sheetData>", rows + "</sheetData>");
    }

    /** The name of the part that holds a sheet. */
    String partOf(String sheet) {
        String id = group(text(WORKBOOK), "<sheet [^>]*name=\"" + sheet + "\"[^>]*r:id=\"(\\w+)\"");
        String links = text(WORKBOOK_LINKS);
        String link = group(links, "(<Relationship [^>]*Id=\"" + id + "\"[^>]*>)");
        return "xl/" + group(link, "Target=\"(?:/xl/)?([^\"]+)\"");
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
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
