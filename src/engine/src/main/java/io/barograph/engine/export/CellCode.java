package io.barograph.engine.export;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Texts as native tables can hold them without ever being taken for code: ASCII letters, digits, inner blanks and {@code . _ - :} as
 * they are, any other byte of the UTF-8 form as {@code %} and two hexadecimal digits. The functions {@code text} and {@code
 * cell} of {@code conditions.drl} are its counterparts.
 */
final class CellCode {

    private static final String TABLE_KEYWORD = "ruletable";
    private static final String PLAIN = "._-:";

    private CellCode() {}

    static String of(String text) {
        StringBuilder cell = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean keyword = text.toLowerCase(Locale.ROOT).startsWith(TABLE_KEYWORD);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean end = i == 0 || i == bytes.length - 1;
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 || (c == ' ' && !end));
            cell.append(plain && !(i == 0 && keyword) ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return cell.toString();
    }

    /** Several texts in one cell. */
    static String list(Collection<String> texts) {
        return texts.stream().map(CellCode::of).collect(Collectors.joining("|"));
    }

    /** A Java expression for the text. */
    static String expression(String text) {
        String cell = of(text);
        return cell.equals(text) ? "\"" + cell + "\"" : "text(\"" + cell + "\")";
    }
}
