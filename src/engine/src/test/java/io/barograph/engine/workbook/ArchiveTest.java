package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip archives that say one thing in one place and another elsewhere. */
class ArchiveTest {

    private static Issue refusal(RawZip zip) {
        return XlsxParts.refused(WorkbookReader.read(XlsxParts.FILE, zip.bytes()));
    }

    /** Refusal of a sound workbook whose sheet entry was changed. */
    private static Issue refusal(Consumer<RawZip.Entry> change) {
        RawZip zip = XlsxParts.workbook().zip();
        change.accept(zip.entry(XlsxParts.SHEET));
        return refusal(zip);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void readsSizesBehindTheData(boolean signature, boolean wide) {
        RawZip zip = XlsxParts.cells("<c><v>7</v></c>").zip();
        zip.entry(XlsxParts.SHEET).streamed(signature, wide);
        assertThat(XlsxParts.accepted(WorkbookReader.read(XlsxParts.FILE, zip.bytes()))
                        .sheets()
                        .get(0)
                        .rows())
                .hasSize(1);
    }

    @Test
    void readsZip64CommentsFoldersAndStoredEntries() {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add("xl/worksheets/", new byte[0]);
        RawZip.Entry stored = zip.add("docProps/note.txt", "as it is".getBytes(UTF_8));
        stored.localMethod = ZipMember.STORED;
        stored.centralMethod = ZipMember.STORED;
        stored.data = "as it is".getBytes(UTF_8);
        stored.localCompressed = stored.data.length;
        stored.centralCompressed = stored.data.length;
        byte[] bytes = zip.zip64().comment("made by hand").bytes();
        assertThat(XlsxParts.accepted(WorkbookReader.read(XlsxParts.FILE, bytes))
                        .sheets())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "xl/../../evil.xml",
                "/etc/passwd",
                "xl\\..\\evil.xml",
                "C:/evil.xml",
                "..",
                "xl/%2e%2e/evil.xml"
            })
    void refusesNamesThatPointElsewhere(String name) {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add(name, new byte[0]);
        Issue issue = refusal(zip);
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(issue.message()).contains("points outside the workbook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl\\worksheets\\sheet1.xml",
                "xl//worksheets/sheet1.xml",
                "./xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml ",
                "xl/worksheets./sheet1.xml",
                "xl/e\u0000vil.xml",
                "xl/e\u202Evil.xml",
                ""
            })
    void refusesNamesThatProgramsReadDifferently(String name) {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add(name, new byte[0]);
        Issue issue = refusal(zip);
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(issue.message()).endsWith("can be taken for another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XL/Worksheets/SHEET1.xml", "xl/worksheets/sheet%31.xml", "xl/worksheets/sheet1.xml/"})
    void refusesNamesThatMeanTheSamePart(String name) {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add(name, new byte[0]);
        Issue issue = refusal(zip);
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(issue.message()).isEqualTo("the zip entry `" + name + "` is there twice");
    }

    @Test
    void refusesFoldersWithContent() {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add("xl/hidden/", "x".getBytes(UTF_8));
        assertThat(refusal(zip).message()).isEqualTo("the zip entry `xl/hidden/` is a folder and yet has content");
    }

    @Test
    void refusesWrongChecksums() {
        Issue issue = refusal(entry -> {
            entry.localCrc ^= 1;
            entry.centralCrc ^= 1;
        });
        assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        assertThat(issue.cell()).isEqualTo(CellAddress.ofFile(XlsxParts.FILE));
        assertThat(issue.message())
                .isEqualTo("the zip entry `" + XlsxParts.SHEET + "` is damaged: its checksum is wrong");
    }

    @Test
    void refusesHeadersThatDisagree() {
        assertThat(refusal(entry -> entry.localCrc ^= 1).message()).endsWith("disagree about its checksum");
        assertThat(refusal(entry -> entry.localSize++).message()).endsWith("disagree about its size");
        assertThat(refusal(entry -> entry.localCompressed--).message()).endsWith("disagree about its compressed size");
        assertThat(refusal(entry -> entry.localName = "xl/worksheets/sheet2.xml")
                        .message())
                .endsWith("disagree about its name");
        assertThat(refusal(entry -> entry.localMethod = ZipMember.STORED).message())
                .endsWith("disagree about its compression");
        assertThat(refusal(entry -> entry.claimedOffset = 1).code()).isEqualTo(IssueCode.UNREADABLE_FILE);
    }

