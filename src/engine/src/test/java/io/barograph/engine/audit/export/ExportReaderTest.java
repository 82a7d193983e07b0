package io.barograph.engine.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTest {

    private static final Hash HASH = MerkleHash.empty();
    private static final String BASE64 = HASH.base64();
    private static final byte[] RECORD = bytes("{\"kind\":\"event\",\"name\":\"Zoë ],\\\"record\\\":{\"}");

    @Test
    void readsEveryLineAsItWasWritten() throws IOException {
        List<ExportLine> lines = List.of(
                new ExportLine.Log("log", 0, 3, 9, List.of("a", "b")),
                new ExportLine.Checkpoint("log\n9\nroot\n\n— log sig\n"),
                new ExportLine.AccountKey("id", "account", new byte[] {1, 2, 3}),
                new ExportLine.Entry(0, List.of(HASH, HASH), RECORD),
                new ExportLine.Entry(1, List.of(), RECORD),
                new ExportLine.Retired(ExportLine.MAX_NUMBER, HASH, List.of(HASH)),
                new ExportLine.Related(7, List.of(HASH), RECORD),
                new ExportLine.End(3, 8));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (ExportLine line : lines) {
            line.writeTo(written);
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        List<ReadLine> read = read(written.toByteArray());

        for (int i = 0; i < lines.size(); i++) {
            assertThat(read.get(i)).isInstanceOf(ReadLine.Whole.class);
            assertThat(read.get(i).number()).isEqualTo(i + 1);
            ((ReadLine.Whole) read.get(i)).line().writeTo(again);
        }
        assertThat(again.toByteArray()).isEqualTo(written.toByteArray());
        assertThat(((ExportLine.Entry) ((ReadLine.Whole) read.get(3)).line()).record())
                .isEqualTo(RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "nothing",
                "{\"type\":\"end\",\"records\":1,\"lines\":2}",
                "{\"lines\":2, \"records\":1,\"type\":\"end\"}",
                "{\"lines\":2,\"records\":1,\"type\":\"end\"}\r",
                "{\"lines\":2.0,\"records\":1,\"type\":\"end\"}",
                "{\"lines\":2,\"records\":-1,\"type\":\"end\"}",
                "{\"lines\":2,\"records\":9007199254740992,\"type\":\"end\"}",
                "{\"lines\":2,\"more\":1,\"records\":1,\"type\":\"end\"}",
                "{\"lines\":2,\"lines\":2,\"records\":1,\"type\":\"end\"}",
                "{\"note\":\"\\u0041\",\"type\":\"checkpoint\"}",
                "{\"note\":1,\"type\":\"checkpoint\"}",
                "{\"account_id\":\"a\",\"key\":\"AQI\",\"key_id\":\"b\",\"type\":\"key\"}",
                "{\"format\":\"barograph-export/2\",\"from\":3,\"keys\":[],\"origin\":\"log\",\"size\":9,\"to\":2,\"type\":\"log\"}",
                "{\"format\":\"barograph-export/1\",\"from\":0,\"keys\":[],\"origin\":\"log\",\"size\":9,\"to\":2,\"type\":\"log\"}",
                "{\"index\":01,\"proof\":[],\"record\":{},\"type\":\"record\"}",
                "{\"index\":,\"proof\":[],\"record\":{},\"type\":\"record\"}",
                "{\"index\":9007199254740992,\"proof\":[],\"record\":{},\"type\":\"record\"}",
                "{\"index\":1,\"proof\":[\"AAAA\"],\"record\":{},\"type\":\"record\"}",
                "{\"index\":1,\"proof\":[],\"record\":[],\"type\":\"record\"}",
                "{\"index\":1,\"proof\":[],\"record\":{},\"type\":\"recorD\"}",
                "{\"index\":1,\"proof\":[],\"record\":{}}",
                "{\"index\":1,\"proof\":[]",
                "{\"index\":1"
            })
    void namesALineThatIsNotInItsOneForm(String line) throws IOException {
        List<ReadLine> read = read(bytes("{\"lines\":2,\"records\":1,\"type\":\"end\"}\n" + line + "\n"));

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).isInstanceOf(ReadLine.Whole.class);
        assertThat(read.get(1)).isInstanceOf(ReadLine.Bad.class);
        assertThat(read.get(1).number()).isEqualTo(2);
        assertThat(((ReadLine.Bad) read.get(1)).why()).isNotEmpty().doesNotContain("\n");
    }

    @Test
    void refusesHashesThatAreSpeltInAnotherWay() throws IOException {
        String other = BASE64.substring(0, 42) + (char) (BASE64.charAt(42) + 1) + "=";
        List<ReadLine> read = read(bytes("{\"index\":1,\"leaf\":\"" + BASE64 + "\",\"proof\":[\"" + BASE64
                + "\"],\"type\":\"retired\"}\n{\"index\":1,\"leaf\":\"" + other
                + "\",\"proof\":[],\"type\":\"retired\"}\n"));

        assertThat(read.get(0)).isInstanceOf(ReadLine.Whole.class);
        assertThat(read.get(1)).isInstanceOf(ReadLine.Bad.class);
    }

    @Test
    void tellsWhereAFileBreaksOff() throws IOException {
        List<ReadLine> read = read(bytes("{\"lines\":2,\"records\":1,\"type\":\"end\"}\n{\"index\":"));

        assertThat(read).hasSize(2);
        assertThat(((ReadLine.Cut) read.get(1)).start()).asString().isEqualTo("{\"index\":");
    }

    @Test
    void skipsALineThatIsTooLongInLittleMemory() throws IOException {
        String end = "{\"lines\":2,\"records\":1,\"type\":\"end\"}\n";
        InputStream in = new ByteArrayInputStream(bytes(end + "x".repeat(2_000_000) + "\n" + end + "y".repeat(500)));
        List<ReadLine> read = new ArrayList<>();
        try (ExportReader reader = new ExportReader(in, 300)) {
            for (ReadLine line = reader.next(); line != null; line = reader.next()) {
                read.add(line);
            }
        }

        assertThat(read.get(0)).isInstanceOf(ReadLine.Whole.class);
        assertThat(read.get(1)).isEqualTo(new ReadLine.Bad(2, "the line is longer than 300 bytes"));
        assertThat(read.get(2)).isInstanceOf(ReadLine.Whole.class);
        assertThat(read.get(3).number()).isEqualTo(4);
    }

    @Test
    void passesOnWhatKeepsAFileFromBeingRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> new ExportReader(broken).next()).hasMessage("disk");
    }

    private static List<ReadLine> read(byte[] export) throws IOException {
        List<ReadLine> read = new ArrayList<>();
        try (ExportReader reader = new ExportReader(new ByteArrayInputStream(export))) {
            for (ReadLine line = reader.next(); line != null; line = reader.next()) {
                read.add(line);
            }
        }
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
