package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cells are, and what hides them. */
class SheetParserTest {

    private static Map<String, String> cells(Sheet sheet) {
        return sheet.rows().values().stream()
                .flatMap(row -> row.values().stream())
                .collect(Collectors.toMap(cell -> cell.address().toString().replaceAll(".*!", ""), Cell::text));
    }

    private static Sheet worksheet(String content) {
        return XlsxParts.workbook()
                .part(XlsxParts.SHEET, XlsxParts.worksheet(content))
                .sheet();
    }

    @Test
    void countsRowsAndCellsThatDoNotSayWhereTheyAre() {
        Sheet sheet = XlsxParts.rows("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                        + "<row r='4'><c><v>4</v></c></row><row><c><v>5</v></c></row><row><c r='B9'><v>6</v></c></row>")
                .sheet();
        assertThat(cells(sheet)).isEqualTo(Map.of("A1", "1", "D1", "2", "E1", "3", "A4", "4", "A5", "5", "B9", "6"));
    }

    @Test
    void readsRowsAndCellsInAnyOrder() {
        Sheet sheet = XlsxParts.rows("<row r='3'><c r='C3'><v>1</v></c><c r='A3'><v>2</v></c></row>"
                        + "<row r='1'><c r='b1'><v>3</v></c></row>")
                .sheet();
        assertThat(cells(sheet)).isEqualTo(Map.of("C3", "1", "A3", "2", "B1", "3"));
        assertThat(sheet.rows().keySet()).containsExactly(1, 3);
        assertThat(sheet.rows().lastEntry().getValue().keySet()).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A2'><v>1</v></c></row>",
                "<row r='1'><c r='A'><v>1</v></c></row>",
                "<row r='1'><c r='ZZZ1'><v>1</v></c></row>",
                "<row r='0'/>",
                "<row r='-5'/>",
                "<row r='1048577'/>",
                "<row r='99999999999999'/>",
                "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"
            })
    void refusesPlacesThatCannotBe(String rows) {
        Issue issue = XlsxParts.rows(rows).refusal();
        assertThat(issue.cell().sheet()).isEqualTo("Scoring");
    }

    @Test
    void tellsHiddenRowsAndColumnsThatHoldSomething() {
        Sheet sheet = worksheet("<cols><col min='2' max='16384' hidden='1'/><col min='1' max='1' width='9'/></cols>"
                + "<sheetData><row r='1'><c><v>1</v></c><c><v>2</v></c></row><row r='2' hidden='true'><c><v>1</v></c></row>"
                + "<row r='3' ht='0' customHeight='1'><c r='D3'><v>1</v></c></row><row r='4' hidden='1'><c s='1'/></row>"
                + "<row r='5' hidden='0'><c><v>5</v></c></row></sheetData>");
        assertThat(sheet.hiddenRows()).containsExactly(2, 3);
        assertThat(sheet.hiddenColumns()).containsExactly(2, 4);
    }

    @Test
    void rowsWithoutHeightMayBeHiddenByDefault() {
        Sheet sheet = worksheet("<sheetFormatPr defaultRowHeight='15' zeroHeight='1'/><sheetData>"
                + "<row r='1' ht='15'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row></sheetData>");
        assertThat(sheet.hiddenRows()).containsExactly(2);
    }

    @Test
    void readsMergedRegions() {
        Sheet sheet =
                worksheet("<sheetData/><mergeCells><mergeCell ref='B2:C4'/><mergeCell ref='$D$9:A7'/></mergeCells>");
        assertThat(sheet.merged())
                .containsExactly(new Sheet.MergedRegion(2, 2, 4, 3), new Sheet.MergedRegion(7, 1, 9, 4));
    }

    @Test
    void believesNoDimension() {
        Sheet sheet = worksheet("<dimension ref='A1:XFD1048576'/><sheetData><row><c><v>1</v></c></row></sheetData>");
        assertThat(cells(sheet)).isEqualTo(Map.of("A1", "1"));
    }

    @Test
    void keepsTheOrderOfSheetsAndTellsHiddenOnes() {
        XlsxParts parts = XlsxParts.workbook()
                .part(
                        XlsxParts.WORKBOOK,
                        XlsxParts.workbook(
                                "",
                                "<sheet name='Weights' sheetId='9' r:id='b' state='veryHidden'/>"
                                        + "<sheet name='Scoring' sheetId='2' r:id='a'/>"
                                        + "<sheet name='A &amp; B' sheetId='3' r:id='c' state='hidden'/>"
                                        + "<sheet name='Chart' sheetId='4' r:id='d'/>"))
                .part(
                        XlsxParts.WORKBOOK_LINKS,
                        XlsxParts.links(XlsxParts.link("a", "worksheet", "/xl/worksheets/Sheet1.xml")
                                + XlsxParts.link("b", "worksheet", "../other/w%20x.xml")
                                + XlsxParts.link("c", "worksheet", "./worksheets/sheet3.xml")
                                + XlsxParts.link("d", "chartsheet", "chartsheets/sheet1.xml")))
                .part("other/w x.xml", XlsxParts.worksheet("<sheetData/>"))
                .part("xl/worksheets/sheet3.xml", XlsxParts.worksheet("<sheetData/>"));
        Workbook workbook = parts.read();
        assertThat(workbook.sheets()).extracting(Sheet::name).containsExactly("Weights", "Scoring", "A & B", "Chart");
        assertThat(workbook.sheets()).extracting(Sheet::hidden).containsExactly(true, false, true, false);
    }

    @Test
    void refusesSheetsWithoutContentOfTheirOwn() {
        assertThat(sheetsRefusal("<sheet name='A' sheetId='1' r:id='none'/>"))
                .isEqualTo("the sheet `A` leads to no part of the file");
        assertThat(sheetsRefusal("<sheet name='A' sheetId='1' r:id='rId1'/><sheet name='B' sheetId='2' r:id='rId1'/>"))
                .contains("`B` is another sheet's content once more");
        assertThat(sheetsRefusal("")).isEqualTo("the workbook has no sheets");
        assertThat(sheetsRefusal("<sheet name=' ' sheetId='1' r:id='rId1'/>")).contains("no name");
    }

    private static String sheetsRefusal(String sheets) {
        return XlsxParts.workbook()
                .part(XlsxParts.WORKBOOK, XlsxParts.workbook("", sheets))
                .refusal()
                .message();
    }
}
