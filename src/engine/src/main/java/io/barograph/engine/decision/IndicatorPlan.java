package io.barograph.engine.decision;

import io.barograph.engine.decision.HalfLifeMean.Aged;
import io.barograph.engine.model.Row;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a segment processes an indicator, as its Indicators row says: maximum age, campaign discount, smoothing. Immutable; made once a
 * model.
 */
final class IndicatorPlan {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Row.IndicatorRow row;
    private final int field;
    private final int maxAge;
    private final @Nullable HalfLifeMean smoothing;

    IndicatorPlan(Row.IndicatorRow row, int field) {
        this.row = row;
        this.field = field;
        this.maxAge = row.maxAgeDays() == null ? Integer.MAX_VALUE : row.maxAgeDays();
        this.smoothing = row.halfLifeDays() == null ? null : new HalfLifeMean(row.halfLifeDays());
    }

    Row.IndicatorRow row() {
        return row;
    }

    /** Position of the indicator among the fields. */
    int field() {
        return field;
    }

    /** Whether an entry is older than the row allows. */
    boolean isTooOld(Inputs inputs, int entry) {
        return inputs.today() - inputs.readings().day(entry) > maxAge;
    }

    /** Null when no observation is young enough. */
    @Nullable Object processed(Inputs inputs) {
        Readings readings = inputs.readings();
        int newest = inputs.newestEntry(field);
        if (newest == Readings.NONE || isTooOld(inputs, newest)) {
            return null;
        }
        return smoothing != null && readings.value(newest) instanceof BigDecimal
                ? smoothed(smoothing, inputs, newest)
                : discounted(readings, newest);
    }

    /** The same mean as of all observations one by one, without a list of them when none is discounted. */
    private BigDecimal smoothed(HalfLifeMean mean, Inputs inputs, int newest) {
        Readings readings = inputs.readings();
        double sum = 0;
        double total = 0;
        double greatest = 0;
        int count = 0;
        for (int entry = newest; entry != Readings.NONE && !isTooOld(inputs, entry); entry = readings.older(entry)) {
            if (readings.share(entry) != null) {
                return oneByOne(mean, inputs, newest);
            }
            double weight = mean.weight(readings.day(newest) - readings.day(entry));
            double value = ((BigDecimal) readings.value(entry)).doubleValue();
            sum += weight * value;
            total += weight;
            greatest = Math.max(greatest, Math.abs(value));
            count++;
        }
        BigDecimal quick = count == 1 ? null : HalfLifeMean.settled(sum, total, greatest, count);
        return quick == null ? oneByOne(mean, inputs, newest) : quick;
    }

    private BigDecimal oneByOne(HalfLifeMean mean, Inputs inputs, int newest) {
        Readings readings = inputs.readings();
        List<Aged> aged = new ArrayList<>();
        int entry = newest;
        while (entry != Readings.NONE && !isTooOld(inputs, entry)) {
            aged.add(new Aged((BigDecimal) discounted(readings, entry), inputs.today() - readings.day(entry)));
            entry = readings.older(entry);
        }
        return mean.of(aged);
    }

    /** value × (1 − share × discount ÷ 100), exactly. */
    private Object discounted(Readings readings, int entry) {
        BigDecimal share = readings.share(entry);
        BigDecimal discount = row.campaignDiscountPercent();
        if (share == null || discount == null || !(readings.value(entry) instanceof BigDecimal value)) {
            return readings.value(entry);
        }
        BigDecimal kept = HUNDRED.subtract(share.multiply(discount));
        return Numbers.canonical(value.multiply(kept).movePointLeft(2));
    }
}
