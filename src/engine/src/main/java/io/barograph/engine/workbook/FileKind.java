package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Locale;

/** Tells from its bytes what a file is that is no zip archive, so that the refusal can say how to mend it. */
final class FileKind {

    private static final int HEAD_BYTES = 1024;
    private static final String SAVE_AS_XLSX = "open it in a spreadsheet program and save it as .xlsx";

    private FileKind() {}

    /** Refuses whatever does not start like a zip archive. */
    static void requireZip(byte[] bytes) throws RefusedException {
        if (bytes.length > WorkbookLimits.FILE_BYTES) {
            throw RefusedException.tooLarge("the file has " + RefusedException.grouped(bytes.length)
                    + " bytes; at most 10 MiB (" + RefusedException.grouped(WorkbookLimits.FILE_BYTES) + ") are read");
        }
        if (bytes.length == 0) {
            throw RefusedException.unreadable("the file is empty (0 bytes)");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), ISO_8859_1);
        if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
            return;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw compoundFile(bytes);
        }
        throw RefusedException.unreadable("this is " + guess(head) + ", not an .xlsx workbook", SAVE_AS_XLSX);
    }

    /** OLE2 compound files: old binary workbooks, and the shell around encrypted new ones. */
    private static RefusedException compoundFile(byte[] bytes) {
        String content = new String(bytes, ISO_8859_1);
        if (content.contains(new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1))) {
            return RefusedException.forbidden(
                    "the workbook is encrypted with a password", "save it without a password (File, Info, Protect)");
        }
        return RefusedException.unreadable(
                "this is an old binary Office file (.xls), not an .xlsx workbook", SAVE_AS_XLSX);
    }

    private static String guess(String head) {
        String start = head.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf")) {
            return "a PDF document";
        }
        if (start.startsWith("<!doctype html") || start.contains("<html")) {
            return "a web page (HTML)";
        }
        if (start.startsWith("<")) {
            return "an XML file";
        }
        boolean text = head.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n');
        return text ? "a text file (CSV perhaps)" : "a file of an unknown format";
    }
}