    /** Whoever looked for entries up to there would look for centuries. */
    @Test
    void refusesAnEntryThatClaimsToStandFarBehindTheFile() {
        RawZip zip = XlsxParts.workbook().zip();
        RawZip.Entry entry = zip.entry(XlsxParts.SHEET);
        entry.claimedOffset = 0xFFFF_FFFFL;
        entry.centralExtra = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 8)
                .putLong(Long.MAX_VALUE / 2)
                .array();
        byte[] bytes = zip.bytes();
        bytes[(int) entry.offset()] = 0; // no longer an entry that the directory does not list

        assertThat(WorkbookReader.read(XlsxParts.FILE, bytes))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason().message()).contains("disagree about its place"));
    }

    @Test
    void refusesSizesThatAreNotTrue() {
        assertThat(refusal(entry -> {
                            entry.localSize++;
                            entry.centralSize++;
                        })
                        .message())
                .endsWith("disagree about its size");
        assertThat(refusal(entry -> {
                            entry.streamed(true, false);
                            entry.descriptor[8]++;
                        })
                        .message())
                .endsWith("disagree about its size");
    }

    @Test
    void refusesBytesBehindTheCompressedData() {
        assertThat(refusal(entry -> {
                            entry.data = Arrays.copyOf(entry.data, entry.data.length + 5);
                            entry.localCompressed += 5;
                            entry.centralCompressed += 5;
                        })
                        .message())
                .endsWith("disagree about its compressed size");
    }

    @Test
    void refusesDataThatEndsEarly() {
        assertThat(refusal(entry -> {
                            entry.data = Arrays.copyOf(entry.data, entry.data.length - 3);
                            entry.localCompressed -= 3;
                            entry.centralCompressed -= 3;
                        })
                        .message())
                .endsWith("is damaged");
    }

    @Test
    void refusesEntriesThatOverlap() {
        RawZip zip = XlsxParts.workbook().zip();
        RawZip.Entry outer = zip.add("xl/outer.bin", new byte[0]);
        RawZip inner = new RawZip();
        inner.add("xl/inner.bin", new byte[0]);
        byte[] nested = inner.bytes();
        outer.data = nested;
        outer.localMethod = ZipMember.STORED;
        outer.centralMethod = ZipMember.STORED;
        outer.localCompressed = nested.length;
        outer.centralCompressed = nested.length;
        byte[] before = zip.bytes();
        RawZip.Entry listed = zip.add("xl/inner.bin", new byte[0]);
        listed.claimedOffset = outer.offset() + 30 + "xl/outer.bin".length();
        assertThat(before.length).isGreaterThan((int) listed.claimedOffset);
        assertThat(refusal(zip).message()).isEqualTo("the zip entry `xl/inner.bin` overlaps another one");
    }

    @Test
    void refusesEntriesThatTheDirectoryHides() {
        RawZip zip = XlsxParts.workbook().zip();
        zip.add("xl/secret.xml", new byte[0]).listed = false;
        assertThat(refusal(zip).message())
                .isEqualTo("the workbook holds an entry that its zip directory does not list");
    }

    @Test
    void toleratesPaddingBetweenEntries() {
        RawZip zip = XlsxParts.workbook().zip();
        zip.entry(XlsxParts.SHEET).gapAfter = new byte[64];
        XlsxParts.accepted(WorkbookReader.read(XlsxParts.FILE, zip.bytes()));
    }

    @Test
    void refusesEncryptedEntries() {
        Issue issue = refusal(entry -> {
            entry.localFlags |= 1;
            entry.centralFlags |= 1;
        });
        assertThat(issue.code()).isEqualTo(IssueCode.REFUSED_CONTENT);
        assertThat(issue.message()).endsWith("is encrypted");
    }

    @Test
    void refusesUnusualCompression() {
        Issue issue = refusal(entry -> {
            entry.localMethod = 12;
            entry.centralMethod = 12;
        });
        assertThat(issue.message()).contains("is compressed by method 12");
    }

    @Test
    void refusesFilesCutShortAnywhere() {
        byte[] whole = XlsxParts.cells("<c><v>7</v></c>").bytes();
        for (int length = 0; length < whole.length; length++) {
            Issue issue = XlsxParts.refused(WorkbookReader.read(XlsxParts.FILE, Arrays.copyOf(whole, length)));
            assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE_FILE);
        }
    }
}
