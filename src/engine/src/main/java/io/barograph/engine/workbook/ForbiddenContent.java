package io.barograph.engine.workbook;

import java.util.regex.Pattern;

/** What no model needs and an attacker might: found by part name, content type or relationship type. */
enum ForbiddenContent {
    MACROS(
            "vbaproject|vbadata|/macrosheets/|/dialogsheets/",
            "macroenabled|vbaproject|vbadata|macrosheet|dialogsheet",
            "vbaproject|wordvbadata|xlmacrosheet|xlintlmacrosheet|dialogsheet|attachedtoolbars",
            "holds macros",
            "save it as .xlsx, a workbook without macros"),
    EMBEDDED(
            "/embeddings/|/activex/",
            "oleobject|activex|officedocument\\.package|spreadsheetml\\.sheet$|wordprocessingml\\.document$"
                    + "|presentationml\\.presentation$",
            "oleobject|package|control|activexcontrolbinary",
            "holds an embedded file or object",
            "delete the embedded object"),
    CONNECTIONS(
            "/connections\\.xml$|/querytables/|/xl/model/",
            "\\.connections\\+xml|querytable|model\\+data",
            "connections|querytable|powerpivotdata",
            "holds a data connection",
            "remove the connection (Data, Queries & Connections) and keep the values"),
    OTHER_WORKBOOKS(
            "/externallinks/",
            "externallink",
            "externallink|externallinkpath|xlexternallinkpath.*|xlpathmissing|xlstartup|xllibrary",
            "links to another workbook",
            "break the link (Data, Edit Links) and keep the values");

    private final Pattern names;
    private final Pattern types;
    private final Pattern links;
    private final String found;
    private final String remedy;

    ForbiddenContent(String names, String types, String links, String found, String remedy) {
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
        this.types = Pattern.compile(types, Pattern.CASE_INSENSITIVE);
        this.links = Pattern.compile(links, Pattern.CASE_INSENSITIVE);
        this.found = found;
        this.remedy = remedy;
    }

    /** Looks at every part and every link of the package, whether or not anything leads there. */
    static void refuse(Archive archive, XmlParts parts, ContentTypes types) throws RefusedException {
        for (String part : archive.names()) {
            String name = "/" + EntryNames.key(part);
            for (ForbiddenContent kind : values()) {
                if (kind.names.matcher(name).find()
                        || kind.types.matcher(types.of(part)).find()) {
                    throw kind.refusal(part);
                }
            }
            if (FileKind.isContainer(archive.start(part))) {
                throw EMBEDDED.refusal(part);
            }
        }
        for (String part : archive.names()) {
            if (XmlParts.isXml(part) && EntryNames.key(part).endsWith(".rels")) {
                for (Relationships.Link link : Relationships.read(parts, part).links()) {
                    refuse(link);
                }
            }
        }
    }

    private static void refuse(Relationships.Link link) throws RefusedException {
        for (ForbiddenContent kind : values()) {
            if (kind.links.matcher(link.type()).matches()) {
                throw kind.refusal(link.target());
            }
        }
        if (link.external() && !link.type().equals("hyperlink")) {
            throw RefusedException.forbidden(
                    "the workbook refers to " + RefusedException.quoted(link.target()) + " outside of it ("
                            + RefusedException.quoted(link.type()) + ")",
                    "remove the reference; only hyperlinks may lead outside");
        }
    }

    private RefusedException refusal(String where) {
        return RefusedException.forbidden(
                "the workbook " + found + " (" + RefusedException.quoted(where) + ")", remedy);
    }
}
