package io.barograph.engine.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little-endian numbers at places of a zip archive; reading past its end refuses the file. */
final class ZipBytes {

    private final byte[] bytes;
    private final ByteBuffer buffer;

    ZipBytes(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    int u16(long at) throws RefusedException {
        return buffer.getShort(within(at, Short.BYTES)) & 0xFFFF;
    }

    long u32(long at) throws RefusedException {
        return buffer.getInt(within(at, Integer.BYTES)) & 0xFFFF_FFFFL;
    }

    /** Eight bytes; a value with the highest bit set comes out negative and fails every check of its range. */
    long u64(long at) throws RefusedException {
        return buffer.getLong(within(at, Long.BYTES));
    }

    boolean startsWith(long at, int signature) {
        return at >= 0 && at + Integer.BYTES <= bytes.length && buffer.getInt((int) at) == signature;
    }

    /** The place as an index, once {@code length} bytes from there are known to exist. */
    int within(long at, long length) throws RefusedException {
        if (at < 0 || length < 0 || at > bytes.length - length) {
            throw damaged();
        }
        return (int) at;
    }

    static RefusedException damaged() {
        return RefusedException.unreadable("the zip directory of the workbook is damaged or cut short");
    }
}
