package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives byte by byte, so that a test can make any of them say something untrue. */
final class RawZip {

    /** What an entry really is, and what its two headers say; all fields may be changed before writing. */
    static final class Entry {
        String localName;
        String centralName;
        int localFlags;
        int centralFlags;
        int localMethod = ZipMember.DEFLATED;
        int centralMethod = ZipMember.DEFLATED;
        long localCrc;
        long centralCrc;
        long localCompressed;
        long centralCompressed;
        long localSize;
        long centralSize;
        byte[] centralExtra = {};
        byte[] data;
        byte[] descriptor = {};
        byte[] gapAfter = {};
        boolean listed = true;
        /** Written instead of the true place when not negative. */
        long claimedOffset = -1;

        private final byte[] content;
        private long offset;

        private Entry(String name, byte[] content) {
            localName = name;
            centralName = name;
            CRC32 crc = new CRC32();
            crc.update(content);
            localCrc = crc.getValue();
            centralCrc = crc.getValue();
            data = deflated(content);
            this.content = content;
            localCompressed = data.length;
            centralCompressed = data.length;
            localSize = content.length;
            centralSize = content.length;
        }

        long offset() {
            return offset;
        }

        /** Puts the content in as it is. */
        void stored() {
            data = content;
            localMethod = ZipMember.STORED;
            centralMethod = ZipMember.STORED;
            localCompressed = data.length;
            centralCompressed = data.length;
        }

        /** Moves sizes and checksum behind the data, as programs do that write to a stream. */
        void streamed(boolean signature, boolean wide) {
            ByteBuffer behind = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            if (signature) {
                behind.putInt(0x08074b50);
            }
            behind.putInt((int) centralCrc);
            if (wide) {
                behind.putLong(centralCompressed).putLong(centralSize);
            } else {
                behind.putInt((int) centralCompressed).putInt((int) centralSize);
            }
            descriptor = java.util.Arrays.copyOf(behind.array(), behind.position());
            localFlags |= 8;
            centralFlags |= 8;
            localCrc = 0;
            localCompressed = 0;
            localSize = 0;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] comment = {};
    private boolean zip64;

    Entry add(String name, byte[] content) {
        Entry entry = new Entry(name, content);
        entries.add(entry);
        return entry;
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.localName.equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Entry> entries() {
        return entries;
    }

    RawZip comment(String text) {
        comment = text.getBytes(UTF_8);
        return this;
    }

    RawZip zip64() {
        zip64 = true;
        return this;
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            entry.offset = out.size();
            out.writeBytes(local(entry));
            out.writeBytes(entry.data);
            out.writeBytes(entry.descriptor);
            out.writeBytes(entry.gapAfter);
        }
        int start = out.size();
        List<Entry> listed = entries.stream().filter(entry -> entry.listed).toList();
        listed.forEach(entry -> out.writeBytes(central(entry)));
        int size = out.size() - start;
        if (zip64) {
            out.writeBytes(zip64End(listed.size(), size, start, out.size()));
        }
        out.writeBytes(end(listed.size(), size, start));
        return out.toByteArray();
    }

    private static byte[] local(Entry entry) {
        byte[] name = entry.localName.getBytes(UTF_8);
        return little(30 + name.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.localFlags)
                .putShort((short) entry.localMethod)
                .putInt(0)
                .putInt((int) entry.localCrc)
                .putInt((int) entry.localCompressed)
                .putInt((int) entry.localSize)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    private static byte[] central(Entry entry) {
        byte[] name = entry.centralName.getBytes(UTF_8);
        return little(46 + name.length + entry.centralExtra.length)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) entry.centralFlags)
                .putShort((short) entry.centralMethod)
                .putInt(0)
                .putInt((int) entry.centralCrc)
                .putInt((int) entry.centralCompressed)
                .putInt((int) entry.centralSize)
                .putShort((short) name.length)
                .putShort((short) entry.centralExtra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (entry.claimedOffset >= 0 ? entry.claimedOffset : entry.offset))
                .put(name)
                .put(entry.centralExtra)
                .array();
    }

    private static byte[] zip64End(long count, long size, long start, long at) {
        return little(76)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0)
                .putLong(count)
                .putLong(count)
                .putLong(size)
                .putLong(start)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(at)
                .putInt(1)
                .array();
    }

    private byte[] end(int count, int size, int start) {
        return little(22 + comment.length)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) (zip64 ? 0xFFFF : count))
                .putShort((short) (zip64 ? 0xFFFF : count))
                .putInt(zip64 ? -1 : size)
                .putInt(zip64 ? -1 : start)
                .putShort((short) comment.length)
                .put(comment)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
