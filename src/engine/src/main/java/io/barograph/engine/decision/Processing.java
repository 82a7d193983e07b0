package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From an indicator's usable observations to its processed value: maximum age, campaign discount, smoothing. */
final class Processing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Processing() {}

    /** Processed values of an account that has been placed in a segment, by contract name; those without one are absent. */
    static Map<String, Object> all(AccountCase account) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : account.contract().fields()) {
            if (field.isIndicator()) {
                Row.IndicatorRow row = account.plan == null ? null : account.plan.indicator(field);
                Object value = processed(account.inputs.readings(field), row, account.asOf());
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    /**
     * @param readings newest first
     * @param row null when Indicators does not list the indicator, which then has its newest value
     * @return null when no observation is young enough
     */
    private static @Nullable Object processed(
            List<Inputs.Reading> readings, Row.@Nullable IndicatorRow row, LocalDate asOf) {
        if (readings.isEmpty()) {
            return null;
        }
        Inputs.Reading newest = readings.get(0);
        if (row == null) {
            return newest.value();
        }
        if (isTooOld(newest, row, asOf)) {
            return null;
        }
        return row.halfLifeDays() != null && newest.value() instanceof BigDecimal
                ? smoothed(readings, row, row.halfLifeDays(), asOf)
                : discounted(newest, row);
    }

    static boolean isTooOld(Inputs.Reading reading, Row.IndicatorRow row, LocalDate asOf) {
        return row.maxAgeDays() != null && age(reading, asOf) > row.maxAgeDays();
    }

    private static long age(Inputs.Reading reading, LocalDate asOf) {
        return ChronoUnit.DAYS.between(reading.date(), asOf);
    }

    private static BigDecimal smoothed(
            List<Inputs.Reading> readings, Row.IndicatorRow row, BigDecimal halfLife, LocalDate asOf) {
        List<HalfLifeMean.Aged> aged = new ArrayList<>(readings.size());
        for (Inputs.Reading reading : readings) {
            if (isTooOld(reading, row, asOf)) {
                break;
            }
            aged.add(new HalfLifeMean.Aged((BigDecimal) discounted(reading, row), age(reading, asOf)));
        }
        return HalfLifeMean.of(aged, halfLife);
    }

    /** value × (1 − share × discount ÷ 100), exactly. */
    private static Object discounted(Inputs.Reading reading, Row.IndicatorRow row) {
        BigDecimal share = reading.campaignShare();
        BigDecimal discount = row.campaignDiscountPercent();
        if (share == null || discount == null || !(reading.value() instanceof BigDecimal value)) {
            return reading.value();
        }
        BigDecimal kept = HUNDRED.subtract(share.multiply(discount));
        return Numbers.canonical(value.multiply(kept).movePointLeft(2));
    }
}
