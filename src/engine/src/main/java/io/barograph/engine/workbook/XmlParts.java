package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens the XML parts of an archive, in UTF-8 or UTF-16 as the packaging standard demands (ECMA-376 part 2, 6.2.5). */
final class XmlParts {

    /** What to do with a part once its root element is reached. */
    @FunctionalInterface
    interface Content {
        void read(XmlCursor xml) throws RefusedException;
    }

    /** Encodings that say what is read anyway, and some people's spelling of them. */
    private static final Set<String> UNICODE =
            Set.of("UTF-8", "UTF8", "UTF-16", "UTF16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII");

    private final Archive archive;
    private final XMLInputFactory factory;
    private final Set<String> read = new HashSet<>();

    XmlParts(Archive archive) {
        this.archive = archive;
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    }

    /** Reads the part to its end, refusing it unless it is well-formed and has the expected root. */
    void read(String part, String root, Content content) throws RefusedException {
        read.add(EntryNames.key(part));
        with(part, xml -> {
            xml.root(root);
            content.read(xml);
            xml.finish();
        });
    }

    /** No part may declare a DTD, also those that are never read; a DTD can only stand before the root. */
    void refuseDtds() throws RefusedException {
        for (String part : archive.names()) {
            if (isXml(part)) {
                with(part, xml -> xml.nextChild(0));
            } else {
                refuseTypeIn(part);
            }
        }
    }

    /** Parts that nobody read must be well-formed too, else the file is damaged. */
    void checkTheRest() throws RefusedException {
        for (String part : archive.names()) {
            if (isXml(part) && !read.contains(EntryNames.key(part))) {
                with(part, XmlCursor::finish);
            }
        }
    }

    /**
     * Others need not be well-formed: Excel itself writes drawings (.vml) with unclosed tags, and macOS puts binary
     * files named {@code ._workbook.xml} beside what it packs.
     */
    static boolean isXml(String part) {
        String name = EntryNames.key(part);
        boolean companion = name.startsWith("._", name.lastIndexOf('/') + 1);
        return (name.endsWith(".xml") || name.endsWith(".rels")) && !companion;
    }

    private void refuseTypeIn(String part) throws RefusedException {
        try (InputStream bytes = archive.open(part)) {
            BoundedMarkup text = new BoundedMarkup(decoded(bytes));
            int first = text.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = text.read();
            }
            if (first == '<') {
                drain(text, part);
            }
        } catch (IOException e) {
            // Bytes that are no text, so no markup either.
            return;
        }
    }

    private static void drain(BoundedMarkup text, String part) throws RefusedException {
        try {
            text.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            if (text.declaresType()) {
                throw XmlCursor.broken(text, part, "");
            }
        }
    }

    private void with(String part, Content content) throws RefusedException {
        try (InputStream bytes = archive.open(part)) {
            parse(new BoundedMarkup(decoded(bytes)), part, content);
        } catch (IOException e) {
            throw RefusedException.unreadable(
                    "the part " + RefusedException.quoted(part) + " of the workbook cannot be read");
        }
    }

    private void parse(BoundedMarkup text, String part, Content content) throws RefusedException {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(text);
            requireUnicode(xml, part);
            content.read(new XmlCursor(xml, text, part));
            xml.close();
        } catch (XMLStreamException e) {
            throw XmlCursor.broken(text, part, "");
        }
    }

    private static void requireUnicode(XMLStreamReader xml, String part) throws RefusedException {
        String declared = xml.getCharacterEncodingScheme();
        if (declared != null && !UNICODE.contains(declared.toUpperCase(Locale.ROOT))) {
            throw RefusedException.unreadable("the part " + RefusedException.quoted(part) + " is encoded in "
                    + RefusedException.quoted(declared) + "; workbooks use UTF-8 or UTF-16");
        }
    }

    /** By byte order mark, else by how an opening bracket looks; bytes that are no text of the encoding are refused. */
    private static Reader decoded(InputStream part) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(part, 16 * 1024);
        bytes.mark(4);
        byte[] head = bytes.readNBytes(3);
        bytes.reset();
        int first = head.length > 0 ? head[0] & 0xFF : 0;
        int second = head.length > 1 ? head[1] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
            return decoder(bytes, UTF_8, 3);
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            return decoder(bytes, first == 0xFE ? UTF_16BE : UTF_16LE, 2);
        }
        if ((first == 0 && second == '<') || (first == '<' && second == 0)) {
            return decoder(bytes, first == 0 ? UTF_16BE : UTF_16LE, 0);
        }
        return decoder(bytes, UTF_8, 0);
    }

    private static Reader decoder(InputStream bytes, Charset charset, int markBytes) throws IOException {
        bytes.skipNBytes(markBytes);
        return new InputStreamReader(bytes, charset.newDecoder());
    }
}
