package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.barograph.engine.issue.IssueCode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, the answer is a workbook or a reason. */
class WorkbookReaderPropertyTest {

    private static final int MUTANTS = 400;
    private static final Set<IssueCode> REASONS =
            Set.of(IssueCode.UNREADABLE_FILE, IssueCode.LIMIT_EXCEEDED, IssueCode.REFUSED_CONTENT);
    private static final List<String> PARTS = List.of(
            XlsxParts.SHEET,
            XlsxParts.STRINGS,
            XlsxParts.STYLES,
            XlsxParts.WORKBOOK,
            XlsxParts.WORKBOOK_LINKS,
            XlsxParts.TYPES);
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "'",
            "&",
            "<!--",
            "]]>",
            "<c",
            "r='A1'",
            "t='s'",
            "-1",
            "99999999999",
            "\u0000",
            "A1:XFD1048576",
            "_x0000_");

    private static XlsxParts rich() {
        return XlsxParts.workbook()
                .part(
                        XlsxParts.SHEET,
                        XlsxParts.worksheet("<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='1'>"
                                + "<c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46082</v></c></row><row r='2' hidden='1'>"
                                + "<c r='A2'><f t='array' ref='A2:B2'>1</f><v>0.5</v></c><c r='B2' t='b'><v>1</v></c>"
                                + "<c t='inlineStr'><is><r><t>x_x000D_</t></r></is></c><c t='d'><v>2026-01-01</v></c>"
                                + "</row></sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells>"))
                .part(XlsxParts.STRINGS, XlsxParts.strings("<si><r><t>a</t></r></si>"))
                .part(
                        XlsxParts.STYLES,
                        XlsxParts.styles(
                                "<numFmt numFmtId='164' formatCode='[h]:mm'/>",
                                "<xf numFmtId='164'/><xf numFmtId='14'/>"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersMutatedArchives(long seed) {
        Random random = new Random(seed);
        byte[] sound = rich().bytes();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = sound.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            requireAnswer(mutant, "seed " + seed + ", mutant " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersMutatedParts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            XlsxParts mutant = rich();
            String part = PARTS.get(random.nextInt(PARTS.size()));
            StringBuilder text = new StringBuilder(mutant.text(part));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(6));
                text.replace(at, end, random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : "");
            }
            requireAnswer(mutant.part(part, text.toString()).bytes(), "seed " + seed + ", mutant " + i + ": " + text);
        }
    }

    private static void requireAnswer(byte[] bytes, String mutant) {
        assertThatCode(() -> {
                    Reading reading = WorkbookReader.read(XlsxParts.FILE, bytes);
                    if (reading instanceof Reading.Refused refused) {
                        assertThat(refused.reason().code()).isIn(REASONS);
                        assertThat(refused.reason().message()).isNotBlank().doesNotContain("\n");
                    }
                })
                .as(mutant)
                .doesNotThrowAnyException();
    }
}
