package io.barograph.engine.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Locale;

/** Tells from its bytes what a file is that is no zip archive, so that the refusal can say how to mend it. */
final class FileKind {

    private static final int HEAD_BYTES = 1024;
    private static final String COMPOUND_FILE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String ZIP = "PK\3\4";
    private static final String SAVE_AS_XLSX = "open it in a spreadsheet program and save it as .xlsx";

    private FileKind() {}

    /** Refuses whatever does not start like a zip archive. */
    static void requireZip(byte[] bytes) throws RefusedException {
        if (bytes.length > WorkbookLimits.FILE_BYTES) {
            throw RefusedException.tooLarge(
                    "the file has more than 10 MiB (" + RefusedException.grouped(WorkbookLimits.FILE_BYTES) + " bytes)",
                    "take out pictures and sheets that the model does not use");
        }
        if (bytes.length == 0) {
            throw RefusedException.unreadable("the file is empty (0 bytes)");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), ISO_8859_1);
        if (head.startsWith(ZIP) || head.startsWith("PK\5\6")) {
            return;
        }
        if (head.startsWith(COMPOUND_FILE)) {
            throw compoundFile(bytes);
        }
        throw RefusedException.unreadable("this is " + guess(head) + ", not an .xlsx workbook", SAVE_AS_XLSX);
    }

    /** Whether something starts like a file that holds other files: macros, objects and documents come so. */
    static boolean isContainer(byte[] start) {
        String head = new String(start, ISO_8859_1);
        return head.startsWith(ZIP) || head.startsWith(COMPOUND_FILE);
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
        if (start.startsWith("\u001F\u008B") || start.startsWith("7z\u00BC\u00AF") || start.startsWith("rar!\u001A")) {
            return "a compressed archive";
        }
        if (start.startsWith("\u0089png") || start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("gif8")) {
            return "a picture";
        }
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            return "a text file (CSV perhaps)";
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
