package io.barograph.engine.workbook;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sheets larger than any honest one, or with cells that do not exist. */
final class HostileSheets {

    private HostileSheets() {}

    static Stream<HostileWorkbook> all() {
        return Stream.of(dimensions(), amounts(), broken()).flatMap(cases -> cases);
    }

    private static Stream<HostileWorkbook> dimensions() {
        return Stream.of(
                tooLarge("row 20,001", "row 20,001 holds a value", rows(20_001, "<c><v>1</v></c>")),
                tooLarge("20,001 rows", "row 20,001 holds a value", rows(numberedRows(500, 20_001, "<c><v>1</v></c>"))),
                tooLarge(
                        "a million rows",
                        "row 20,001 holds a value",
                        rows(numberedRows(500, 1_000_000, "<c><v>1</v></c>"))),
                tooLarge("column 201", "column GS (number 201)", rows(500, "<c r='GS500'><v>1</v></c>")),
                tooLarge("the last cell of all", "row 1,048,576", rows(1_048_576, "<c r='XFD1048576'><v>1</v></c>")),
                tooLarge(
                        "51 sheets",
                        "sheets; at most 50",
                        book -> book.replacing(
                                XlsxParts.WORKBOOK,
                                "</sheets>",
                                IntStream.range(0, 51)
                                                .mapToObj(i -> "<sheet name=\"S" + i + "\" sheetId=\"" + (900 + i)
                                                        + "\" r:id=\"rId3\"/>")
                                                .collect(Collectors.joining())
                                        + "</sheets>")));
    }

    private static Stream<HostileWorkbook> amounts() {
        return Stream.of(
                tooLarge(
                        "cells beyond the limit",
                        "more than 1,000,000 cells",
                        rows(numberedRows(500, 6_000, "<c><v>1</v></c>".repeat(190)))),
                tooLarge(
                        "texts beyond the limit",
                        "more than 1,000,000 different texts",
                        book -> book.appending(XlsxParts.STRINGS, "<si><t>a</t></si>".repeat(1_000_001))),
                tooLarge("a text beyond the limit", "32,768 characters", rows(500, inline("x".repeat(32_768)))),
                tooLarge("a text of 60 MB", "60,000,000 characters", rows(500, inline("x".repeat(60_000_000)))),
                tooLarge("a text of references", "characters", rows(500, inline("&#x41;".repeat(9_000_000)))),
                tooLarge(
                        "a text of a million runs",
                        "1,000,000 characters",
                        rows(500, "<c t='inlineStr'><is>" + "<r><t>x</t></r>".repeat(1_000_000) + "</is></c>")),
                tooLarge(
                        "merged regions without end",
                        "more than 20,000 merged regions",
                        book -> book.appending(
                                book.partOf("Scoring"),
                                "<mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>".repeat(20_001) + "</mergeCells>")),
                tooLarge(
                        "number formats without end",
                        "more than 4,096 number formats",
                        book -> book.rewriting(
                                XlsxParts.STYLES::equals,
                                text -> text.replaceFirst(
                                        "<numFmts[^>]*?(/>|>)",
                                        "<numFmts>"
                                                + ("<numFmt numFmtId='200' formatCode='h" + "0".repeat(900) + "'/>")
                                                        .repeat(60_000)
                                                + "</numFmts>"))),
                tooLarge(
                        "cell formats without end",
                        "more than 65,536 cell formats",
                        book -> book.replacing(XlsxParts.STYLES, "</cellXfs>", "<xf/>".repeat(65_536) + "</cellXfs>")));
    }

    private static Stream<HostileWorkbook> broken() {
        return Stream.of(
                unreadable("text that does not exist", "`999999`", rows(500, "<c t='s'><v>999999</v></c>")),
                unreadable("text before the first", "`-1`", rows(500, "<c t='s'><v>-1</v></c>")),
                unreadable("cell twice", "this cell twice", rows(2, "<c r='A2'><v>1</v></c>")),
                unreadable("row 0", "numbers a row", rows("<row r='0'><c><v>1</v></c></row>")),
                unreadable("row beyond the last", "`1048577`", rows("<row r='1048577'><c><v>1</v></c></row>")),
                unreadable("row of another universe", "`99999999999`", rows("<row r='99999999999'/>")),
                unreadable("cell in another row", "`A7`", rows(500, "<c r='A7'><v>1</v></c>")),
                unreadable("column beyond the last", "`XFE500`", rows(500, "<c r='XFE500'><v>1</v></c>")),
                unreadable("cell of no type", "unknown type", rows(500, "<c t='q'><v>1</v></c>")),
                unreadable(
                        "merged region of no cells",
                        "`here`",
                        book -> book.appending(
                                book.partOf("Scoring"), "<mergeCells><mergeCell ref='here'/></mergeCells>")),
                unreadable(
                        "formulas over each other",
                        "overlaps",
                        rows(
                                500,
                                "<c r='A500'><f t='array' ref='A500:XFD1048576'>1</f><v>1</v></c>"
                                        + "<c r='B500'><f t='array' ref='B500:C900'>1</f><v>1</v></c>")));
    }

    private static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static String numberedRows(int from, int to, String cells) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(row -> "<row r='" + row + "'>" + cells + "</row>")
                .collect(Collectors.joining());
    }

    private static UnaryOperator<XlsxParts> rows(int row, String cells) {
        return rows("<row r='" + row + "'>" + cells + "</row>");
    }

    private static UnaryOperator<XlsxParts> rows(String rows) {
        return book -> book.addingRows(book.partOf("Scoring"), rows);
    }

    private static HostileWorkbook unreadable(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.unreadable(
                name, found, () -> change.apply(ShippedModel.parts()).bytes());
    }

    private static HostileWorkbook tooLarge(String name, String found, UnaryOperator<XlsxParts> change) {
        return HostileWorkbook.tooLarge(
                name, found, () -> change.apply(ShippedModel.parts()).bytes());
    }
}
