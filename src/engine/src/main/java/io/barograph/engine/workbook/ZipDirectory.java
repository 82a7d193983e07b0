package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), zip64 included.
 *
 * @param start where it begins; all entries lie before it
 */
record ZipDirectory(long start, List<ZipMember> members) {

    private static final int END = 0x06054b50;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int MEMBER = 0x02014b50;
    private static final int ZIP64_EXTRA = 1;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int MEMBER_BYTES = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long MAX_16 = 0xFFFF;
    private static final long MAX_32 = 0xFFFF_FFFFL;

    ZipDirectory {
        members = List.copyOf(members);
    }

    static ZipDirectory read(ZipBytes zip) throws RefusedException {
        int end = findEnd(zip);
        long count = zip.u16(end + 10);
        long size = zip.u32(end + 12);
        long start = zip.u32(end + 16);
        long stop = end;
        if (zip.startsWith(end - LOCATOR_BYTES, ZIP64_LOCATOR)) {
            stop = zip.u64(end - LOCATOR_BYTES + 8);
            if (!zip.startsWith(stop, ZIP64_END)) {
                throw ZipBytes.damaged();
            }
            count = agreeing(count, MAX_16, zip.u64(stop + 32));
            size = agreeing(size, MAX_32, zip.u64(stop + 40));
            start = agreeing(start, MAX_32, zip.u64(stop + 48));
        }
        if (zip.u32(end + 4) != 0 || zip.u16(end + 8) != zip.u16(end + 10) || start < 0 || start + size != stop) {
            throw ZipBytes.damaged();
        }
        List<ZipMember> members = members(zip, start, stop);
        if (members.size() != count) {
            throw ZipBytes.damaged();
        }
        if (count > WorkbookLimits.ZIP_ENTRIES) {
            throw RefusedException.tooLarge(
                    "the workbook has " + RefusedException.grouped(count) + " zip entries; at most "
                            + RefusedException.grouped(WorkbookLimits.ZIP_ENTRIES) + " are read",
                    "take out pictures and sheets that the model does not use");
        }
        return new ZipDirectory(start, members);
    }

    /** The last end record whose comment reaches exactly to the end of the file. */
    private static int findEnd(ZipBytes zip) throws RefusedException {
        int lowest = Math.max(0, zip.length() - END_BYTES - LONGEST_COMMENT);
        for (int at = zip.length() - END_BYTES; at >= lowest; at--) {
            if (zip.startsWith(at, END) && at + END_BYTES + zip.u16(at + 20) == zip.length()) {
                return at;
            }
        }
        throw RefusedException.unreadable(
                "the workbook is cut short, or something is attached to it: it does not end with its zip directory",
                "copy or download the file again");
    }

    private static long agreeing(long narrow, long unset, long wide) throws RefusedException {
        if (narrow != unset && narrow != wide) {
            throw ZipBytes.damaged();
        }
        return wide;
    }

    private static List<ZipMember> members(ZipBytes zip, long start, long stop) throws RefusedException {
        List<ZipMember> members = new ArrayList<>();
        for (long at = start; at < stop; ) {
            if (!zip.startsWith(at, MEMBER)) {
                throw ZipBytes.damaged();
            }
            members.add(member(zip, at));
            at += MEMBER_BYTES + zip.u16(at + 28) + zip.u16(at + 30) + zip.u16(at + 32);
            if (at > stop) {
                throw ZipBytes.damaged();
            }
        }
        return members;
    }

    private static ZipMember member(ZipBytes zip, long at) throws RefusedException {
        int nameBytes = zip.u16(at + 28);
        int rawName = zip.within(at + MEMBER_BYTES, nameBytes);
        long size = zip.u32(at + 24);
        long compressed = zip.u32(at + 20);
        long header = zip.u32(at + 42);
        long wide = zip64Extra(zip, rawName + nameBytes, zip.u16(at + 30));
        if (size == MAX_32) {
            size = zip.u64(wide);
            wide += Long.BYTES;
        }
        if (compressed == MAX_32) {
            compressed = zip.u64(wide);
            wide += Long.BYTES;
        }
        if (header == MAX_32) {
            header = zip.u64(wide);
        }
        return new ZipMember(
                new String(zip.array(), rawName, nameBytes, UTF_8),
                rawName,
                nameBytes,
                zip.u16(at + 8),
                zip.u16(at + 10),
                zip.u32(at + 16),
                compressed,
                size,
                header);
    }

    /** Where the values of the zip64 extra field start, or -1 (refused when read) when there is none. */
    private static long zip64Extra(ZipBytes zip, long from, int length) throws RefusedException {
        for (long at = from; at + 4 <= from + length; at += 4 + zip.u16(at + 2)) {
            if (zip.u16(at) == ZIP64_EXTRA) {
                return at + 4;
            }
        }
        return -1;
    }
}
