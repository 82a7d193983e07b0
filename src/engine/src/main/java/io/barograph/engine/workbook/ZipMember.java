package io.barograph.engine.workbook;

/**
 * An entry as the archive's central directory describes it.
 *
 * @param name as stored
 * @param rawName where the name's bytes start in the directory
 * @param crc CRC-32 of the inflated bytes
 * @param compressed stored length in bytes
 * @param size inflated length in bytes
 * @param header where its local header starts
 */
record ZipMember(
        String name,
        int rawName,
        int nameBytes,
        int flags,
        int method,
        long crc,
        long compressed,
        long size,
        long header) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1;

    boolean encrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean folder() {
        return name.endsWith("/");
    }

    RefusedException disagrees(String what) {
        return RefusedException.unreadable(
                "the zip directory and the entry " + RefusedException.quoted(name) + " disagree about its " + what);
    }
}
