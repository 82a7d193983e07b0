package io.barograph.engine.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workbook itself: its sheets in their order, and where their texts and styles are.
 *
 * @param sharedStrings part name, or null
 * @param styles part name, or null
 */
record WorkbookPart(
        DateSystem dates,
        List<SheetEntry> sheets,
        @Nullable String sharedStrings,
        @Nullable String styles) {

    private static final String MAIN_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** @param part its part's name, or null for a chart sheet, which has no cells */
    record SheetEntry(String name, boolean hidden, @Nullable String part) {}

    static WorkbookPart read(Archive archive, XmlParts parts, ContentTypes types) throws RefusedException {
        String part = find(archive, parts, types);
        Relationships links = Relationships.of(archive, parts, part);
        List<SheetEntry> sheets = new ArrayList<>();
        DateSystem[] dates = {DateSystem.FROM_1900};
        parts.read(part, "workbook", xml -> {
            int workbook = xml.depth();
            while (xml.nextChild(workbook)) {
                switch (xml.name()) {
                    case "workbookPr" -> dates[0] = xml.flag("date1904") ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
                    case "sheets" -> readSheets(xml, links, sheets);
                    default -> {}
                }
            }
        });
        check(sheets);
        return new WorkbookPart(dates[0], List.copyOf(sheets), target(links, "sharedStrings"), target(links, "styles"));
    }

    private static String find(Archive archive, XmlParts parts, ContentTypes types) throws RefusedException {
        String part = Relationships.of(archive, parts, "")
                .onlyOf("officeDocument")
                .map(Relationships.Link::target)
                .orElseThrow(() -> RefusedException.unreadable(
                        "the file says nowhere (`_rels/.rels`) which part is the workbook"));
        String type = types.of(part);
        if (type.equals(MAIN_TYPE)) {
            return part;
        }
        String kind = type.contains("wordprocessingml")
                ? "a Word document"
                : type.contains("presentationml")
                        ? "a PowerPoint presentation"
                        : type.contains("sheet.binary")
                                ? "a binary workbook (.xlsb)"
                                : type.contains("template")
                                        ? "a template (.xltx)"
                                        : "of the type " + RefusedException.quoted(type);
        throw RefusedException.unreadable("the file is " + kind + ", not an .xlsx workbook", "save it as .xlsx");
    }

    private static void readSheets(XmlCursor xml, Relationships links, List<SheetEntry> sheets)
            throws RefusedException {
        int count = 0;
        int all = xml.depth();
        while (xml.nextChild(all)) {
            if (xml.name().equals("sheet") && ++count <= WorkbookLimits.SHEETS) {
                String state = xml.attribute("state", "visible").strip();
                String name = CellText.decode(xml.attribute("name", ""));
                sheets.add(new SheetEntry(name, !state.equals("visible"), part(xml, links, name)));
            }
        }
        if (count > WorkbookLimits.SHEETS) {
            throw RefusedException.tooLarge(
                    "the workbook has " + RefusedException.grouped(count) + " sheets; at most " + WorkbookLimits.SHEETS
                            + " are read",
                    "delete sheets that the model does not use");
        }
    }

    private static @Nullable String part(XmlCursor xml, Relationships links, String name) throws RefusedException {
        String id = xml.relationshipId();
        Relationships.Link link = links.byId(id == null ? "" : id)
                .orElseThrow(() -> RefusedException.unreadable(
                        "the sheet " + RefusedException.quoted(name) + " leads to no part of the file"));
        return switch (link.type()) {
            case "worksheet" -> link.target();
            case "chartsheet" -> null;
            default ->
                throw RefusedException.unreadable("the sheet " + RefusedException.quoted(name)
                        + " is no worksheet, but " + RefusedException.quoted(link.type()));
        };
    }

    private static void check(List<SheetEntry> sheets) throws RefusedException {
        if (sheets.isEmpty()) {
            throw RefusedException.unreadable("the workbook has no sheets");
        }
        Set<String> parts = new HashSet<>();
        for (SheetEntry sheet : sheets) {
            if (sheet.name().isBlank()) {
                throw RefusedException.unreadable("a sheet of the workbook has no name");
            }
            if (sheet.part() != null && !parts.add(EntryNames.key(sheet.part()))) {
                throw RefusedException.unreadable(
                        "the sheet " + RefusedException.quoted(sheet.name()) + " is another sheet's content once more");
            }
        }
    }

    private static @Nullable String target(Relationships links, String type) throws RefusedException {
        return links.onlyOf(type).map(Relationships.Link::target).orElse(null);
    }
}
