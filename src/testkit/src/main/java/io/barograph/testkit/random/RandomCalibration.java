package io.barograph.testkit.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws a Calibration table: churn never rises with the score, horizons mix. */
final class RandomCalibration {

    private final Dice dice;

    RandomCalibration(Dice dice) {
        this.dice = dice;
    }

    SheetDraft sheet(List<Integer> horizons) {
        TableDraft table = new TableDraft(
                "Calibration", dice, "Horizon (days)", "Score from", "Churn probability", "Expansion probability");
        if (dice.chance(80)) {
            table.column("Between rows");
        }
        List<List<Map<String, @Nullable Object>>> all = new ArrayList<>();
        horizons.forEach(horizon -> all.add(new ArrayList<>(rows(horizon))));
        while (!all.isEmpty()) {
            List<Map<String, @Nullable Object>> rows = dice.chance(50) ? all.get(0) : dice.pick(all);
            table.row().putAll(rows.remove(0));
            all.removeIf(List::isEmpty);
        }
        return table.sheet(Set.of("Score from"));
    }

    private List<Map<String, @Nullable Object>> rows(int horizon) {
        int count = dice.between(1, 6);
        List<BigDecimal> from = new ArrayList<>(List.of(BigDecimal.ZERO));
        List<BigDecimal> churn = new ArrayList<>(List.of(probability()));
        for (int i = 1; i < count; i++) {
            BigDecimal next = dice.number(0, 100, dice.of(0, 0, 2));
            if (from.stream().noneMatch(one -> one.compareTo(next) == 0)) {
                from.add(next);
                churn.add(probability());
            }
        }
        Collections.sort(from);
        churn.sort(Collections.reverseOrder());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("Horizon (days)", horizon);
            row.put("Score from", from.get(i));
            row.put("Churn probability", churn.get(i));
            row.put("Expansion probability", probability());
            row.put("Between rows", dice.of("linear", "Linear", "step", ""));
            rows.add(row);
        }
        return rows;
    }

    private BigDecimal probability() {
        return dice.number(0, 1, dice.of(1, 2, 2, 6));
    }
}
