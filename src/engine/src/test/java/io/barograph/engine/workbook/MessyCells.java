package io.barograph.engine.workbook;

import static io.barograph.engine.workbook.MessyWorkbook.messy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells, rows and texts as different programs and people write them. */
final class MessyCells {

    private static final String TEXT_CELL = "<c ([^>]*?)t=\"s\"([^>]*)><v>(\\d+)</v></c>";
    private static final String ITEM = "(?s)<si>(.*?)</si>";

    private MessyCells() {}

    static boolean isSheet(String part) {
        return part.startsWith("xl/worksheets/sheet") && part.endsWith(".xml");
    }

    static Stream<MessyWorkbook> all() {
        return Stream.of(texts(), numbers(), places(), blanks()).flatMap(cases -> cases);
    }

    private static Stream<MessyWorkbook> texts() {
        return Stream.of(
                messy(
                        "texts in the cells",
                        book -> withTexts(
                                book,
                                (cell, item) -> "<c " + cell.group(1) + "t='inlineStr'" + cell.group(2) + "><is>" + item
                                        + "</is></c>")),
                messy(
                        "texts in the cells, no table",
                        book -> withTexts(
                                        book,
                                        (cell, item) -> "<c " + cell.group(1) + "t='inlineStr'" + cell.group(2)
                                                + "><is>" + item + "</is></c>")
                                .without(XlsxParts.STRINGS)
                                .rewriting(
                                        XlsxParts.WORKBOOK_LINKS::equals,
                                        text -> text.replaceAll("<Relationship [^>]*sharedStrings[^>]*>", ""))),
                messy(
                        "texts as values",
                        book -> withTexts(
                                book,
                                (cell, item) -> "<c " + cell.group(1) + "t='str'" + cell.group(2) + "><v>"
                                        + item.replaceAll("<[^>]*>", "") + "</v></c>")),
                messy(
                        "rich texts with readings",
                        book -> book.rewriting(
                                XlsxParts.STRINGS::equals,
                                text -> replaced(
                                        text,
                                        ITEM,
                                        item -> "<si>" + runs(item.group(1).replaceAll("<[^>]*>", ""))
                                                + "<rPh sb='0' eb='1'><t>\u30AB\u30CA</t></rPh><phoneticPr fontId='1'/></si>"))));
    }

    private static String runs(String text) {
        int half = text.indexOf(' ') < 0 ? 0 : text.indexOf(' ');
        String run = "<r><rPr><b/></rPr><t xml:space='preserve'>";
        return run + text.substring(0, half) + "</t></r>" + run + text.substring(half) + "</t></r>";
    }

    private static XlsxParts withTexts(XlsxParts book, BiFunction<MatchResult, String, String> cell) {
        List<String> items = new ArrayList<>();
        Pattern.compile(ITEM).matcher(book.text(XlsxParts.STRINGS)).results().forEach(item -> items.add(item.group(1)));
        return book.rewriting(
                MessyCells::isSheet,
                text -> replaced(
                        text, TEXT_CELL, found -> cell.apply(found, items.get(Integer.parseInt(found.group(3))))));
    }

    private static Stream<MessyWorkbook> numbers() {
        return Stream.of(
                sheets(
                        "numbers in scientific notation",
                        text -> text.replaceAll("<v>(\\d+)\\.0</v>", "<v>$1000E-3</v>")),
                sheets("numbers among blanks", text -> text.replaceAll("<v>(\\d+)\\.0</v>", "<v> $1 </v>")),
                sheets("numbers without a type", text -> text.replace(" t=\"n\"", "")),
                sheets(
                        "shared formulas",
                        text -> text.replaceFirst("t=\"n\"><v>", "t=\"n\"><f t='shared' ref='C2:C3' si='0'>1*C9</f><v>")
                                .replaceFirst("t=\"n\"><v>", "t=\"n\"><f t='shared' si='0'/><v>")),
                messy(
                        "days counted from 1904",
                        book -> book.rewriting(
                                        XlsxParts.WORKBOOK::equals,
                                        text -> text.replaceAll("date1904=\"\\w+\"", "date1904=\"1\""))
                                .rewriting(MessyCells::isSheet, text -> days(book, text))));
    }

