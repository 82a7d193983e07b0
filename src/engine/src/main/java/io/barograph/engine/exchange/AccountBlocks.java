package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A file of accounts as {@link AccountFile} reads it, in blocks of lines: the lines are told apart by one thread, and what blocks say may be
 * read by several at once. Not to be used by several threads itself.
 */
public final class AccountBlocks implements Closeable {

    /** A block ends behind the line that takes it this far; it bounds what is held of a file of long lines. */
    private static final int ENOUGH_BYTES = 1024 * 1024;

    private final LineSource lines;
    private final AccountLines accounts;
    private final int linesInBlock;
    private final Queue<LineReader> idle = new ConcurrentLinkedQueue<>();
    private @Nullable IOException failure;

    private AccountBlocks(AccountLines accounts, int linesInBlock) {
        this.accounts = accounts;
        this.lines = accounts.source();
        this.linesInBlock = linesInBlock;
    }

    /**
     * @param in closed with the blocks
     * @param defaultAsOf as-of date of lines without one
     * @param linesInBlock most lines of a block
     * @throws AccountFile.BadFileException when nothing can be read: no header, no account id column, a header twice
     */
    public static AccountBlocks open(
            InputStream in, AccountFile.Format format, Contract contract, LocalDate defaultAsOf, int linesInBlock)
            throws IOException {
        return new AccountBlocks(AccountLines.open(in, format, contract, defaultAsOf), linesInBlock);
    }

    /**
     * The lines that follow; null at the end.
     *
     * @throws IOException when the stream fails; lines before that were in the block before
     */
    public @Nullable Block next() throws IOException {
        if (failure != null) {
            throw failure;
        }
        Block block = new Block();
        try {
            while (block.count < linesInBlock && block.end() < ENOUGH_BYTES && lines.advance()) {
                block.add(lines);
            }
        } catch (IOException e) {
            failure = e;
            if (block.count == 0) {
                throw e;
            }
        }
        return block.count == 0 ? null : block;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Some lines of the file, blank ones among them. */
    public final class Block {

        private byte[] bytes = new byte[16 * 1024];
        private int[] ends = new int[linesInBlock];
        private long[] numbers = new long[linesInBlock];
        private @Nullable String[] faults = new @Nullable String[linesInBlock];
        private int count;

        private Block() {}

        private int end() {
            return count == 0 ? 0 : ends[count - 1];
        }

        private void add(LineSource line) {
            int start = end();
            int length = line.fault() == null ? line.length() : 0;
            if (bytes.length - start < length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
            }
            System.arraycopy(line.bytes(), line.from(), bytes, start, length);
            ends[count] = start + length;
            numbers[count] = line.number();
            faults[count] = line.fault();
            count++;
        }

        /** What the lines say, blank ones left out; any thread may ask. */
        public List<SnapshotLine> read() {
            LineReader known = idle.poll();
            LineReader reader = known == null ? accounts.readers().get() : known;
            List<SnapshotLine> read = new ArrayList<>(count);
            for (int i = 0, start = 0; i < count; start = ends[i++]) {
                String fault = faults[i];
                SnapshotLine line = fault == null
                        ? reader.read(numbers[i], bytes, start, ends[i] - start)
                        : new SnapshotLine.Bad(numbers[i], fault);
                if (line != null) {
                    read.add(line);
                }
            }
            idle.add(reader);
            return read;
        }
    }
}
