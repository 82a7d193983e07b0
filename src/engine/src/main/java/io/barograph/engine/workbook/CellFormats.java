package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each cell style shows numbers as; nothing else of a style matters here. */
final class CellFormats {

    /** More styles than Excel can keep. */
    private static final int STYLES = 65_536;

    /** Excel keeps some 250. */
    private static final int NUMBER_FORMATS = 4_096;

    private final Map<Integer, NumberFormat> custom = new HashMap<>();
    /** The number format each style names. */
    private final List<Integer> styles = new ArrayList<>();

    /** @param part null when the workbook has none */
    static CellFormats read(XmlParts parts, @Nullable String part) throws RefusedException {
        CellFormats formats = new CellFormats();
        if (part != null) {
            parts.read(part, "styleSheet", formats::readSheet);
        }
        return formats;
    }

    private void readSheet(XmlCursor xml) throws RefusedException {
        int sheet = xml.depth();
        while (xml.nextChild(sheet)) {
            switch (xml.name()) {
                case "numFmts" -> readFormats(xml);
                case "cellXfs" -> readStyles(xml);
                default -> {}
            }
        }
    }

    private void readFormats(XmlCursor xml) throws RefusedException {
        int all = xml.depth();
        for (int count = 0; xml.nextChild(all); count++) {
            requireFew(count, NUMBER_FORMATS, "number");
            custom.put(number(xml.attribute("numFmtId")), NumberFormat.custom(xml.attribute("formatCode", "")));
        }
    }

    private void readStyles(XmlCursor xml) throws RefusedException {
        int all = xml.depth();
        while (xml.nextChild(all)) {
            requireFew(styles.size(), STYLES, "cell");
            styles.add(number(xml.attribute("numFmtId")));
        }
    }

    private static void requireFew(int count, int most, String kind) throws RefusedException {
        if (count >= most) {
            throw RefusedException.tooLarge(
                    "the workbook has more than " + RefusedException.grouped(most) + " " + kind + " formats",
                    "copy the tables into a new workbook, values only");
        }
    }

    /** @param style the {@code s} attribute of a cell, null when it has none */
    NumberFormat format(@Nullable String style) {
        int index = number(style);
        if (index < 0 || index >= styles.size()) {
            return NumberFormat.NUMBER;
        }
        NumberFormat format = custom.get(styles.get(index));
        return format == null ? NumberFormat.builtIn(styles.get(index)) : format;
    }

    private static int number(@Nullable String attribute) {
        try {
            return attribute == null ? 0 : Integer.parseInt(attribute.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
