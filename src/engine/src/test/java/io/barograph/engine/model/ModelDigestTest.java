package io.barograph.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ModelDigestTest {

    private static final Contract CONTRACT = new Contract("1", List.of(), List.of());
    private static final ModelFile RULES = new ModelFile("limits.drl", "rule".getBytes(StandardCharsets.UTF_8));

    @Test
    void canBeRecomputedFromItsDescription() throws IOException, GeneralSecurityException {
        String rules =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(RULES.bytes()));
        String expected = framed(
                "barograph-model-1",
                "workbook",
                "smb.xlsx",
                "sheet",
                "Overall",
                "A1",
                "text",
                "Dimension",
                "B2",
                "percent",
                "0.6",
                "contract",
                CONTRACT.canonical(),
                "rules",
                "limits.drl",
                rules);

        String digest = ModelDigest.of(
                List.of(workbook(
                        "smb.xlsx", sheet("Overall", false, text(1, 1, "Dimension"), number(2, 2, "0.6", true)))),
                CONTRACT,
                List.of(RULES));

        assertThat(digest).isEqualTo(expected);
    }

    @Test
    void ignoresOrderAndHiddenState() {
        Sheet one = sheet("One", false, text(1, 1, "a"));
        Sheet two = sheet("Two", false, text(1, 1, "b"));
        Sheet hidden = sheet("Two", true, text(1, 1, "b"));

        assertThat(digest(workbook("a.xlsx", one, two), workbook("b.xlsx", one)))
                .isEqualTo(digest(workbook("b.xlsx", one), workbook("a.xlsx", hidden, one)));
    }

    @Test
    void seesEveryCell() {
        String base = digest(workbook("a.xlsx", sheet("S", false, text(1, 1, "12"))));

        assertThat(List.of(
                        digest(workbook("a.xlsx", sheet("S", false, number(1, 1, "12", false)))),
                        digest(workbook("a.xlsx", sheet("S", false, number(1, 1, "12", true)))),
                        digest(workbook("a.xlsx", sheet("S", false, text(1, 2, "12")))),
                        digest(workbook("a.xlsx", sheet("T", false, text(1, 1, "12")))),
                        digest(workbook("b.xlsx", sheet("S", false, text(1, 1, "12")))),
                        digest(workbook("a.xlsx", sheet("S", false, text(1, 1, "1"), text(1, 2, "2"))))))
                .doesNotContain(base)
                .doesNotHaveDuplicates();
    }

    /** In a native table a merged cell stands for each column it covers, so merging changes what the rules say. */
    @Test
    void seesMergedCellsOfNativeTables() throws IOException {
        assertThat(List.of(digestOfNative(), digestOfNative("B4:C4"), digestOfNative("B4:D4"), digestOfNative("B5:C5")))
                .doesNotHaveDuplicates();
        assertThat(digestOfNative("B4:C4", "D4:E4")).isEqualTo(digestOfNative("D4:E4", "B4:C4"));
    }

    private static String digestOfNative(String... merged) throws IOException {
        try (XSSFWorkbook table = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = table.createSheet("Rules");
            sheet.createRow(3).createCell(1).setCellValue("$a : Account");
            for (String range : merged) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
            }
            table.write(bytes);
            return ModelDigest.of(List.of(), CONTRACT, List.of(new ModelFile("table.xlsx", bytes.toByteArray())));
        }
    }

    private static String digest(Workbook... workbooks) {
        return ModelDigest.of(List.of(workbooks), CONTRACT, List.of());
    }

    private static String framed(String... texts) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static Workbook workbook(String file, Sheet... sheets) {
        return new Workbook(file, List.of(sheets));
    }

    private static Sheet sheet(String name, boolean hidden, Cell... cells) {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
        for (Cell cell : cells) {
            rows.computeIfAbsent(cell.address().row(), unused -> new TreeMap<>())
                    .put(cell.address().column(), cell);
        }
        return new Sheet("a.xlsx", name, hidden, rows, Set.of(), Set.of(), List.of());
    }

    private static Cell text(int row, int column, String text) {
        return new Cell.Text(new CellAddress("a.xlsx", "S", row, column), false, text);
    }

    private static Cell number(int row, int column, String value, boolean percentage) {
        return new Cell.Numeric(new CellAddress("a.xlsx", "S", row, column), false, new BigDecimal(value), percentage);
    }
}
