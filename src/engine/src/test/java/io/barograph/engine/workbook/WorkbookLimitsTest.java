package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each limit: what just fits is read, one more is refused with the limit and what was found. */
class WorkbookLimitsTest {

    private static Issue limit(Issue issue) {
        assertThat(issue.code()).isEqualTo(IssueCode.LIMIT_EXCEEDED);
        assertThat(issue.suggestion()).isNotBlank();
        return issue;
    }

    @Test
    void bytesOfTheFile() {
        byte[] bytes = Arrays.copyOf(XlsxParts.workbook().bytes(), WorkbookLimits.FILE_BYTES + 1);
        assertThat(limit(XlsxParts.refused(WorkbookReader.read(XlsxParts.FILE, bytes)))
                        .message())
                .isEqualTo("the file has more than 10 MiB (10,485,760 bytes)");
    }

    @Test
    void bytesReallyInflated() {
        RawZip zip = XlsxParts.workbook().zip();
        byte[] half = new byte[WorkbookLimits.INFLATED_BYTES / 2];
        zip.add("xl/media/a.png", half);
        XlsxParts.accepted(WorkbookReader.read(XlsxParts.FILE, zip.bytes()));
        RawZip.Entry lying = zip.add("xl/media/b.png", half);
        lying.localSize = 10;
        lying.centralSize = 10;
        assertThat(limit(XlsxParts.refused(WorkbookReader.read(XlsxParts.FILE, zip.bytes())))
                        .message())
                .isEqualTo("the workbook inflates to more than 64 MiB (67,108,864 bytes)");
    }

    @Test
    void zipEntries() {
        XlsxParts parts = XlsxParts.workbook();
        for (int i = 7; i < WorkbookLimits.ZIP_ENTRIES; i++) {
            parts.part("xl/media/" + i + ".png", "");
        }
        parts.read();
        assertThat(limit(parts.part("xl/media/more.png", "").refusal()).message())
                .isEqualTo("the workbook has 1,001 zip entries; at most 1,000 are read");
    }

    @Test
    void sheets() {
        withSheets(50).read();
        assertThat(limit(withSheets(51).refusal()).message())
                .isEqualTo("the workbook has 51 sheets; at most 50 are read");
    }

    private static XlsxParts withSheets(int count) {
        XlsxParts parts = XlsxParts.workbook();
        StringBuilder sheets = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < count; i++) {
            sheets.append("<sheet name='S" + i + "' sheetId='" + (i + 1) + "' r:id='s" + i + "'/>");
            links.append(XlsxParts.link("s" + i, "worksheet", "worksheets/s" + i + ".xml"));
            parts.part("xl/worksheets/s" + i + ".xml", XlsxParts.worksheet("<sheetData/>"));
        }
        return parts.part(XlsxParts.WORKBOOK, XlsxParts.workbook("", sheets.toString()))
                .part(XlsxParts.WORKBOOK_LINKS, XlsxParts.links(links.toString()));
    }

    @Test
    void rowsThatHoldValues() {
        XlsxParts.rows("<row r='20000'><c><v>1</v></c></row><row r='20001'><c s='0'/></row><row r='1048576' ht='9'/>")
                .read();
        Issue issue =
                limit(XlsxParts.rows("<row r='20001'><c><v>1</v></c></row>").refusal());
        assertThat(issue.message()).isEqualTo("row 20,001 holds a value; at most 20,000 rows are read");
        assertThat(issue.cell()).isEqualTo(new CellAddress(XlsxParts.FILE, "Scoring", 20_001, 1));
    }

    @Test
    void columnsThatHoldValues() {
        XlsxParts.cells("<c r='GR1'><v>1</v></c><c r='GS1' s='0'/><c r='XFD1'/>")
                .read();
        Issue issue = limit(XlsxParts.cells("<c r='GS1'><v>1</v></c>").refusal());
        assertThat(issue.message()).isEqualTo("column GS (number 201) holds a value; at most 200 columns are read");
        assertThat(issue.cell().toString()).isEqualTo("enterprise.xlsx!Scoring!GS1");
    }

    @Test
    void charactersOfACell() {
        String fits = "x".repeat(WorkbookLimits.CELL_CHARACTERS);
        for (String text : new String[] {fits, "_x0041_".repeat(WorkbookLimits.CELL_CHARACTERS)}) {
            assertThat(withText(text).sheet().cell(1, 1)).isInstanceOf(Cell.Text.class);
            Issue inline = limit(withText(text + "y").refusal());
            assertThat(inline.message()).startsWith("the cell holds 32,768 characters; at most 32,767 are read");
            assertThat(inline.cell().toString()).isEqualTo("enterprise.xlsx!Scoring!A1");
        }
        XlsxParts shared = XlsxParts.cells("<c r='B1' t='s'><v>1</v></c>")
                .part(XlsxParts.STRINGS, XlsxParts.strings("<si><t>" + fits + "xyz</t></si><si><t>b</t></si>"));
        shared.read();
        Issue issue =
                limit(shared.replacing(XlsxParts.SHEET, "<v>1</v>", "<v>0</v>").refusal());
        assertThat(issue.message()).contains("32,770");
        assertThat(issue.cell().toString()).isEqualTo("enterprise.xlsx!Scoring!B1");
    }

    private static XlsxParts withText(String text) {
        return XlsxParts.cells("<c t='inlineStr'><is><t>" + text + "</t></is></c>");
    }

    @Test
    void mergedRegions() {
        String regions = "<mergeCell ref='A1:B1'/>".repeat(WorkbookLimits.MERGED_REGIONS + 1);
        Issue issue = limit(XlsxParts.workbook()
                .part(XlsxParts.SHEET, XlsxParts.worksheet("<mergeCells>" + regions + "</mergeCells>"))
                .refusal());
        assertThat(issue.message()).isEqualTo("the sheet has more than 20,000 merged regions");
    }
}
