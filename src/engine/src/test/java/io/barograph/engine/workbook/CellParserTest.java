package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way of storing a cell means. */
class CellParserTest {

    private static final CellAddress A1 = new CellAddress(XlsxParts.FILE, "Scoring", 1, 1);
    private static final String DATES_AND_PERCENT =
            "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='46'/>";

    private static @Nullable Cell cell(String xml) {
        return styled(xml).sheet().cell(1, 1);
    }

    private static XlsxParts styled(String xml) {
        return XlsxParts.cells(xml)
                .part(
                        XlsxParts.STYLES,
                        XlsxParts.styles("<numFmt numFmtId='164' formatCode='0.0%'/>", DATES_AND_PERCENT))
                .part(
                        XlsxParts.STRINGS,
                        XlsxParts.strings(
                                "<si><t>Seat </t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>Seat </t></r>"
                                        + "<r><t>utilisation</t></r><rPh sb='0' eb='1'><t>phonetic</t></rPh></si><si><t> </t></si>"));
    }

    @Test
    void keepsTextsAsStored() {
        assertThat(cell("<c t='s'><v>0</v></c>")).isEqualTo(new Cell.Text(A1, false, "Seat "));
        assertThat(cell("<c t='s'><v>1</v></c>")).isEqualTo(new Cell.Text(A1, false, "Seat utilisation"));
        assertThat(cell("<c t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"))
                .isEqualTo(new Cell.Text(A1, false, "inline"));
        assertThat(cell("<c t='inlineStr'><is><t>a\u200Bb&amp;c</t></is></c>"))
                .isEqualTo(new Cell.Text(A1, false, "a\u200Bb&c"));
        assertThat(cell("<c t='str'><v>=HYPERLINK(\"x\")</v></c>"))
                .isEqualTo(new Cell.Text(A1, false, "=HYPERLINK(\"x\")"));
    }

