package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.barograph.engine.issue.IssueCode;
import java.util.List;
import java.util.Set;

/**
 * Whatever the bytes, reading them ends with a workbook or with one reason. A plain test run repeats the inputs under
 * {@code WorkbookReaderFuzzTestInputs}; with {@code JAZZER_FUZZ=1} new ones are looked for.
 */
class WorkbookReaderFuzzTest {

    private static final Set<IssueCode> REASONS =
            Set.of(IssueCode.UNREADABLE_FILE, IssueCode.LIMIT_EXCEEDED, IssueCode.REFUSED_CONTENT);
    private static final List<String> PARTS = List.of(
            XlsxParts.SHEET,
            XlsxParts.STRINGS,
            XlsxParts.STYLES,
            XlsxParts.WORKBOOK,
            XlsxParts.WORKBOOK_LINKS,
            XlsxParts.TYPES);

    @FuzzTest(maxDuration = "30s")
    void answersAnyBytes(byte[] bytes) {
        requireAnswer(bytes);
    }

    /** Part content inside a sound archive, where random bytes would hardly ever get. */
    @FuzzTest(maxDuration = "30s")
    void answersAnyPart(FuzzedDataProvider data) {
        String part = data.pickValue(PARTS);
        boolean whole = data.consumeBoolean();
        XlsxParts parts = XlsxParts.workbook();
        if (whole) {
            parts.part(part, data.consumeRemainingAsBytes());
        } else {
            parts.appending(part, new String(data.consumeRemainingAsBytes(), UTF_8));
        }
        requireAnswer(parts.bytes());
    }

    private static void requireAnswer(byte[] bytes) {
        Reading reading = WorkbookReader.read(XlsxParts.FILE, bytes);
        if (reading instanceof Reading.Refused refused) {
            String message = refused.reason().message();
            if (!REASONS.contains(refused.reason().code())
                    || message.isBlank()
                    || message.lines().count() != 1) {
                throw new AssertionError(refused.reason().toString());
            }
        }
    }
}
