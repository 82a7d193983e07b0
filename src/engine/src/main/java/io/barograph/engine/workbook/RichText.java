package io.barograph.engine.workbook;

/** Texts of shared and inline strings: plain, or runs that are joined; phonetic readings are no part of them. */
final class RichText {

    private RichText() {}

    /** Reads the {@code si} or {@code is} element that is current. */
    static void read(XmlCursor xml, CellText into) throws RefusedException {
        int string = xml.depth();
        while (xml.nextChild(string)) {
            switch (xml.name()) {
                case "t" -> xml.text(into);
                case "r" -> readRun(xml, into);
                default -> {}
            }
        }
    }

    private static void readRun(XmlCursor xml, CellText into) throws RefusedException {
        int run = xml.depth();
        while (xml.nextChild(run)) {
            if (xml.name().equals("t")) {
                xml.text(into);
            }
        }
    }
}
