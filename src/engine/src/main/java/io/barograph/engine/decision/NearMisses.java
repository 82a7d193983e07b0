package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nearly happened to an account: what would lift it to a better band, and which rows came close to firing. Says nothing
 * about likelihood, and nothing about two things changing at once.
 *
 * @param lifts least change first, in shares of each indicator's range; empty when Overall has no band to rise from
 * @param rows nearest first, in shares of what each condition is about; then those whose distance is no number
 */
public record NearMisses(List<Lift> lifts, List<NearRow> rows) {

    public NearMisses {
        lifts = List.copyOf(lifts);
        rows = List.copyOf(rows);
    }

    /** At most so many of either. */
    NearMisses limit(int count) {
        return new NearMisses(
                lifts.stream().limit(count).toList(), rows.stream().limit(count).toList());
    }

    /**
     * The least change of one indicator's processed value that lifts Overall to a better band, all else being as it is.
     *
     * @param indicator contract name
     * @param from its processed value
     * @param to within the contract's range; a whole number for integers, otherwise with two decimals (four where the range is
     *     narrower than 1) unless it is a bound that the workbook names
     * @param band that Overall would then be in
     * @param overall that it would then be, two decimals
     */
    public record Lift(String indicator, BigDecimal from, BigDecimal to, String band, BigDecimal overall) {

        /** To minus from. */
        public BigDecimal change() {
            return to.subtract(from);
        }
    }

    /**
     * A row of Caps, Trends, Signals, Playbooks or Escalations that exactly one condition kept from firing.
     *
     * @param table the sheet's canonical name
     * @param cell of the condition that failed; for what stands in no condition column, the cell that says what the row does
     * @param name what the condition asks about, by contract name or vocabulary name
     * @param value what that is; null when missing
     * @param condition as the workbook writes it
     * @param distance how far a number (or a date, in days) is from satisfying it; null when that is no number
     * @param effect what the row would have done, as in {@link FiredRule#effect}
     */
    public record NearRow(
            String ruleId,
            String table,
            String cell,
            String name,
            @Nullable Object value,
            String condition,
            @Nullable BigDecimal distance,
            Map<String, @Nullable Object> effect) {

        public NearRow {
            effect = Collections.unmodifiableMap(new LinkedHashMap<>(effect));
        }
    }
}