    /** Day numbers of cells that show dates, counted from 1904 instead of 1900. */
    private static String days(XlsxParts book, String text) {
        CellFormats formats = formats(book);
        return replaced(text, "(<c r=\"\\w+\" s=\")(\\d+)(\" t=\"n\"><v>)([0-9.]+)(?=</v>)", cell -> {
            boolean date = formats.format(cell.group(2)) == NumberFormat.DATE;
            String number = date ? Double.toString(Double.parseDouble(cell.group(4)) - 1_462) : cell.group(4);
            return cell.group(1) + cell.group(2) + cell.group(3) + number;
        });
    }

    private static CellFormats formats(XlsxParts book) {
        try {
            return CellFormats.read(new XmlParts(Archive.open(book.bytes())), XlsxParts.STYLES);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<MessyWorkbook> places() {
        return Stream.of(
                sheets("cells without references", MessyCells::withoutReferences),
                sheets("rows without numbers", text -> text.replaceAll("<row r=\"\\d+\"", "<row")),
                sheets(
                        "rows in reverse",
                        text -> replaced(text, "(?s)<sheetData>(.*)</sheetData>", data -> {
                            List<String> rows = new ArrayList<>();
                            Pattern.compile("(?s)<row [^>]*/>|<row .*?</row>")
                                    .matcher(data.group(1))
                                    .results()
                                    .forEach(row -> rows.add(row.group()));
                            Collections.reverse(rows);
                            return "<sheetData>" + String.join("", rows) + "</sheetData>";
                        })),
                sheets("wrong dimension", text -> text.replaceAll("<dimension [^>]*>", "<dimension ref='A1'/>")),
                messy(
                        "sheets in reverse",
                        book -> book.rewriting(
                                XlsxParts.WORKBOOK::equals,
                                text -> replaced(text, "<sheets>(.*)</sheets>", all -> {
                                    List<String> sheets =
                                            new ArrayList<>(List.of(all.group(1).split("(?=<sheet )")));
                                    Collections.reverse(sheets);
                                    return "<sheets>" + String.join("", sheets) + "</sheets>";
                                }))));
    }

    private static String withoutReferences(String text) {
        return text.replaceAll("<c r=\"[A-Z]+\\d+\"", "<c");
    }

    private static Stream<MessyWorkbook> blanks() {
        return Stream.of(
                sheets(
                        "formatted cells far away",
                        text -> text.replace(
                                "</sheetData>",
                                "<row r='30000' ht='15'><c r='A30000' s='1'/><c r='XFD30000'/></row>"
                                        + "<row r='1048576' s='1' customFormat='1'/></sheetData>")),
                sheets(
                        "no-break blanks below",
                        text -> text.replace(
                                "</sheetData>",
                                "<row r='900'><c r='A900' t='inlineStr'><is><t>\u00A0 \u202F</t></is></c></row></sheetData>")),
                sheets(
                        "empty texts below",
                        text -> text.replace(
                                "</sheetData>",
                                "<row r='900'><c r='A900' t='inlineStr'><is><t/></is></c><c r='B900' t='str'><v></v></c></row>"
                                        + "</sheetData>")),
                sheets("hidden rows", text -> text.replaceAll("<row r=\"([5-9])\"", "<row r=\"$1\" hidden=\"1\"")),
                sheets("hidden columns", text -> text.replaceFirst("<col ", "<col hidden='1' ")),
                messy(
                        "a hidden sheet",
                        book -> book.replacing(
                                XlsxParts.WORKBOOK,
                                "<sheet name=\"Weights\"",
                                "<sheet state='veryHidden' name=\"Weights\"")));
    }

    private static MessyWorkbook sheets(String name, UnaryOperator<String> change) {
        return messy(name, book -> book.rewriting(MessyCells::isSheet, change));
    }

    static String replaced(String text, String pattern, Function<MatchResult, String> by) {
        return Pattern.compile(pattern).matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
