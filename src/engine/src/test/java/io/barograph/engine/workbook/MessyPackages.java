package io.barograph.engine.workbook;

import static io.barograph.engine.workbook.HostileWorkbook.utf8;
import static io.barograph.engine.workbook.MessyWorkbook.messy;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Archives and parts as different programs write them, with whatever else they put into a file. */
final class MessyPackages {

    private static final String OFFICE_2017 = "http://schemas.microsoft.com/office/2017/10/relationships/";

    private MessyPackages() {}

    static Stream<MessyWorkbook> all() {
        return Stream.of(archives(), names(), extras()).flatMap(cases -> cases);
    }

    private static Stream<MessyWorkbook> archives() {
        return Stream.of(
                archive("stored entries", zip -> zip.entries().forEach(RawZip.Entry::stored)),
                archive("folders", zip -> List.of("xl/", "xl/worksheets/").forEach(name -> zip.add(name, new byte[0]))),
                archive("sizes behind the data", zip -> zip.entries().forEach(entry -> entry.streamed(true, false))),
                archive(
                        "wide sizes without signature",
                        zip -> zip.entries().forEach(entry -> entry.streamed(false, true))),
                archive("padding", zip -> zip.entries().forEach(entry -> entry.gapAfter = new byte[16])),
                archive("a comment", zip -> zip.comment("saved by PK\5\6 somebody")),
                archive("zip64", RawZip::zip64),
                archive("macOS companions", zip -> {
                    zip.add("__MACOSX/xl/._workbook.xml", random(200));
                    zip.add("__MACOSX/_rels/._.rels", random(100));
                    zip.add(".DS_Store", random(100));
                }));
    }

    private static Stream<MessyWorkbook> names() {
        return Stream.of(
                messy(
                        "absolute targets",
                        book -> book.rewriting(
                                XlsxParts.WORKBOOK_LINKS::equals,
                                text -> text.replaceAll("Target=\"(?=\\w)", "Target=\"/xl/"))),
                messy(
                        "targets with steps",
                        book -> book.rewriting(
                                XlsxParts.WORKBOOK_LINKS::equals,
                                text -> text.replaceAll("Target=\"(?=\\w)", "Target=\"./../xl/"))),
                messy(
                        "targets in other case",
                        book -> book.rewriting(
                                XlsxParts.WORKBOOK_LINKS::equals,
                                text -> text.replace("worksheets/s", "Worksheets/S"))),
                messy(
                        "absolute workbook",
                        book -> book.rewriting(
                                "_rels/.rels"::equals, text -> text.replace("Target=\"xl/", "Target=\"/xl/"))),
                messy("blanks in names", book -> renamed(book, "Tabelle 1.xml")),
                messy("encoded names", book -> renamed(book, "Tabelle%201.xml")),
                messy(
                        "types with parameters",
                        book -> book.rewriting(
                                XlsxParts.TYPES::equals,
                                text -> text.replace("sheet.main+xml\"", "sheet.main+xml; charset=utf-8\""))),
                messy(
                        "types in other case",
                        book -> book.rewriting(
                                XlsxParts.TYPES::equals, text -> text.replace("sheet.main+xml", "Sheet.Main+XML"))));
    }

    private static XlsxParts renamed(XlsxParts book, String name) {
        String part = book.partOf("Scoring");
        String old = part.substring("xl/worksheets/".length());
        return book.part("xl/worksheets/" + name, book.text(part))
                .without(part)
                .replacing(XlsxParts.WORKBOOK_LINKS, old, "Tabelle%201.xml")
                .replacing(XlsxParts.TYPES, old, "Tabelle%201.xml");
    }

    private static Stream<MessyWorkbook> extras() {
        return Stream.of(
                messy(
                        "no document properties",
                        book -> book.without("docProps/app.xml").without("docProps/core.xml")),
                extra(
                        "calculation chain",
                        "calcChain",
                        "calcChain.xml",
                        "<calcChain xmlns='" + XlsxParts.MAIN + "'><c r='A1' i='1'/></calcChain>"),
                extra("theme", "theme", "theme/theme1.xml", "<a:theme xmlns:a='urn:a' name='Office'/>"),
                extra("table", "table", "tables/table9.xml", "<table xmlns='" + XlsxParts.MAIN + "' ref='A1:F10'/>"),
                extra(
                        "pivot cache",
                        "pivotCacheDefinition",
                        "pivotCache/p.xml",
                        "<pivotCacheDefinition xmlns='" + XlsxParts.MAIN + "'/>"),
                extra("control properties", "ctrlProp", "ctrlProps/ctrlProp1.xml", "<formControlPr xmlns='urn:c'/>"),
                extra("metadata", "sheetMetadata", "metadata.xml", "<metadata xmlns='" + XlsxParts.MAIN + "'/>"),
                extra("custom data", "customXml", "../customXml/item1.xml", "<b:Sources xmlns:b='urn:b'/>"),
                messy(
                        "people",
                        book -> book.part("xl/persons/person.xml", "<personList xmlns='urn:p'/>")
                                .appending(
                                        XlsxParts.WORKBOOK_LINKS,
                                        "<Relationship Id='p' Type='" + OFFICE_2017
                                                + "person' Target='persons/person.xml'/>")),
                messy("print settings", book -> book.part("xl/printerSettings/printerSettings1.bin", random(2_000))),
                messy("thumbnail", book -> book.part("docProps/thumbnail.wmf", random(2_000))),
                messy("picture", book -> book.part("xl/media/image1.png", random(2_000))),
                messy("sloppy drawing", book -> book.part("xl/drawings/vmlDrawing99.vml", "<xml><br></xml>")),
                messy(
                        "hyperlinks",
                        book -> book.part(
                                "xl/worksheets/_rels/sheet99.xml.rels",
                                XlsxParts.links(hyperlink("r1", "https://example.com/?a=b")
                                        + hyperlink("r2", "mailto:someone@example.com")
                                        + hyperlink("r3", "../../../other%20file.docx")
                                        + hyperlink("r4", "")))));
    }

    private static String hyperlink(String id, String target) {
        return XlsxParts.link(id, "hyperlink", target).replace("/>", " TargetMode='External'/>");
    }

    private static MessyWorkbook extra(String name, String type, String target, String content) {
        String part = target.startsWith("../") ? target.substring("../".length()) : "xl/" + target;
        return messy(
                name,
                book -> book.part(part, content)
                        .appending(XlsxParts.WORKBOOK_LINKS, XlsxParts.link("extra", type, target)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        System.arraycopy(utf8("\u0001\u0002\u0003\u0004"), 0, bytes, 0, 4);
        return bytes;
    }

    private static MessyWorkbook archive(String name, Consumer<RawZip> change) {
        return new MessyWorkbook(name, () -> {
            RawZip zip = ShippedModel.parts().zip();
            change.accept(zip);
            return zip.bytes();
        });
    }
}
