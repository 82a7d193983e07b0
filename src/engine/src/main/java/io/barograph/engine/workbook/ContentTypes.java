package io.barograph.engine.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What kind of content each part of the package says it is (ECMA-376 part 2, 7.2). */
final class ContentTypes {

    static final String PART = "[Content_Types].xml";

    private final Map<String, String> byPart = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();

    static ContentTypes read(XmlParts parts) throws RefusedException {
        ContentTypes types = new ContentTypes();
        parts.read(PART, "Types", types::readTypes);
        return types;
    }

    private void readTypes(XmlCursor xml) throws RefusedException {
        int types = xml.depth();
        while (xml.nextChild(types)) {
            String type = xml.attribute("ContentType", "")
                    .replaceFirst(";.*", "")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            switch (xml.name()) {
                case "Default" -> byExtension.put(EntryNames.key(xml.attribute("Extension", "")), type);
                case "Override" -> byPart.put(EntryNames.key(xml.attribute("PartName", "")), type);
                default -> {}
            }
        }
    }

    /** Lower case; empty when the package does not say. */
    String of(String part) {
        String key = EntryNames.key(part);
        String type = byPart.get("/" + key);
        return type == null ? byExtension.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "") : type;
    }
}
