package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.HalfLifeMean.Aged;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Smoothing against an oracle that computes every weight to 100 digits by the exponential series. */
class HalfLifeMeanPropertyTest {

    private static final long SEED = 20260301;
    private static final int DIGITS = 100;

    /** Means so near to a tie are ties: no other mean of these tests comes nearer than 10^−50. */
    private static final BigDecimal TIE = BigDecimal.ONE.movePointLeft(80);

    private static final BigDecimal LN_2 = ln2();

    private final Random random = new Random(SEED);

    @Test
    void agreesOnOrdinaryHistories() {
        for (int i = 0; i < 400; i++) {
            BigDecimal halfLife = halfLife();
            agrees(history(1 + random.nextInt(30), 400, 2), halfLife);
        }
    }

    @Test
    void agreesWhereBinaryFractionsCannotTell() {
        for (int i = 0; i < 100; i++) {
            BigDecimal halfLife = halfLife();
            BigDecimal greatest = BigDecimal.TEN.pow(9 + random.nextInt(20));
            List<Aged> history = new ArrayList<>();
            history(1 + random.nextInt(6), 90, 6)
                    .forEach(each -> history.add(new Aged(each.value().multiply(greatest), each.days())));
            agrees(history, halfLife);
        }
    }

    @Test
    void roundsTiesOfExactFractionsAwayFromZero() {
        for (int i = 0; i < 100; i++) {
            int halfLife = 1 + random.nextInt(40);
            long age = random.nextInt(5);
            BigDecimal tie = tie();
            BigDecimal young = decimal(6);
            // Weights 1 and 1/2: (2·young + old) ÷ 3 = tie.
            BigDecimal old = tie.multiply(BigDecimal.valueOf(3)).subtract(young.multiply(BigDecimal.valueOf(2)));
            List<Aged> history = List.of(new Aged(young, age), new Aged(old, age + halfLife));

            assertThat(new HalfLifeMean(BigDecimal.valueOf(halfLife)).of(history))
                    .as("%s", history)
                    .isEqualTo(Numbers.canonical(tie.setScale(6, RoundingMode.HALF_UP)));
            agrees(history, BigDecimal.valueOf(halfLife));
        }
    }

    @Test
    void tellsTheSideOfMeansNextToATie() {
        for (int i = 0; i < 100; i++) {
            BigDecimal halfLife = halfLife();
            BigDecimal tie = tie();
            BigDecimal young = decimal(6);
            int days = 1 + random.nextInt(Math.min(60, Math.max(1, 20 * halfLife.intValue())));
            // old = tie + (tie − young) × 2^(days/H), cut to 15–40 decimals, so that the mean misses the tie by as
            // little.
            BigDecimal old = tie.add(tie.subtract(young).divide(weight(days, halfLife), DIGITS, RoundingMode.HALF_EVEN))
                    .setScale(15 + random.nextInt(26), RoundingMode.HALF_EVEN);
            agrees(List.of(new Aged(young, 0), new Aged(old, days)), halfLife);
        }
    }

    @Test
    void heedsWhatIsFarTooOldToSeeWhenTheRestIsATie() {
        BigDecimal tie = new BigDecimal("0.0000005");
        BigDecimal halfLife = new BigDecimal("0.001");

        assertThat(new HalfLifeMean(halfLife).of(List.of(new Aged(tie, 0), new Aged(BigDecimal.ZERO, 3_000_000))))
                .isEqualByComparingTo("0");
        assertThat(new HalfLifeMean(halfLife).of(List.of(new Aged(tie, 0), new Aged(BigDecimal.ONE, 3_000_000))))
                .isEqualByComparingTo("0.000001");
        assertThat(new HalfLifeMean(new BigDecimal("1e-15"))
                        .of(List.of(
                                new Aged(tie, 0),
                                new Aged(tie.add(BigDecimal.ONE), 1),
                                new Aged(tie.subtract(BigDecimal.ONE), 700_000))))
                .isEqualByComparingTo("0.000001");
    }

    private void agrees(List<Aged> history, BigDecimal halfLife) {
        assertThat(new HalfLifeMean(halfLife).of(history))
                .as("half-life %s of %s (seed %d)", halfLife, history, SEED)
                .isEqualTo(oracle(history, halfLife));
    }

    private BigDecimal halfLife() {
        return switch (random.nextInt(3)) {
            case 0 -> BigDecimal.valueOf(1 + random.nextInt(90));
            case 1 -> Numbers.canonical(BigDecimal.valueOf(1 + random.nextInt(900), 1));
            default -> Numbers.canonical(BigDecimal.valueOf(1 + random.nextInt(90_000), 3));
        };
    }

    /** With an odd seventh decimal of 5, of either sign. */
    private BigDecimal tie() {
        return new BigDecimal(BigInteger.valueOf(random.nextInt(2_000_000) - 1_000_000), 6)
                .add(new BigDecimal("0.0000005"));
    }

    private BigDecimal decimal(int scale) {
        return Numbers.canonical(BigDecimal.valueOf(random.nextInt(200_000_000) - 50_000_000, scale));
    }

    private List<Aged> history(int size, int days, int scale) {
        return random.ints(0, days)
                .distinct()
                .limit(size)
                .sorted()
                .mapToObj(age -> new Aged(decimal(scale), age))
                .toList();
    }

    private static BigDecimal oracle(List<Aged> history, BigDecimal halfLife) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Aged observation : history) {
            BigDecimal weight = weight(observation.days() - history.get(0).days(), halfLife);
            sum = sum.add(weight.multiply(observation.value()));
            weights = weights.add(weight);
        }
        BigDecimal mean = sum.divide(weights, DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal tie = mean.setScale(6, RoundingMode.FLOOR).add(new BigDecimal("0.0000005"));
        boolean isTie = mean.subtract(tie).abs().compareTo(TIE) < 0;
        return Numbers.canonical((isTie ? tie : mean).setScale(6, RoundingMode.HALF_UP));
    }

    /** 2^(−days ÷ H) by the series of e^x at x = −(days ÷ H) × ln 2 ÷ 2^10, squared 10 times. */
    private static BigDecimal weight(long days, BigDecimal halfLife) {
        BigDecimal x = BigDecimal.valueOf(days)
                .divide(halfLife, DIGITS + 20, RoundingMode.HALF_EVEN)
                .multiply(LN_2)
                .negate();
        BigDecimal small = x.divide(BigDecimal.valueOf(1 << 10), DIGITS + 40, RoundingMode.HALF_EVEN);
        BigDecimal power = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0; n++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(n), DIGITS + 40, RoundingMode.HALF_EVEN);
            power = power.add(term);
        }
        for (int i = 0; i < 10; i++) {
            power = power.multiply(power).setScale(DIGITS + 40, RoundingMode.HALF_EVEN);
        }
        return power;
    }

    /** Σ 1 ÷ (k × 2^k). */
    private static BigDecimal ln2() {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (int k = 1; k < 900; k++) {
            power = power.divide(BigDecimal.valueOf(2), DIGITS + 120, RoundingMode.HALF_EVEN);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS + 120, RoundingMode.HALF_EVEN));
        }
        return sum;
    }
}
