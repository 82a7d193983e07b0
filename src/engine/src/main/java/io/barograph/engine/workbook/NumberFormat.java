package io.barograph.engine.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number format shows a number as. Times of day and elapsed times are numbers. */
enum NumberFormat {
    NUMBER,
    PERCENTAGE,
    DATE;

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|general|am/pm|a/p");
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]?|e[+-]");
    /** An {@code m} or {@code mm} right after hours or right before seconds means minutes, else months. */
    private static final Pattern MINUTES = Pattern.compile("(?<=h)[^a-z;]*mm?(?!m)|(?<!m)mm?(?=[^a-z;]*s)");

    /** As many as Excel keeps; what stands behind is not looked at. */
    private static final int CODE_CHARACTERS = 255;

    private static final Pattern DATES = Pattern.compile("[ymdegb]");

    /** Built-in formats (ECMA-376 part 1, 18.8.30), the East Asian and Thai ones included where all locales agree. */
    static NumberFormat builtIn(int id) {
        if (id == 9 || id == 10 || id == 67 || id == 68) {
            return PERCENTAGE;
        }
        boolean date = (id >= 14 && id <= 17)
                || id == 22
                || (id >= 27 && id <= 31)
                || id == 36
                || (id >= 50 && id <= 54)
                || id == 57
                || id == 58
                || (id >= 71 && id <= 74)
                || id == 77
                || id == 81;
        return date ? DATE : NUMBER;
    }

    /** @param code as stored, that is with English letters: {@code yyyy-mm-dd}, {@code 0.0%} */
    static NumberFormat custom(String code) {
        String start = code.substring(0, Math.min(code.length(), CODE_CHARACTERS));
        String symbols = LITERALS.matcher(start.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean elapsed = ELAPSED.matcher(symbols).find();
        String letters =
                MINUTES.matcher(BRACKETS.matcher(symbols).replaceAll("")).replaceAll("");
        if (!elapsed && DATES.matcher(letters).find()) {
            return DATE;
        }
        return letters.indexOf('%') >= 0 ? PERCENTAGE : NUMBER;
    }
}
