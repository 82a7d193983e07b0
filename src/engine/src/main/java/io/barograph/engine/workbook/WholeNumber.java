package io.barograph.engine.workbook;

/** Plain whole numbers, as nearly all numbers in workbooks are written. */
final class WholeNumber {

    private static final int MOST_DIGITS = 9;

    private WholeNumber() {}

    /** The number that one to nine ASCII digits write; -1 when the text is anything else. */
    static int of(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