    @ParameterizedTest
    @CsvSource({
        "line_x000D__x000A_break, 'line\nbreak'",
        "line_x000D_break, 'line\nbreak'",
        "_x005F_x000D_, _x000D_",
        "_x00e9_, \u00e9",
        "_x00ZZ_, _x00ZZ_",
        "_x0041, _x0041"
    })
    void decodesEscapes(String stored, String text) {
        assertThat(cell("<c t='inlineStr'><is><t>" + stored + "</t></is></c>"))
                .isEqualTo(new Cell.Text(A1, false, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c s='1'/>",
                "<c><v></v></c>",
                "<c t='s'><v>2</v></c>",
                "<c t='str'><v>  </v></c>",
                "<c t='str'><v>\u00A0\u202F \u2007</v></c>",
                "<c t='inlineStr'><is><t>\n\t</t></is></c>",
                "<c t='str'><f>IF(1,\"\")</f><v></v></c>"
            })
    void blankCellsAreNone(String xml) {
        Sheet sheet = styled(xml).sheet();
        assertThat(sheet.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "1E3, 1000",
        "5.0, 5",
        ".5, 0.5",
        "-2.5e-3, -0.0025",
        "80, 80",
        "-0, 0"
    })
    void readsNumbersByValue(String stored, BigDecimal value) {
        assertThat(cell("<c><v>" + stored + "</v></c>")).isEqualTo(new Cell.Numeric(A1, false, value, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,5", "NaN", "Infinity", "1e999", "0x10", "1d", "ten"})
    void numbersThatAreNoneAreFaulty(String stored) {
        assertThat(cell("<c><v>" + stored + "</v></c>")).isEqualTo(new Cell.Faulty(A1, false, stored));
    }

    @Test
    void readsFormats() {
        assertThat(cell("<c s='2'><v>0.6</v></c>")).isEqualTo(new Cell.Numeric(A1, false, new BigDecimal("0.6"), true));
        assertThat(cell("<c s='3'><v>0.6</v></c>")).isEqualTo(new Cell.Numeric(A1, false, new BigDecimal("0.6"), true));
        assertThat(cell("<c s='1'><v>46082.75</v></c>")).isEqualTo(new Cell.Day(A1, false, LocalDate.of(2026, 3, 1)));
        assertThat(cell("<c s='4'><v>1.5</v></c>"))
                .isEqualTo(new Cell.Numeric(A1, false, new BigDecimal("1.5"), false));
        assertThat(cell("<c s='99'><v>1</v></c>")).isEqualTo(new Cell.Numeric(A1, false, BigDecimal.ONE, false));
    }

    @Test
    void readsDatesCountedFrom1904() {
        XlsxParts parts = styled("<c s='1'><v>44620</v></c>")
                .part(
                        XlsxParts.WORKBOOK,
                        XlsxParts.workbook(
                                "<workbookPr date1904='1'/>", "<sheet name='Scoring' sheetId='1' r:id='rId1'/>"));
        assertThat(parts.sheet().cell(1, 1)).isEqualTo(new Cell.Day(A1, false, LocalDate.of(2026, 3, 1)));
    }

    @Test
    void datesThatNeverWereAreFaulty() {
        assertThat(cell("<c s='1'><v>60</v></c>")).isEqualTo(new Cell.Faulty(A1, false, "60"));
        assertThat(cell("<c s='1'><v>-3</v></c>")).isEqualTo(new Cell.Faulty(A1, false, "-3"));
        assertThat(cell("<c t='d'><v>2026-02-30</v></c>")).isEqualTo(new Cell.Faulty(A1, false, "2026-02-30"));
    }

    @Test
    void readsIsoDatesAndTimes() {
        assertThat(cell("<c t='d'><v>2026-03-01</v></c>")).isEqualTo(new Cell.Day(A1, false, LocalDate.of(2026, 3, 1)));
        assertThat(cell("<c t='d'><v>2026-03-01T12:30:00.000Z</v></c>"))
                .isEqualTo(new Cell.Day(A1, false, LocalDate.of(2026, 3, 1)));
        assertThat(cell("<c t='d'><v>12:00:00</v></c>"))
                .isEqualTo(new Cell.Numeric(A1, false, new BigDecimal("0.5"), false));
    }

    @Test
    void readsBooleansAndErrors() {
        assertThat(cell("<c t='b'><v>1</v></c>")).isEqualTo(new Cell.Logical(A1, false, true));
        assertThat(cell("<c t='b'><v>false</v></c>")).isEqualTo(new Cell.Logical(A1, false, false));
        assertThat(cell("<c t='e'><v>#DIV/0!</v></c>")).isEqualTo(new Cell.Faulty(A1, false, "#DIV/0!"));
    }

    @Test
    void booleansStoredAsFormulasAreNone() {
        assertThat(cell("<c t='b'><f aca='false'>TRUE()</f><v>1</v></c>")).isEqualTo(new Cell.Logical(A1, false, true));
        assertThat(cell("<c t='b'><f>NOT(TRUE())</f><v>0</v></c>")).isEqualTo(new Cell.Logical(A1, true, false));
    }

    @Test
    void formulasCountWithTheirCachedValue() {
        assertThat(cell("<c><f>40+40</f><v>80</v></c>"))
                .isEqualTo(new Cell.Numeric(A1, true, new BigDecimal("80"), false));
        assertThat(cell("<c t='str'><f>B1</f><v>yes</v></c>")).isEqualTo(new Cell.Text(A1, true, "yes"));
        assertThat(cell("<c t='e'><f>1/0</f><v>#DIV/0!</v></c>")).isEqualTo(new Cell.Faulty(A1, true, "#DIV/0!"));
        assertThat(cell("<c><f>40+40</f></c>")).isEqualTo(new Cell.Faulty(A1, true, "=40+40"));
        assertThat(cell("<c><f>40+40</f><v></v></c>")).isEqualTo(new Cell.Faulty(A1, true, "=40+40"));
    }

    @Test
    void sharedAndArrayFormulasAreFormulasInEveryCell() {
        Sheet shared = XlsxParts.cells("<c><f t='shared' ref='A1:B1' si='0'>Z1*2</f><v>2</v></c>"
                        + "<c><f t='shared' si='0'/><v>4</v></c><c><f t='shared' si='0'/></c>")
                .sheet();
        assertThat(shared.rows().firstEntry().getValue().values())
                .extracting(Cell::formula)
                .containsOnly(true);
        assertThat(shared.cell(1, 3))
                .isEqualTo(new Cell.Faulty(new CellAddress(XlsxParts.FILE, "Scoring", 1, 3), true, "=Z1*2"));
        Sheet array = XlsxParts.cells("<c><f t='array' ref='A1:B1'>Z1:Z2</f><v>2</v></c><c><v>4</v></c><c><v>5</v></c>")
                .sheet();
        assertThat(array.rows().firstEntry().getValue().values())
                .extracting(Cell::formula)
                .containsExactly(true, true, false);
    }

    @Test
    void refusesTextsThatAreMissingOrOfUnknownType() {
        assertThat(XlsxParts.cells("<c t='s'><v>7</v></c>").refusal().cell()).isEqualTo(A1);
        assertThat(XlsxParts.cells("<c t='s'><v>-1</v></c>").refusal().code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(XlsxParts.cells("<c t='zz'><v>7</v></c>").refusal().message())
                .isEqualTo("the cell is of an unknown type `zz`");
    }
}
