package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Compares the local header, data and data descriptor of every entry with the central directory, so that no two
 * programs can see different content in one file. Every entry is inflated once to count its bytes.
 */
final class ZipEntryCheck {

    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_BYTES = 30;
    private static final int HAS_DESCRIPTOR = 8;
    private static final int ENCRYPTED = 1;
    private static final long MAX_32 = 0xFFFF_FFFFL;

    private final ZipBytes zip;
    private final byte[] buffer = new byte[64 * 1024];
    private long inflated;

    ZipEntryCheck(ZipBytes zip) {
        this.zip = zip;
    }

    /** The entries in the order of the file. */
    List<Archive.Part> check(ZipDirectory directory) throws RefusedException {
        List<ZipMember> inFileOrder = directory.members().stream()
                .sorted(Comparator.comparingLong(ZipMember::header))
                .toList();
        List<Archive.Part> parts = new ArrayList<>();
        long free = 0;
        for (ZipMember member : inFileOrder) {
            if (member.header() < free) {
                throw overlap(member);
            }
            refuseHiddenEntry(free, member.header());
            int data = checkHeader(member);
            long end = checkDescriptor(member, data + member.compressed());
            if (end > directory.start()) {
                throw overlap(member);
            }
            parts.add(new Archive.Part(member, data));
            free = end;
        }
        refuseHiddenEntry(free, directory.start());
        for (Archive.Part part : parts) {
            checkContent(part.member(), part.data());
        }
        return parts;
    }

    private static RefusedException overlap(ZipMember member) {
        return RefusedException.unreadable(
                "the zip entry " + RefusedException.quoted(member.name()) + " overlaps another one");
    }

    /** Bytes between entries are tolerated, unless a program that reads from the front would find an entry there. */
    private void refuseHiddenEntry(long from, long to) throws RefusedException {
        long end = Math.min(to, zip.length()); // an entry may claim to stand anywhere
        for (long at = from; at < end; at++) {
            if (zip.startsWith(at, LOCAL)) {
                throw RefusedException.unreadable("the workbook holds an entry that its zip directory does not list");
            }
        }
    }

    private int checkHeader(ZipMember member) throws RefusedException {
        long at = member.header();
        if (!zip.startsWith(at, LOCAL)) {
            throw member.disagrees("place");
        }
        int flags = zip.u16(at + 6);
        if (member.encrypted() || (flags & ENCRYPTED) != 0) {
            throw RefusedException.forbidden(
                    "the zip entry " + RefusedException.quoted(member.name()) + " is encrypted",
                    "save the workbook without a password");
        }
        if (zip.u16(at + 8) != member.method()) {
            throw member.disagrees("compression");
        }
        int name = zip.within(at + LOCAL_BYTES, zip.u16(at + 26));
        int nameEnd = name + zip.u16(at + 26);
        if (!Arrays.equals(
                zip.array(), name, nameEnd, zip.array(), member.rawName(), member.rawName() + member.nameBytes())) {
            throw member.disagrees("name");
        }
        boolean later = (flags & HAS_DESCRIPTOR) != 0;
        requireSame(member, "checksum", zip.u32(at + 14), member.crc(), later);
        requireSame(member, "compressed size", zip.u32(at + 18), member.compressed(), later);
        requireSame(member, "size", zip.u32(at + 22), member.size(), later);
        int data = zip.within(nameEnd, zip.u16(at + 28)) + zip.u16(at + 28);
        return zip.within(data, member.compressed());
    }

    /** A header may leave a value to the descriptor (0) or to its zip64 field (all bits set). */
    private static void requireSame(ZipMember member, String what, long local, long central, boolean later)
            throws RefusedException {
        boolean left = (later && local == 0) || (local == MAX_32 && !what.equals("checksum"));
        if (local != central && !left) {
            throw member.disagrees(what);
        }
    }

    /** The end of the entry, after its data descriptor if it has one (with or without signature, 32 or 64 bits). */
    private long checkDescriptor(ZipMember member, long dataEnd) throws RefusedException {
        if ((zip.u16(member.header() + 6) & HAS_DESCRIPTOR) == 0) {
            return dataEnd;
        }
        long at = zip.startsWith(dataEnd, DESCRIPTOR) ? dataEnd + 4 : dataEnd;
        if (zip.u32(at) != member.crc()) {
            throw member.disagrees("checksum");
        }
        if (zip.u32(at + 4) == member.compressed() && zip.u32(at + 8) == member.size()) {
            return at + 12;
        }
        if (zip.u64(at + 4) == member.compressed() && zip.u64(at + 12) == member.size()) {
            return at + 20;
        }
        throw member.disagrees("size");
    }

    private void checkContent(ZipMember member, int data) throws RefusedException {
        CRC32 crc = new CRC32();
        long size;
        if (member.method() == ZipMember.DEFLATED) {
            size = inflate(member, data, crc);
        } else if (member.method() == ZipMember.STORED) {
            size = member.compressed();
            count(size);
            crc.update(zip.array(), data, (int) size);
        } else {
            throw RefusedException.unreadable("the zip entry " + RefusedException.quoted(member.name())
                    + " is compressed by method " + member.method() + ", which workbooks do not use");
        }
        if (size != member.size()) {
            throw member.disagrees("size");
        }
        if (crc.getValue() != member.crc()) {
            throw RefusedException.unreadable(
                    "the zip entry " + RefusedException.quoted(member.name()) + " is damaged: its checksum is wrong");
        }
    }

    private long inflate(ZipMember member, int data, CRC32 crc) throws RefusedException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip.array(), data, (int) member.compressed());
            while (!inflater.finished()) {
                int some = inflater.inflate(buffer);
                if (some == 0 && !inflater.finished()) {
                    throw damaged(member);
                }
                count(some);
                crc.update(buffer, 0, some);
            }
            if (inflater.getBytesRead() != member.compressed()) {
                throw member.disagrees("compressed size");
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw damaged(member);
        } finally {
            inflater.end();
        }
    }

    private static RefusedException damaged(ZipMember member) {
        return RefusedException.unreadable("the zip entry " + RefusedException.quoted(member.name()) + " is damaged");
    }

    private void count(long some) throws RefusedException {
        inflated += some;
        if (inflated > WorkbookLimits.INFLATED_BYTES) {
            throw RefusedException.tooLarge(
                    "the workbook inflates to more than 64 MiB ("
                            + RefusedException.grouped(WorkbookLimits.INFLATED_BYTES) + " bytes)",
                    "take out pictures and sheets that the model does not use; an honest model is far smaller");
        }
    }
}
