package io.barograph.engine.audit.compact;

/** The first byte of a value says what follows. */
final class Tag {

    static final int NULL = 0x00;
    static final int FALSE = 0x01;
    static final int TRUE = 0x02;
    /** A text follows. */
    static final int TEXT = 0x03;
    /** The days from the as-of date follow. */
    static final int DATE = 0x04;
    /** The value is the next of the sealed ones. */
    static final int SEALED = 0x05;
    /** The scale, the number of bytes and the unscaled number in two's complement follow. */
    static final int LARGE = 0x06;
    /** An observation that is more than its value; what there is of it follows. */
    static final int OBSERVATION = 0x09;

    /** The number of items and the items follow. */
    static final int LIST = 0x07;
    /** The number of members and for each its name and value follow, by name. */
    static final int OBJECT = 0x08;
    /** The number of a form of messages and what fills its blanks follow. */
    static final int MESSAGE = 0x0A;

    /** To this, the number of decimals is added, 0 to {@link #MOST_DECIMALS}; the number without its dot follows. */
    static final int DECIMAL = 0x10;

    /** The same for negative numbers, whose amount follows. */
    static final int NEGATIVE = 0x18;

    static final int MOST_DECIMALS = 7;

    /** To this, the number itself is added, 0 to {@link #MOST_SMALL}. */
    static final int SMALL = 0x20;

    static final int MOST_SMALL = 0xFF - SMALL;

    /** Numbers of more digits are {@link #LARGE}. */
    static final int MOST_DIGITS = 18;

    private Tag() {}
}
