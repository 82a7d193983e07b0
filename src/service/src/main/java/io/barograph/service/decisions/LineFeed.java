package io.barograph.service.decisions;

import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a batch ahead of their being decided, so that lines that arrive together are decided together and
 * one that arrives alone does not wait for others.
 */
final class LineFeed implements AutoCloseable {

    private static final long LINGER_MILLIS = 10;

    /** What the reading thread hands over: a line, why there are no more lines, or (neither) that this was all. */
    private record Item(
            @Nullable SnapshotLine line, @Nullable RuntimeException failure) {

        static final Item END = new Item(null, null);
    }

    private final BlockingQueue<Item> read;
    private final int group;
    private final Thread reader;
    private @Nullable Item last;

    LineFeed(AccountFile lines, int group) {
        this.group = group;
        this.read = new ArrayBlockingQueue<>(group);
        this.reader = new Thread(() -> readAll(lines), Thread.currentThread().getName() + "-lines");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    private void readAll(AccountFile lines) {
        try {
            hand(lines);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(AccountFile lines) throws InterruptedException {
        Item end = Item.END;
        try {
            while (lines.hasNext()) {
                read.put(new Item(lines.next(), null));
            }
        } catch (RuntimeException failure) {
            end = new Item(null, failure);
        }
        read.put(end);
    }

    /**
     * Waits for a line and takes those that come right behind it.
     *
     * @return empty after the last line
     * @throws IOException when the rest cannot be read; lines read until then were returned before
     */
    List<SnapshotLine> nextGroup() throws IOException {
        List<SnapshotLine> lines = new ArrayList<>();
        try {
            for (Item item = last == null ? read.take() : last;
                    item != null;
                    item = lines.size() < group ? read.poll(LINGER_MILLIS, TimeUnit.MILLISECONDS) : null) {
                if (item.line() == null) {
                    last = item;
                    break;
                }
                lines.add(item.line());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service is stopping");
        }
        if (lines.isEmpty() && last != null && last.failure() != null) {
            throw last.failure() instanceof UncheckedIOException io ? io.getCause() : new IOException(last.failure());
        }
        return lines;
    }

    /** Whether {@link #nextGroup} would not have to wait. */
    boolean isReady() {
        return last != null || !read.isEmpty();
    }

    /** Stops reading; whatever was read and not taken is dropped. */
    @Override
    public void close() {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
