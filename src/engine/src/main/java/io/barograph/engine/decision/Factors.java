package io.barograph.engine.decision;

import io.barograph.engine.model.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The product of the matching Context factors of each indicator: its own and those of its category. */
final class Factors {

    private final Fields fields;

    /** By field; null before the first factor. */
    private @Nullable BigDecimal @Nullable [] products;

    Factors(Fields fields) {
        this.fields = fields;
    }

    void add(Row.ContextRow row) {
        @Nullable BigDecimal[] all = products == null ? new @Nullable BigDecimal[fields.count()] : products;
        products = all;
        if (row.indicator() != null) {
            multiply(all, fields.of(row.indicator()), row.factor());
        } else if (row.category() != null) {
            for (int field : fields.ofCategory(row.category())) {
                multiply(all, field, row.factor());
            }
        }
    }

    private static void multiply(@Nullable BigDecimal[] all, int field, BigDecimal factor) {
        BigDecimal product = all[field];
        all[field] = product == null ? factor : product.multiply(factor);
    }

    /** Whether there is a factor for a field. */
    boolean concern(int field) {
        return products != null && products[field] != null;
    }

    /** Adds a part with its base weight times every matching factor, half-up to millionths. */
    void add(WeightedScore score, Weight weight, int hundredths) {
        BigDecimal factor = products == null ? null : products[weight.field()];
        if (factor == null) {
            score.add(weight.effective(), hundredths);
        } else {
            score.add(effective(weight), Weight.DECIMALS, hundredths);
        }
    }

    /** Base weight times every matching factor, half-up to six decimals. */
    BigDecimal effective(Weight weight) {
        BigDecimal factor = products == null ? null : products[weight.field()];
        return Weight.effective(factor == null ? weight.base() : weight.base().multiply(factor));
    }
}
