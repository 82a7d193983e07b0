package io.barograph.engine.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A workbook to be written: what it says, not how it looks.
 *
 * @param title the file's title property and the heading of its {@code Read me} sheet
 * @param readMe paragraphs of the {@code Read me} sheet, which comes first; empty when there is none
 * @param glossary words and what they mean, listed below the paragraphs; {@link Choices#GLOSSARY} offers them
 * @param sheets in order, with names that differ in more than case
 */
public record WorkbookPlan(String title, List<String> readMe, List<Word> glossary, List<SheetPlan> sheets) {

    /** A word of the glossary. */
    public record Word(String word, String meaning) {}

    public WorkbookPlan(String title, List<String> readMe, List<SheetPlan> sheets) {
        this(title, readMe, List.of(), sheets);
    }

    public WorkbookPlan {
        readMe = List.copyOf(readMe);
        glossary = List.copyOf(glossary);
        if (readMe.isEmpty() && !glossary.isEmpty()) {
            throw new IllegalArgumentException("workbook `" + title + "` has a glossary, but no Read me sheet");
        }
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("workbook `" + title + "` needs a sheet");
        }
        Set<String> names = new HashSet<>();
        for (SheetPlan sheet : sheets) {
            if (!names.add(sheet.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two sheets are called `" + sheet.name() + "`");
            }
        }
    }
}
