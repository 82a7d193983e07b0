package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calibration: what Overall meant for churn and expansion, horizon by horizon, and the revenue at risk. */
final class Calibrating {

    private static final String HORIZON = "Horizon (days)";
    private static final String FROM = "Score from";

    private final Contract contract;
    private final Grid calibration;

    Calibrating(Workbook workbook, Contract contract) {
        this.contract = contract;
        calibration = new Grid(workbook, "Calibration");
    }

    void calibrate(Assessment at) {
        BigDecimal overall = at.scores.get(Decision.OVERALL);
        if (overall == null) {
            return;
        }
        TreeSet<Integer> horizons = new TreeSet<>();
        calibration.lines().forEach(line -> horizons.add(Objects.requireNonNull(line.days(HORIZON))));
        for (int horizon : horizons) {
            at.probabilities.put("churn_" + horizon + "d", probability("Churn probability", horizon, overall));
            at.probabilities.put("expansion_" + horizon + "d", probability("Expansion probability", horizon, overall));
        }
        BigDecimal churn = at.probabilities.get("churn_90d");
        BigDecimal arr = arr(contract, at);
        if (churn != null && arr != null) {
            at.arrAtRisk = Fraction.whole(churn.multiply(arr)).rounded(2);
        }
    }

    static @Nullable BigDecimal arr(Contract contract, Assessment at) {
        Field field = Account.field(contract, "arr");
        return field != null && at.value(field) instanceof BigDecimal arr ? arr : null;
    }

    private BigDecimal probability(String header, int horizon, BigDecimal overall) {
        Grid.Line reached = null;
        Grid.Line next = null;
        for (Grid.Line line : calibration.lines()) {
            if (!Objects.equals(line.days(HORIZON), horizon)) {
                continue;
            }
            if (from(line).compareTo(overall) <= 0) {
                reached = line;
            } else if (next == null) {
                next = line;
            }
        }
        Grid.Line here = Objects.requireNonNull(reached);
        BigDecimal start = Objects.requireNonNull(here.number(header));
        if (next == null || !Words.same(here.text("Between rows"), "linear")) {
            return Fraction.whole(start).rounded(6);
        }
        BigDecimal end = Objects.requireNonNull(next.number(header));
        return new Fraction(
                        overall.subtract(from(here)).multiply(end.subtract(start)),
                        from(next).subtract(from(here)))
                .plus(Fraction.whole(start))
                .rounded(6);
    }

    private static BigDecimal from(Grid.Line line) {
        return Objects.requireNonNull(line.percent(FROM));
    }
}
