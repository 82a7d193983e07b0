package io.barograph.engine.workbook;

import static io.barograph.engine.workbook.MessyWorkbook.messy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** XML as different programs write it. */
final class MessyMarkup {

    private static final String DECLARATION = "^<\\?xml.*?\\?>";

    private MessyMarkup() {}

    private static boolean isXml(String part) {
        return part.endsWith(".xml") || part.endsWith(".rels");
    }

    private static boolean isOfSpreadsheets(String part) {
        return MessyCells.isSheet(part)
                || Set.of(XlsxParts.WORKBOOK, XlsxParts.STRINGS, XlsxParts.STYLES)
                        .contains(part);
    }

    static Stream<MessyWorkbook> all() {
        return Stream.of(encodings(), namespaces(), layout()).flatMap(cases -> cases);
    }

    private static Stream<MessyWorkbook> encodings() {
        return Stream.of(
                messy("byte order marks", everywhere(text -> "\uFEFF" + text)),
                messy("no declarations", everywhere(text -> text.replaceFirst(DECLARATION, ""))),
                messy(
                        "declarations in other spelling",
                        everywhere(text -> text.replaceFirst(
                                DECLARATION, "<?xml version='1.0' encoding='utf8' standalone='yes'?>\n"))),
                messy("UTF-16", book -> encoded(book, StandardCharsets.UTF_16)),
                messy("UTF-16, little end first", book -> encoded(book, StandardCharsets.UTF_16LE)));
    }

    private static XlsxParts encoded(XlsxParts book, Charset charset) {
        for (String part : book.names()) {
            if (isXml(part)) {
                String text = book.text(part).replaceFirst(DECLARATION, "<?xml version='1.0' encoding='UTF-16'?>");
                book.part(part, text.getBytes(charset));
            }
        }
        return book;
    }

    private static Stream<MessyWorkbook> namespaces() {
        return Stream.of(
                messy(
                        "strict",
                        everywhere(text -> text.replace(XlsxParts.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                                .replace(XlsxParts.OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"))),
                messy(
                        "prefixes",
                        book -> book.rewriting(
                                MessyMarkup::isOfSpreadsheets,
                                text -> text.replaceAll("<(/?)(\\w+)(?=[\\s/>])", "<$1x:$2")
                                        .replace("xmlns=\"" + XlsxParts.MAIN, "xmlns:x=\"" + XlsxParts.MAIN))),
                messy(
                        "extensions of Excel",
                        sheets(text -> text.replaceFirst(
                                        "<worksheet ",
                                        "<worksheet xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
                                                + " xmlns:x14ac='http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac'"
                                                + " mc:Ignorable='x14ac' ")
                                .replace("<row ", "<row spans='1:9' x14ac:dyDescent='0.25' ")
                                .replace(
                                        "</worksheet>",
                                        "<extLst><ext xmlns:x14='urn:x14' uri='{x}'><x14:dataValidations><x14:f>Model!$A$1"
                                                + "</x14:f></x14:dataValidations></ext></extLst></worksheet>"))),
                messy(
                        "alternatives",
                        book -> book.replacing(
                                XlsxParts.WORKBOOK,
                                "<sheets>",
                                "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                                        + "<mc:Choice Requires='x15'><x15ac:absPath xmlns:x15ac='urn:ac' url='C:\\x\\'/>"
                                        + "</mc:Choice></mc:AlternateContent><sheets>")));
    }

    private static Stream<MessyWorkbook> layout() {
        return Stream.of(
                messy(
                        "indented",
                        sheets(text -> text.replace("<row ", "\r\n  <row ")
                                .replace("<c ", "\n    <c ")
                                .replace("<v>", "\n      <v>"))),
                messy(
                        "comments and instructions",
                        sheets(text -> text.replace("<sheetData>", "<!-- a --><?b c?><sheetData>")
                                .replace("<v>", "<v><!-- d -->"))),
                messy(
                        "attributes in other order",
                        sheets(text -> text.replaceAll("<c (r=\"\\w+\") ([^>/]*)", "<c $2 cm='0' vm='0' ph='1' $1"))),
                messy("sections", texts(text -> "<![CDATA[" + text + "]]>")),
                messy(
                        "references",
                        texts(text -> text.chars()
                                .mapToObj(c ->
                                        Character.isSurrogate((char) c) ? String.valueOf((char) c) : "&#" + c + ";")
                                .reduce("", String::concat))));
    }

    private static UnaryOperator<XlsxParts> everywhere(UnaryOperator<String> change) {
        return book -> book.rewriting(MessyMarkup::isXml, change);
    }

    private static UnaryOperator<XlsxParts> sheets(UnaryOperator<String> change) {
        return book -> book.rewriting(MessyCells::isSheet, change);
    }

    /** Changes every shared text without markup of its own. */
    private static UnaryOperator<XlsxParts> texts(UnaryOperator<String> change) {
        return book -> book.rewriting(
                XlsxParts.STRINGS::equals,
                text -> MessyCells.replaced(
                        text,
                        "(<t[^>]*>)([^<&]*)(</t>)",
                        found -> found.group(1) + change.apply(found.group(2)) + found.group(3)));
    }
}
