package io.barograph.engine.workbook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** XML that is broken, declares entities or is built to exhaust whoever reads it. */
final class HostileMarkup {

    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>";
    private static final String OUTSIDE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";

    private HostileMarkup() {}

    static Stream<HostileWorkbook> all() {
        return Stream.of(documentTypes(), broken(), exhausting()).flatMap(cases -> cases);
    }

    private static Stream<HostileWorkbook> documentTypes() {
        return Stream.of(
                documentType("entities in the workbook", XlsxParts.WORKBOOK, LAUGHS),
                documentType("entities in the texts", XlsxParts.STRINGS, LAUGHS),
                documentType("entities in the table of contents", XlsxParts.TYPES, LAUGHS),
                documentType("entities in the links", "_rels/.rels", LAUGHS),
                documentType("file as an entity", XlsxParts.STYLES, OUTSIDE),
                documentType("document type in a part nobody reads", "docProps/core.xml", "<!DOCTYPE x>"),
                forbidden(
                        "document type in a drawing",
                        "(DTD)",
                        book -> book.part("xl/drawings/vmlDrawing99.vml", OUTSIDE + "<xml/>")),
                forbidden("document type in UTF-16", "(DTD)", encoded(StandardCharsets.UTF_16)),
                unreadable("document type in UTF-32", "not well-formed", encoded(Charset.forName("UTF-32"))),
                unreadable("document type in EBCDIC", "not well-formed", encoded(Charset.forName("IBM037"))),
                unreadable(
                        "document type in UTF-7",
                        "`UTF-7`",
                        book -> book.part(
                                "docProps/core.xml",
                                "<?xml version='1.0' encoding='UTF-7'?><x>+ADwAIQ-DOCTYPE x+AD4-</x>")));
    }

    private static HostileWorkbook documentType(String name, String part, String type) {
        return forbidden(
                name,
                "declares a document type (DTD)",
                book -> book.rewriting(part::equals, text -> text.replaceFirst("(?s)^(<\\?xml.*?\\?>)?", "$1" + type)));
    }

    private static UnaryOperator<XlsxParts> encoded(Charset charset) {
        String text = "<?xml version='1.0' encoding='" + charset.name() + "'?>" + LAUGHS + "<x>&d;</x>";
        return book -> book.part("docProps/core.xml", text.getBytes(charset));
    }

    private static Stream<HostileWorkbook> broken() {
        return Stream.of(
                unreadable("undeclared entity", "not well-formed", inSheet("&secret;")),
                unreadable("unclosed element", "not well-formed", inSheet("<a>")),
                unreadable("same attribute twice", "not well-formed", inSheet("<a b='1' b='2'/>")),
                unreadable("empty part", "not well-formed", book -> book.part(book.partOf("Scoring"), "")),
                unreadable("other root", "is no worksheet", book -> book.part(book.partOf("Scoring"), "<html/>")),
                unreadable(
                        "bytes that are no text",
                        "not well-formed",
                        book -> book.part(book.partOf("Scoring"), new byte[] {'<', 'a', (byte) 0xFF, '/', '>'})));
    }

    private static Stream<HostileWorkbook> exhausting() {
        return Stream.of(
                tooLarge("deep nesting", "nested XML elements", inSheet("<a>".repeat(50_000) + "</a>".repeat(50_000))),
                tooLarge("names without end", "different XML names", inSheet(numbered("<n%d/>", 100_000))),
                tooLarge(
                        "namespaces without end",
                        "different XML names",
                        inSheet(numbered("<a xmlns:n%d='u'/>", 100_000))),
                tooLarge("elements without end", "XML elements", inSheet("<c/>".repeat(6_000_000))),
                unreadable("attribute of 30 MB", "not well-formed", inSheet("<a b='" + "x".repeat(30_000_000) + "'/>")),
                unreadable("60,000 attributes", "not well-formed", inSheet("<a " + numbered("a%d='' ", 60_000) + "/>")),
                unreadable("comment of 30 MB", "not well-formed", inSheet("<!--" + "x".repeat(30_000_000) + "-->")),
                unreadable("instructions without end", "not well-formed", inSheet(numbered("<?p%d?>", 100_000))));
    }

    private static String numbered(String pattern, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> pattern.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static UnaryOperator<XlsxParts> inSheet(String content) {
        return book -> book.appending(book.partOf("Scoring"), content);
    }

    private static HostileWorkbook unreadable(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.unreadable(
                name, found, () -> change.apply(ShippedModel.parts()).bytes());
    }

    private static HostileWorkbook forbidden(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.forbidden(
                name, found, () -> change.apply(ShippedModel.parts()).bytes());
    }

    private static HostileWorkbook tooLarge(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.tooLarge(
                name, found, () -> change.apply(ShippedModel.parts()).bytes());
    }
}
