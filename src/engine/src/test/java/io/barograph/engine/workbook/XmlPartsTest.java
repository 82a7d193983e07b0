package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How XML may be written, and what it may not hold. */
class XmlPartsTest {

    private static final String SEVEN =
            XlsxParts.worksheet("<sheetData><row><c t='str'><v>sieben \u2265 7</v></c></row></sheetData>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                XlsxParts.TYPES,
                XlsxParts.WORKBOOK,
                XlsxParts.WORKBOOK_LINKS,
                XlsxParts.STRINGS,
                XlsxParts.STYLES,
                XlsxParts.SHEET,
                "docProps/core.xml",
                "xl/drawings/vmlDrawing1.vml",
                "customXml/item1.data"
            })
    void refusesDocumentTypesInEveryPart(String part) {
        for (String type : new String[] {
            "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", "<!DOCTYPE x [<!ENTITY lol 'lol'>]>"
        }) {
            XlsxParts parts = XlsxParts.workbook();
            String content = part.startsWith("xl/drawings") || part.startsWith("docP") || part.startsWith("custom")
                    ? "<x/>"
                    : parts.text(part);
            Issue issue = parts.part(part, "<?xml version='1.0'?><!-- c -->" + type + content)
                    .refusal();
            assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
            assertThat(issue.message()).endsWith("declares a document type (DTD)");
        }
    }

    @Test
    void readsWordsThatOnlyLookLikeDocumentTypes() {
        String text = "<![CDATA[<!DOCTYPE x> --> ]]]>&lt;!DOCTYPE y><!-- <!DOCTYPE z> - ] -->";
        Sheet sheet = XlsxParts.cells("<c t='inlineStr'><is><t>" + text + "</t></is></c>")
                .sheet();
        assertThat(XlsxParts.text(sheet, 1, 1)).isEqualTo("<!DOCTYPE x> --> ]<!DOCTYPE y>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "</worksheet>",
                "<a b='1' b='2'/>",
                "&unknown;",
                "<a b='&unknown;'/>",
                "<x:a/>",
                "\u0001",
                "<a b='<'/>",
                "]]>",
                "<!-- -- -->",
                "<!x>"
            })
    void refusesXmlThatIsNotWellFormed(String content) {
        Issue issue = XlsxParts.workbook()
                .part(XlsxParts.SHEET, XlsxParts.worksheet(content))
                .refusal();
        assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(issue.message()).contains("`xl/worksheets/sheet1.xml`").contains("not well-formed XML (line 1)");
    }

    @Test
    void refusesMalformedPartsThatNobodyReads() {
        Issue issue =
                XlsxParts.workbook().part("docProps/app.xml", "<a><b></a>").refusal();
        assertThat(issue.message()).contains("`docProps/app.xml`");
        XlsxParts.workbook()
                .part("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>")
                .part("__MACOSX/xl/._workbook.xml", "\u0000\u0005\u0016\u0007")
                .part("__MACOSX/_rels/._.rels", "\u0000\u0005\u0016\u0007")
                .read();
    }

    @Test
    void refusesAnotherRootThanExpected() {
        Issue issue = XlsxParts.workbook().part(XlsxParts.SHEET, "<worksheet/>").refusal();
        assertThat(issue.message()).contains("is no worksheet, but `worksheet`");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,'\uFEFF'", "UTF-16BE,'\uFEFF'", "UTF-16LE,'\uFEFF'", "UTF-16BE,''", "UTF-16LE,''"})
    void readsUtf8AndUtf16(Charset charset, String mark) {
        String declaration = "<?xml version='1.0' encoding='" + (charset.equals(UTF_8) ? "UTF-8" : "UTF-16") + "'?>";
        assertThat(charset).isIn(UTF_8, UTF_16BE, UTF_16LE);
        Sheet sheet = XlsxParts.workbook()
                .part(XlsxParts.SHEET, (mark + declaration + SEVEN).getBytes(charset))
                .sheet();
        assertThat(XlsxParts.text(sheet, 1, 1)).isEqualTo("sieben \u2265 7");
    }

    @Test
    void refusesOtherEncodings() {
        Issue declared = XlsxParts.workbook()
                .part(XlsxParts.SHEET, "<?xml version='1.0' encoding='ISO-8859-1'?>" + SEVEN)
                .refusal();
        assertThat(declared.message()).contains("encoded in `ISO-8859-1`");
        byte[] wrong = SEVEN.getBytes(UTF_8);
        wrong[wrong.length - 30] = (byte) 0xFF;
        assertThat(XlsxParts.workbook().part(XlsxParts.SHEET, wrong).refusal().code())
                .isEqualTo(IssueCode.UNREADABLE_FILE);
    }

    @Test
    void readsPrefixedElements() {
        String prefixed = "<x:worksheet xmlns:x='" + XlsxParts.MAIN + "'><x:sheetData><x:row r='2'><x:c r='B2' t='str'>"
                + "<x:v>here</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        Sheet sheet = XlsxParts.workbook().part(XlsxParts.SHEET, prefixed).sheet();
        assertThat(XlsxParts.text(sheet, 2, 2)).isEqualTo("here");
    }

    @Test
    void readsStrictWorkbooks() {
        XlsxParts strict = XlsxParts.cells("<c t='s'><v>0</v></c><c t='d'><v>2026-03-01T00:00:00</v></c>")
                .part(XlsxParts.STRINGS, XlsxParts.strings("<si><t>strict</t></si>"));
        for (String part : new String[] {
            XlsxParts.SHEET,
            XlsxParts.STRINGS,
            XlsxParts.STYLES,
            XlsxParts.WORKBOOK,
            XlsxParts.WORKBOOK_LINKS,
            "_rels/.rels"
        }) {
            strict.part(
                    part,
                    strict.text(part)
                            .replace(XlsxParts.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                            .replace(XlsxParts.OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        }
        Sheet sheet = strict.sheet();
        assertThat(XlsxParts.text(sheet, 1, 1)).isEqualTo("strict");
        assertThat(XlsxParts.text(sheet, 1, 2)).isEqualTo("2026-03-01");
    }

    @Test
    void passesOverElementsOfOtherNamespaces() {
        String foreign = "<sheetData xmlns:q='urn:q'><q:row><c><v>1</v></c></q:row><row><q:c><v>2</v></q:c>"
                + "<c><v>3</v><q:v>4</q:v></c></row></sheetData>";
        Sheet sheet = XlsxParts.workbook()
                .part(XlsxParts.SHEET, XlsxParts.worksheet(foreign))
                .sheet();
        assertThat(sheet.rows()).hasSize(1);
        assertThat(XlsxParts.text(sheet, 1, 1)).isEqualTo("3");
    }

    @Test
    void refusesDocumentsBuiltToExhaustMemory() {
        int markup = BoundedMarkup.LONGEST_MARKUP + 100;
        assertThat(sheetRefusal("<!--" + "-a".repeat(markup / 2) + "-->").code())
                .isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(sheetRefusal("<a b='" + ">".repeat(markup) + "'/>").code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(sheetRefusal("<a>".repeat(300)).message()).contains("256 nested XML elements");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThat(sheetRefusal(names.toString()).message()).contains("5,000 different XML names");
    }

    private static Issue sheetRefusal(String content) {
        return XlsxParts.workbook()
                .part(XlsxParts.SHEET, XlsxParts.worksheet(content))
                .refusal();
    }
}
