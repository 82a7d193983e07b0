package io.barograph.engine.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A zip archive whose every entry has been checked: unique harmless names, sound headers, sizes and checksums. */
final class Archive {

    /**
     * An entry and where its data starts.
     *
     * @param data place in the bytes of the archive
     */
    record Part(ZipMember member, int data) {}

    private static final int START_BYTES = 16;

    private final byte[] bytes;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Archive(byte[] bytes) {
        this.bytes = bytes;
    }

    static Archive open(byte[] bytes) throws RefusedException {
        FileKind.requireZip(bytes);
        ZipBytes zip = new ZipBytes(bytes);
        ZipDirectory directory = ZipDirectory.read(zip);
        EntryNames.check(directory.members());
        Archive archive = new Archive(bytes);
        for (Part part : new ZipEntryCheck(zip).check(directory)) {
            if (!part.member().folder()) {
                archive.parts.put(EntryNames.key(part.member().name()), part);
            }
        }
        return archive;
    }

    /** Names of all parts as written, in the order of the file. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        parts.values().forEach(part -> names.add(part.member().name()));
        return names;
    }

    boolean has(String name) {
        return parts.containsKey(EntryNames.key(name));
    }

    /** @param name any case */
    InputStream open(String name) throws RefusedException {
        Part part = parts.get(EntryNames.key(name));
        if (part == null) {
            throw RefusedException.unreadable("the workbook lacks its part " + RefusedException.quoted(name)
                    + " or its table of contents is wrong");
        }
        InputStream stored =
                new ByteArrayInputStream(bytes, part.data(), (int) part.member().compressed());
        return part.member().method() == ZipMember.STORED ? stored : new Inflating(stored);
    }

    /** The first bytes of a part. */
    byte[] start(String name) throws RefusedException {
        try (InputStream part = open(name)) {
            return part.readNBytes(START_BYTES);
        } catch (IOException e) {
            throw RefusedException.unreadable(
                    "the part " + RefusedException.quoted(name) + " of the workbook cannot be read");
        }
    }

    /** Gives its inflater back when closed. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream stored) {
            super(stored, new Inflater(true), 16 * 1024);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
