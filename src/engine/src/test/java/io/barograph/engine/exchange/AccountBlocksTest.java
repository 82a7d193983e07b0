package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.exchange.AccountFile.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountBlocksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Contract CONTRACT = new Contract("1", List.of(), List.of());

    @Test
    void readsTheSameLinesAsAnAccountFile() throws IOException {
        StringBuilder csv = new StringBuilder("account_id,stage\n");
        for (int i = 0; i < 1_000; i++) {
            csv.append(
                    switch (i % 7) {
                        case 3 -> "\n";
                        case 4 -> "one cell\n";
                        case 5 -> "\"a\",\"two\nlines " + i + "\"\n";
                        case 6 -> i % 2 == 0 ? "\"open,\n" : "é,ü\r\n";
                        default -> "account " + i + ",x\n";
                    });
        }
        List<SnapshotLine> expected = new ArrayList<>();
        try (AccountFile file = AccountFile.open(stream(csv.toString()), Format.CSV, CONTRACT, TODAY)) {
            file.forEachRemaining(expected::add);
        }

        assertThat(lines(csv.toString(), Format.CSV, 13)).isEqualTo(expected).hasSizeGreaterThan(500);
        assertThat(lines(csv.toString(), Format.CSV, 5_000)).isEqualTo(expected);
    }

    @Test
    void tellsBadLinesInTheirPlaces() throws IOException {
        assertThat(lines("{\"account_id\": \"a\"}\n\n{\n[]\n{\"account_id\": \"b\"}", Format.NDJSON, 2))
                .extracting(SnapshotLine::line)
                .containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void endsABlockOfLongLinesEarly() throws IOException {
        String line = "{\"account_id\": \"a\"" + " ".repeat(400_000) + "}\n";
        try (AccountBlocks blocks = AccountBlocks.open(stream(line.repeat(5)), Format.NDJSON, CONTRACT, TODAY, 100)) {
            assertThat(next(blocks)).hasSize(3);
            assertThat(next(blocks)).hasSize(2);
            assertThat(blocks.next()).isNull();
        }
    }

    @Test
    void givesWhatCameBeforeTheStreamFailed() throws IOException {
        IOException broken = new IOException("broken pipe");
        InputStream in = new InputStream() {
            private boolean read;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (read) {
                    throw broken;
                }
                read = true;
                byte[] text = "account_id\na\nb\nhalf".getBytes(UTF_8);
                System.arraycopy(text, 0, target, offset, text.length);
                return text.length;
            }
        };
        try (AccountBlocks blocks = AccountBlocks.open(in, Format.CSV, CONTRACT, TODAY, 100)) {
            assertThat(next(blocks)).hasSize(2);
            assertThatIOException().isThrownBy(blocks::next).isSameAs(broken);
        }
    }

    private static List<SnapshotLine> next(AccountBlocks blocks) throws IOException {
        AccountBlocks.Block block = blocks.next();
        return block == null ? List.of() : block.read();
    }

    /** Read only once the whole file is split. */
    private static List<SnapshotLine> lines(String text, Format format, int linesInBlock) throws IOException {
        List<AccountBlocks.Block> all = new ArrayList<>();
        try (AccountBlocks blocks = AccountBlocks.open(stream(text), format, CONTRACT, TODAY, linesInBlock)) {
            for (AccountBlocks.Block block = blocks.next(); block != null; block = blocks.next()) {
                all.add(block);
            }
        }
        return all.stream().flatMap(block -> block.read().stream()).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
