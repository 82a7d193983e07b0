package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A Thresholds row. */
public final class ThresholdsFact extends RowFact {

    private final Row.ThresholdRow row;
    private final int score;
    private final String band;
    private final int from;
    private final int leaveBelow;

    /** @param score position of the score the row gives a band to */
    public ThresholdsFact(Place place, Row.ThresholdRow row, int score) {
        super(place, row);
        this.row = row;
        this.score = score;
        this.band = Names.fold(row.band());
        this.from = hundredths(row.from(), Integer.MIN_VALUE);
        this.leaveBelow = hundredths(row.leaveBelow(), Integer.MAX_VALUE);
    }

    /** The least score in hundredths that is at least the number. */
    private static int hundredths(@Nullable BigDecimal number, int otherwise) {
        return number == null
                ? otherwise
                : number.movePointRight(2).setScale(0, RoundingMode.CEILING).intValueExact();
    }

    @Override
    public Row.ThresholdRow row() {
        return row;
    }

    /** Position of the score the row gives a band to. */
    public int getScore() {
        return score;
    }

    /** Whether a score in hundredths is high enough to enter the band. */
    public boolean isReached(int hundredths) {
        return hundredths >= from;
    }

    /** Whether the row's conditions hold and the score reaches it, or is held in its band by Leave below. */
    public boolean reachedBy(CappedAccount account) {
        int banded = account.bandedScore(score);
        return banded != CappedAccount.NONE
                && (isReached(banded) || (banded >= leaveBelow && band.equals(account.previousBand(score))))
                && admits(account);
    }

    /** Whether this row stands above another for the same score. */
    public boolean outranks(ThresholdsFact other) {
        return score == other.score && precedes(other);
    }
}
