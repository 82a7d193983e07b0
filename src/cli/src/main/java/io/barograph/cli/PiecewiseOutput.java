package io.barograph.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Collects what is written in one buffer outside of the heap and hands it on whenever that is full. However much is written at a time, nothing
 * is set aside for it, and what is copied is still at hand when the system takes it.
 */
final class PiecewiseOutput extends OutputStream {

    private static final int PIECE = 1 << 17;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);

    private PiecewiseOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** @param file made anew, or written to directly when it is a pipe or device */
    static OutputStream to(Path file) throws IOException {
        return new PiecewiseOutput(FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** Closes with the stream. */
    static OutputStream to(FileOutputStream out) {
        return new PiecewiseOutput(out.getChannel());
    }

    @Override
    public void write(int next) throws IOException {
        if (!buffer.hasRemaining()) {
            hand();
        }
        buffer.put((byte) next);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                hand();
            }
            int piece = Math.min(left, buffer.remaining());
            buffer.put(bytes, from, piece);
            from += piece;
            left -= piece;
        }
    }

    private void hand() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void flush() throws IOException {
        hand();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            hand();
        }
    }
}
