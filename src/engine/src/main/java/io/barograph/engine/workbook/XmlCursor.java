package io.barograph.engine.workbook;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks the elements of one part. Knows the namespaces of workbooks, transitional and strict; elements of others are
 * nameless, so that nobody mistakes them. Refuses DTDs, undeclared entities and documents built to exhaust memory.
 */
final class XmlCursor {

    private static final int DEEPEST = 256;
    private static final int DISTINCT_NAMES = 5_000;
    /** A workbook with as many cells as it may have, each a formula with a value, has fewer. */
    private static final int ELEMENTS = 5 * WorkbookLimits.CELLS;

    private static final String NAMELESS = "";
    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/content-types",
            "http://schemas.openxmlformats.org/package/2006/relationships");

    private final XMLStreamReader xml;
    private final BoundedMarkup source;
    private final String part;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int elements;
    private int instructions;
    private boolean atText;
    private @Nullable String known;

    XmlCursor(XMLStreamReader xml, BoundedMarkup source, String part) {
        this.xml = xml;
        this.source = source;
        this.part = part;
    }

    /** How many elements are open; children of the current element are one deeper. */
    int depth() {
        return depth;
    }

    /** The current element's name without prefix; empty for elements of foreign namespaces. */
    String name() {
        String namespace = xml.getNamespaceURI();
        return isKnown(namespace) ? xml.getLocalName() : NAMELESS;
    }

    /** The parser gives the same string for nearly every element of a part. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isKnown(@Nullable String namespace) {
        if (namespace == null) {
            return false;
        }
        if (namespace == known) {
            return true;
        }
        if (!NAMESPACES.contains(namespace)) {
            return false;
        }
        known = namespace;
        return true;
    }

    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (isPlain(xml.getAttributeNamespace(i))
                    && xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** Whether an on/off attribute is on. */
    boolean flag(String name) {
        String value = attribute(name, "").strip();
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** The {@code r:id} of the current element. */
    @Nullable String relationshipId() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (!isPlain(namespace)
                    && namespace.endsWith("/relationships")
                    && xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static boolean isPlain(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    /** Moves to the root element. */
    void root(String expected) throws RefusedException {
        nextChild(0);
        if (!name().equals(expected)) {
            throw RefusedException.unreadable("the part " + RefusedException.quoted(part) + " of the workbook is no "
                    + expected + ", but " + RefusedException.quoted(xml.getLocalName()));
        }
    }

    /**
     * Moves to the next child of the element that was current at {@code parent} depth, skipping whatever is deeper.
     *
     * @return false once the parent has ended
     */
    boolean nextChild(int parent) throws RefusedException {
        while (depth >= parent) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && depth < parent)) {
                return false;
            }
        }
        return false;
    }

    /** All characters directly inside the current element, which ends here. */
    void text(CellText into) throws RefusedException {
        int inside = depth;
        while (depth >= inside) {
            advance();
            if (atText && depth == inside) {
                into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    /** Reads on to the end, so that what follows is known to be well-formed. */
    void finish() throws RefusedException {
        int event;
        do {
            event = advance();
        } while (event != XMLStreamConstants.END_DOCUMENT);
    }

    private int advance() throws RefusedException {
        int event = next();
        atText = false;
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> atText = true;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw broken();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                if (++instructions > DISTINCT_NAMES) {
                    throw broken();
                }
            }
            default -> {}
        }
        return event;
    }

    private int next() throws RefusedException {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser answers some malformed documents with unchecked exceptions of its own.
            throw broken();
        }
    }

    private void start() throws RefusedException {
        depth++;
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(String.valueOf(xml.getNamespacePrefix(i)));
            names.add(String.valueOf(xml.getNamespaceURI(i)));
        }
        if (depth > DEEPEST) {
            throw tooMuch("nested XML elements", DEEPEST);
        }
        if (names.size() > DISTINCT_NAMES) {
            throw tooMuch("different XML names", DISTINCT_NAMES);
        }
        if (++elements > ELEMENTS) {
            throw tooMuch("XML elements", ELEMENTS);
        }
    }

    private RefusedException tooMuch(String what, int most) {
        return RefusedException.tooLarge(
                "the part " + RefusedException.quoted(part) + " of the workbook has more than "
                        + RefusedException.grouped(most) + " " + what,
                "copy the tables into a new workbook, values only");
    }

    private RefusedException broken() {
        return broken(source, part, " (line " + Math.max(1, xml.getLocation().getLineNumber()) + ")");
    }

    /** Why a part cannot be parsed: a document type, else bad XML. */
    static RefusedException broken(BoundedMarkup source, String part, String where) {
        if (source.declaresType()) {
            return RefusedException.forbidden(
                    "the part " + RefusedException.quoted(part) + " of the workbook declares a document type (DTD)",
                    "do not use this file; ask its sender where it comes from");
        }
        return RefusedException.unreadable(
                "the part " + RefusedException.quoted(part) + " of the workbook is not well-formed XML" + where);
    }
}
