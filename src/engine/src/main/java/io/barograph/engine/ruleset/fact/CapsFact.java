package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A Caps row. */
public final class CapsFact extends RowFact {

    private final Row.CapRow row;
    private final int score;
    private final int atLeast;
    private final int atMost;

    /** @param score position of the score the row bounds */
    public CapsFact(Place place, Row.CapRow row, int score) {
        super(place, row);
        this.row = row;
        this.score = score;
        this.atLeast = row.atLeast() == null ? Integer.MIN_VALUE : hundredths(row.atLeast());
        this.atMost = row.atMost() == null ? Integer.MAX_VALUE : hundredths(row.atMost());
    }

    private static int hundredths(BigDecimal number) {
        return number.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** The floor in hundredths; the least int when the row has none. */
    public int atLeast() {
        return atLeast;
    }

    /** The cap in hundredths; the greatest int when the row has none. */
    public int atMost() {
        return atMost;
    }

    /** Position of the score the row bounds. */
    public int getScore() {
        return score;
    }

    @Override
    public Row.CapRow row() {
        return row;
    }
}
