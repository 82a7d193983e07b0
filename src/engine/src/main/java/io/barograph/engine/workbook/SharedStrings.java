package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. */
final class SharedStrings {

    private final List<String> texts = new ArrayList<>();
    /** Lengths of the texts that no cell may hold; told on the cell that holds one. */
    private final Map<Integer, Long> tooLong = new HashMap<>();

    /** @param part null when the workbook has none */
    static SharedStrings read(XmlParts parts, @Nullable String part) throws RefusedException {
        SharedStrings strings = new SharedStrings();
        if (part != null) {
            parts.read(part, "sst", strings::readTable);
        }
        return strings;
    }

    private void readTable(XmlCursor xml) throws RefusedException {
        CellText text = new CellText();
        int table = xml.depth();
        while (xml.nextChild(table)) {
            if (xml.name().equals("si")) {
                text.clear();
                RichText.read(xml, text);
                add(text);
            }
        }
    }

    private void add(CellText text) throws RefusedException {
        if (texts.size() == WorkbookLimits.CELLS) {
            throw RefusedException.tooLarge(
                    "the workbook has more than " + RefusedException.grouped(WorkbookLimits.CELLS) + " different texts",
                    "copy the tables into a new workbook, values only");
        }
        String decoded = text.decoded();
        long length = decoded.length() + text.dropped();
        if (length > WorkbookLimits.CELL_CHARACTERS) {
            tooLong.put(texts.size(), length);
            decoded = "";
        }
        texts.add(decoded);
    }

    boolean has(int index) {
        return index >= 0 && index < texts.size();
    }

    String get(int index) {
        return texts.get(index);
    }

    long length(int index) {
        Long length = tooLong.isEmpty() ? null : tooLong.get(index);
        return length == null ? texts.get(index).length() : length;
    }
}
