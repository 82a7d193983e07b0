package io.barograph.engine.workbook;

import static io.barograph.engine.workbook.HostileWorkbook.forbidden;
import static io.barograph.engine.workbook.HostileWorkbook.tooLarge;
import static io.barograph.engine.workbook.HostileWorkbook.unreadable;
import static io.barograph.engine.workbook.HostileWorkbook.utf8;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Zip archives that are bombs, lie about themselves or are none. */
final class HostileArchives {

    private static final int MEBIBYTE = 1 << 20;

    private HostileArchives() {}

    static Stream<HostileWorkbook> all() {
        return Stream.of(sizes(), names(), structure(), otherFiles()).flatMap(cases -> cases);
    }

    private static Stream<HostileWorkbook> sizes() {
        return Stream.of(
                tooLarge("bomb", "more than 64 MiB", zip(zip -> zip.add("xl/media/a.png", new byte[200 * MEBIBYTE]))),
                tooLarge("bomb that claims to be small", "more than 64 MiB", zip(zip -> {
                    RawZip.Entry lying = zip.add("docProps/x.xml", new byte[80 * MEBIBYTE]);
                    lying.localSize = 10;
                    lying.centralSize = 10;
                })),
                tooLarge("bomb of many entries", "more than 64 MiB", zip(zip -> {
                    for (int i = 0; i < 900; i++) {
                        zip.add("xl/media/" + i + ".png", new byte[MEBIBYTE / 8]);
                    }
                })),
                tooLarge("2,000 entries", "zip entries; at most 1,000", zip(zip -> {
                    for (int i = 0; i < 2_000; i++) {
                        zip.add("xl/media/" + i + ".png", new byte[0]);
                    }
                })),
                tooLarge("a file of 11 MiB", "more than 10 MiB", () -> Arrays.copyOf(plain().bytes(), 11 * MEBIBYTE)));
    }

    private static Stream<HostileWorkbook> names() {
        return Stream.of(
                forbidden("entry above the root", "points outside", entry("../evil.xml")),
                forbidden("entry above the root, later", "points outside", entry("xl/../../evil.xml")),
                forbidden("entry with an absolute name", "points outside", entry("/etc/passwd")),
                forbidden("entry on a drive", "points outside", entry("C:/evil.xml")),
                forbidden("entry with encoded steps", "points outside", entry("xl/%2e%2e/%2e%2e/evil.xml")),
                forbidden("entry twice", "is there twice", entry(XlsxParts.WORKBOOK)),
                forbidden("entry twice in other case", "is there twice", entry("XL/Workbook.XML")),
                forbidden("entry twice, percent-encoded", "is there twice", entry("xl/%77orkbook.xml")),
                forbidden("entry with backslashes", "can be taken for another", entry("xl\\workbook.xml")),
                forbidden("entry with a double slash", "can be taken for another", entry("xl//workbook.xml")),
                forbidden("entry with a dot step", "can be taken for another", entry("xl/./workbook.xml")),
                forbidden("entry with a NUL", "can be taken for another", entry("xl/workbook.xml\u0000.png")),
                forbidden("entry with a reversed name", "can be taken for another", entry("xl/\u202Elmx.evil")));
    }

    private static Stream<HostileWorkbook> structure() {
        return Stream.of(
                unreadable("wrong checksum", "checksum is wrong", sheet(entry -> {
                    entry.localCrc ^= 1;
                    entry.centralCrc ^= 1;
                })),
                unreadable("headers that disagree", "disagree about its size", sheet(entry -> entry.localSize++)),
                unreadable("entries that overlap", "overlaps", zip(zip -> {
                    RawZip.Entry twin = zip.add("xl/workbook2.xml", new byte[0]);
                    twin.claimedOffset = 0;
                })),
                unreadable(
                        "hidden entry",
                        "does not list",
                        zip(zip -> zip.add("xl/secret.xml", utf8("<x/>")).listed = false)),
                forbidden("encrypted entry", "is encrypted", sheet(entry -> {
                    entry.localFlags |= 1;
                    entry.centralFlags |= 1;
                })),
                unreadable("unusual compression", "method 12", sheet(entry -> {
                    entry.localMethod = 12;
                    entry.centralMethod = 12;
                })),
                unreadable("cut in half", "cut short", () -> cut(plain().bytes(), 0.5)),
                unreadable("cut at the end", "cut short", () -> cut(plain().bytes(), 0.999)),
                unreadable("something attached", "something is attached", () -> {
                    byte[] bytes = plain().bytes();
                    return Arrays.copyOf(bytes, bytes.length + 100);
                }),
                unreadable(
                        "a flipped bit",
                        "entry `xl/worksheets/",
                        sheet(entry -> entry.data[entry.data.length / 2] ^= 16)));
    }

    private static Stream<HostileWorkbook> otherFiles() {
        return Stream.of(
                unreadable("empty", "is empty", () -> new byte[0]),
                unreadable("zeros", "unknown format", () -> new byte[5_000]),
                unreadable("text", "a text file", () -> utf8("Rule ID,Indicator\nS-1,NPS\n")),
                unreadable(
                        "web page", "a web page", () -> utf8("<html><table><tr><td>Rule ID</td></tr></table></html>")),
                unreadable("old workbook", "(.xls)", () -> compoundFile("Workbook")),
                forbidden("workbook with a password", "encrypted", () -> compoundFile("EncryptedPackage")),
                unreadable("open document", "OpenDocument", () -> {
                    RawZip zip = new RawZip();
                    zip.add("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
                    return zip.bytes();
                }),
                unreadable("archive", "a zip archive", () -> {
                    RawZip zip = new RawZip();
                    zip.add("enterprise.xlsx", plain().bytes());
                    return zip.bytes();
                }),
                unreadable("program before the archive", "unknown format", () -> {
                    byte[] bytes = plain().bytes();
                    byte[] prefixed = new byte[bytes.length + 512];
                    prefixed[0] = 'M';
                    prefixed[1] = 'Z';
                    System.arraycopy(bytes, 0, prefixed, 512, bytes.length);
                    return prefixed;
                }));
    }

    private static XlsxParts plain() {
        return ShippedModel.parts();
    }

    private static byte[] compoundFile(String directoryEntry) {
        return RefusedFilesTest.compoundFile(directoryEntry);
    }

    private static byte[] cut(byte[] bytes, double part) {
        return Arrays.copyOf(bytes, (int) (bytes.length * part));
    }

    private static Supplier<byte[]> zip(Consumer<RawZip> change) {
        return () -> {
            RawZip zip = plain().zip();
            change.accept(zip);
            return zip.bytes();
        };
    }

    private static Supplier<byte[]> entry(String name) {
        return zip(zip -> zip.add(name, utf8("<x/>")));
    }

    private static Supplier<byte[]> sheet(Consumer<RawZip.Entry> change) {
        return zip(zip -> change.accept(zip.entry(plain().partOf("Scoring"))));
    }
}
