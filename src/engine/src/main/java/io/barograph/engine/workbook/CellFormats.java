package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each cell style shows numbers as; nothing else of a style matters here. */
final class CellFormats {

    private final Map<Integer, NumberFormat> custom = new HashMap<>();
    private final List<NumberFormat> byStyle = new ArrayList<>();

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
            int group = xml.depth();
            switch (xml.name()) {
                case "numFmts" -> {
                    while (xml.nextChild(group)) {
                        custom.put(
                                number(xml.attribute("numFmtId")),
                                NumberFormat.custom(xml.attribute("formatCode", "")));
                    }
                }
                case "cellXfs" -> {
                    while (xml.nextChild(group)) {
                        int id = number(xml.attribute("numFmtId"));
                        byStyle.add(custom.getOrDefault(id, NumberFormat.builtIn(id)));
                    }
                }
                default -> {}
            }
        }
    }

    /** @param style the {@code s} attribute of a cell, null when it has none */
    NumberFormat format(@Nullable String style) {
        int index = number(style);
        return index >= 0 && index < byStyle.size() ? byStyle.get(index) : NumberFormat.NUMBER;
    }

    private static int number(@Nullable String attribute) {
        try {
            return attribute == null ? 0 : Integer.parseInt(attribute.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
