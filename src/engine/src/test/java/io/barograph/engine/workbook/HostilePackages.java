package io.barograph.engine.workbook;

import static io.barograph.engine.workbook.HostileWorkbook.forbidden;
import static io.barograph.engine.workbook.HostileWorkbook.unreadable;
import static io.barograph.engine.workbook.HostileWorkbook.utf8;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Workbooks that hold macros, other files and links to elsewhere, or whose parts do not fit together. */
final class HostilePackages {

    private static final String DRAWING_LINKS = "xl/drawings/_rels/drawing99.xml.rels";

    private HostilePackages() {}

    static Stream<HostileWorkbook> all() {
        return Stream.of(contents(), links(), structure()).flatMap(cases -> cases);
    }

    private static Stream<HostileWorkbook> contents() {
        return Stream.of(
                forbidden("macros", "holds macros", part("xl/vbaProject.bin", new byte[] {1, 2, 3})),
                forbidden(
                        "macros by type",
                        "holds macros",
                        book -> book.replacing(
                                        XlsxParts.TYPES, "spreadsheetml.sheet.main+xml", "spreadsheetml.x+xml\" x=\"")
                                .replacing(
                                        XlsxParts.TYPES,
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.x+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                forbidden("old macro sheet", "holds macros", part("xl/macrosheets/sheet1.xml", utf8("<x/>"))),
                forbidden("embedded workbook", "an embedded file", part("xl/embeddings/x.xlsx", workbook())),
                forbidden("embedded workbook in disguise", "an embedded file", part("xl/theme/fonts.dat", workbook())),
                forbidden(
                        "embedded object in disguise",
                        "an embedded file",
                        part("xl/printerSettings/printerSettings9.bin", RefusedFilesTest.compoundFile("VBA"))),
                forbidden("control", "an embedded file", part("xl/activeX/activeX1.xml", utf8("<x/>"))),
                forbidden("connections", "a data connection", part("xl/connections.xml", utf8("<x/>"))),
                forbidden("query", "a data connection", part("xl/queryTables/queryTable1.xml", utf8("<x/>"))),
                forbidden(
                        "other workbook",
                        "another workbook",
                        part("xl/externalLinks/externalLink1.xml", utf8("<x/>"))));
    }

    private static Stream<HostileWorkbook> links() {
        return Stream.of(
                forbidden(
                        "picture elsewhere",
                        "`http://example.com/x.png`",
                        outside("image", "http://example.com/x.png")),
                forbidden("template elsewhere", "outside of it", outside("attachedTemplate", "file:///c:/x.xltm")),
                forbidden("share elsewhere", "outside of it", outside("image", "\\\\evil\\share\\x.png")),
                forbidden("object", "an embedded file", link("oleObject", "../x.bin")),
                forbidden("link above the root", "points outside", link("image", "../../../../etc/passwd")),
                forbidden("link above the root, encoded", "points outside", link("image", "%2e%2e/%2e%2e/%2E./x")),
                forbidden(
                        "sheet elsewhere",
                        "outside of it",
                        book -> book.rewriting(
                                XlsxParts.WORKBOOK_LINKS::equals,
                                text -> text.replaceFirst(
                                        "Target=\"worksheets/\\w+.xml\"",
                                        "Target=\"http://example.com/s.xml\" TargetMode=\"External\""))));
    }

    private static Stream<HostileWorkbook> structure() {
        return Stream.of(
                unreadable("no table of contents", "a zip archive", book -> book.without(XlsxParts.TYPES)),
                unreadable("no links", "which part is the workbook", book -> book.without("_rels/.rels")),
                unreadable("no sheet links", "leads to no part", book -> book.without(XlsxParts.WORKBOOK_LINKS)),
                unreadable("no sheet", "lacks its part", book -> book.without(book.partOf("Scoring"))),
                unreadable("no texts", "lacks its part", book -> book.without(XlsxParts.STRINGS)),
                unreadable(
                        "two workbooks in one",
                        "names 2 parts",
                        book -> book.appending(
                                "_rels/.rels", XlsxParts.link("other", "officeDocument", "xl/other.xml"))),
                unreadable(
                        "two tables of texts",
                        "names 2 parts",
                        book -> book.appending(
                                XlsxParts.WORKBOOK_LINKS, XlsxParts.link("other", "sharedStrings", "other.xml"))),
                unreadable(
                        "one id for two links",
                        "twice",
                        book -> book.appending(
                                XlsxParts.WORKBOOK_LINKS,
                                XlsxParts.link("again", "theme", "a.xml") + XlsxParts.link("again", "theme", "b.xml"))),
                unreadable(
                        "two sheets of one part",
                        "once more",
                        book -> book.replacing(
                                XlsxParts.WORKBOOK_LINKS,
                                book.partOf("Weights").substring("xl/".length()),
                                book.partOf("Scoring").substring("xl/".length()))),
                unreadable(
                        "sheet that is another part",
                        "is no worksheet",
                        book -> book.replacing(
                                XlsxParts.WORKBOOK_LINKS,
                                book.partOf("Weights").substring("xl/".length()),
                                "styles.xml")),
                unreadable(
                        "Word document",
                        "a Word document",
                        book -> book.replacing(
                                XlsxParts.TYPES,
                                "spreadsheetml.sheet.main+xml",
                                "wordprocessingml.document.main+xml")));
    }

    private static HostileWorkbook forbidden(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.forbidden(name, found, changed(change));
    }

    private static HostileWorkbook unreadable(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.unreadable(name, found, changed(change));
    }

    private static Supplier<byte[]> changed(UnaryOperator<XlsxParts> change) {
        return () -> change.apply(ShippedModel.parts()).bytes();
    }

    private static byte[] workbook() {
        return XlsxParts.workbook().bytes();
    }

    private static UnaryOperator<XlsxParts> part(String name, byte[] content) {
        return book -> book.part(name, content);
    }

    private static UnaryOperator<XlsxParts> link(String type, String target) {
        return book -> book.part(DRAWING_LINKS, XlsxParts.links(XlsxParts.link("r1", type, target)));
    }

    private static UnaryOperator<XlsxParts> outside(String type, String target) {
        String link = XlsxParts.link("r1", type, target).replace("/>", " TargetMode='External'/>");
        return book -> book.part(DRAWING_LINKS, XlsxParts.links(link));
    }
}
