package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** The product of the matching Context factors, for an indicator or its category. */
final class Factors {

    private static final int WEIGHT_DECIMALS = 6;

    private final Map<String, BigDecimal> byIndicator = new HashMap<>();
    private final Map<String, BigDecimal> byCategory = new HashMap<>();

    void add(Row.ContextRow row) {
        if (row.indicator() != null) {
            byIndicator.merge(row.indicator().name(), row.factor(), BigDecimal::multiply);
        } else if (row.category() != null) {
            byCategory.merge(Names.fold(row.category()), row.factor(), BigDecimal::multiply);
        }
    }

    /** Whether there is a factor for a field. */
    boolean concern(Field field) {
        return byIndicator.containsKey(field.name())
                || (field.category() != null && byCategory.containsKey(Names.fold(field.category())));
    }

    /** Base weight times every matching factor, half-up to six decimals. */
    BigDecimal effective(Field field, BigDecimal base) {
        BigDecimal weight = base;
        BigDecimal own = byIndicator.get(field.name());
        if (own != null) {
            weight = weight.multiply(own);
        }
        BigDecimal category = field.category() == null ? null : byCategory.get(Names.fold(field.category()));
        if (category != null) {
            weight = weight.multiply(category);
        }
        return weight.setScale(WEIGHT_DECIMALS, RoundingMode.HALF_UP);
    }
}
