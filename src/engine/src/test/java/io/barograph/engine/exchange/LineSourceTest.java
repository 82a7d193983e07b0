package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void splitsAtEveryKindOfLineEnd(String end) throws IOException {
        assertThat(lines("a" + end + end + "b" + end + "c", false)).containsExactly("1:a", "2:", "3:b", "4:c");
        assertThat(lines("a" + end, false)).containsExactly("1:a");
    }

    @Test
    void skipsAByteOrderMarkAtTheStartOnly() throws IOException {
        assertThat(lines("\uFEFFa\n\uFEFFb", false)).containsExactly("1:a", "2:\uFEFFb");
        assertThat(lines("", false)).isEmpty();
        assertThat(lines("\uFEFF", false)).isEmpty();
    }

    @Test
    void keepsQuotedLineEndsInsideARecordAndCountsThem() throws IOException {
        assertThat(lines("a,\"b\r\nc\nd\re\",f\ng", true)).containsExactly("1:a,\"b\r\nc\nd\re\",f", "5:g");
        assertThat(lines("\"a \"\" b\nc\"\nd", true)).containsExactly("1:\"a \"\" b\nc\"", "3:d");
        assertThat(lines("a,\"b\nc", false)).containsExactly("1:a,\"b", "2:c");
    }

    @Test
    void takesAQuoteWithinAFieldAsItself() throws IOException {
        assertThat(lines("15\" pipe,x\nb", true)).containsExactly("1:15\" pipe,x", "2:b");
    }

    @Test
    void losesOnlyTheLineWhoseQuoteNeverCloses() throws IOException {
        String fault =
                "!a quote opens here and does not close within 100 lines; close it, or write a quote inside quotes"
                        + " twice";

        assertThat(lines("a\nb,\"c\nd\ne", true)).containsExactly("1:a", "2:" + fault, "3:d", "4:e");
        assertThat(lines("a\nb,\"c", true)).containsExactly("1:a", "2:" + fault);
        assertThat(lines("\"a\n" + "b\n".repeat(500), true)).hasSize(501).startsWith("1:" + fault, "2:b");
    }

    @Test
    void losesOnlyTheLineThatIsTooLong() throws IOException {
        String longest = "x".repeat(1024 * 1024);

        assertThat(lines(longest + "\nb", false)).containsExactly("1:" + longest, "2:b");
        assertThat(lines("a\n" + longest + "x\nb", false))
                .containsExactly("1:a", "2:!is longer than 1 MiB; split it", "3:b");
        assertThat(lines("a\n\"" + longest + longest + "\nb", true))
                .containsExactly("1:a", "2:!is longer than 1 MiB; split it", "3:b");
        assertThat(lines(longest + longest + longest, false)).containsExactly("1:!is longer than 1 MiB; split it");
    }

    @Test
    void losesOnlyTheLineThatIsNotUtf8() throws IOException {
        assertThat(lines(new ByteArrayInputStream("a\né\nb".getBytes(ISO_8859_1)), false))
                .containsExactly("1:a", "2:!is not UTF-8 text; save the file as UTF-8", "3:b");
    }

    @Test
    void readsTheSameHoweverTheStreamIsCutIntoPieces() throws IOException {
        String text = "\uFEFFa,\"b\r\nc\"\"\"\r\n\r\nd,é\r\"e";
        InputStream trickle = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        assertThat(lines(trickle, true)).isEqualTo(lines(text, true)).hasSize(4);
    }

    @Test
    void staysLinearOnLinesThatReopenTheirQuotes() throws IOException {
        assertThat(lines("x\",\",\n".repeat(50_000), true)).hasSizeGreaterThan(25_000);
    }

    private static List<String> lines(String text, boolean csv) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(UTF_8)), csv);
    }

    /** Each as its number, a colon, and its text or an exclamation mark and its fault. */
    private static List<String> lines(InputStream in, boolean csv) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineSource source = new LineSource(in, csv)) {
            for (LineSource.Line line = source.next(); line != null; line = source.next()) {
                lines.add(line.number() + ":" + (line.fault() == null ? line.text() : "!" + line.fault()));
            }
        }
        return lines;
    }
}
