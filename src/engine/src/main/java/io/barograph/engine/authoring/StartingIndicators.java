package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses a few indicators that a starting model can score without knowing the business: some of each category. */
final class StartingIndicators {

    private static final int OF_A_CATEGORY = 2;
    private static final BigDecimal HANDY = BigDecimal.valueOf(100);

    private StartingIndicators() {}

    /** In contract order; empty when the contract has none with a range of numbers and a direction. */
    static List<Field> of(Contract contract) {
        Map<String, List<Field>> categories = new LinkedHashMap<>();
        for (Field field : contract.fields()) {
            if (ScoringSteps.fit(field)) {
                categories
                        .computeIfAbsent(String.valueOf(field.category()), any -> new ArrayList<>())
                        .add(field);
            }
        }
        List<Field> chosen = new ArrayList<>();
        categories
                .values()
                .forEach(fields -> fields.stream()
                        .sorted(Comparator.comparing(field -> !handy(field)))
                        .limit(OF_A_CATEGORY)
                        .forEach(chosen::add));
        chosen.sort(Comparator.comparing(contract.fields()::indexOf));
        return chosen;
    }

    /** Whether the range tells where values lie: of wide ones only the lower part may be in use. */
    private static boolean handy(Field field) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        return minimum != null && maximum != null && maximum.subtract(minimum).compareTo(HANDY) <= 0;
    }
}
