package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssociationTest {

    private static final BigDecimal EPS = new BigDecimal("0.0000001");

    @Test
    void knowsIndependenceAndIdentity() {
        Crosstab same = new Crosstab();
        Crosstab apart = new Crosstab();
        for (int i = 0; i < 100; i++) {
            same.add("g" + i % 4, "v" + i % 4);
            apart.add("g" + i % 4, "v" + i / 4 % 5);
        }

        assertThat(same.association(1)).hasValueSatisfying(v -> assertThat(v).isCloseTo(BigDecimal.ONE, within(EPS)));
        assertThat(apart.association(1)).hasValueSatisfying(v -> assertThat(v).isZero());
    }

    /** φ² = 1/9 by hand: of 30 and 30, 20 and 10 to 10 and 20. Corrected: (1/9 − 1/59) / (1 − 1/59) = 50/522, V = 0.309492…. */
    @Test
    void isWhatItIsByHand() {
        Crosstab table = new Crosstab();
        fill(table, "a", "x", 20);
        fill(table, "a", "y", 10);
        fill(table, "b", "x", 10);
        fill(table, "b", "y", 20);

        assertThat(table.association(1))
                .hasValueSatisfying(v -> assertThat(v).isCloseTo(new BigDecimal("0.3094922"), within(EPS)));
    }

    /**
     * Groups 1, 2, 3 and 5, 6, 7: between 24, total 28, η² = 6/7; corrected 1 − (1/7 × 5/4) = 23/28, its root 0.9063270….
     */
    @Test
    void tellsHowFarGroupsAreApart() {
        GroupedNumbers numbers = new GroupedNumbers();
        for (int i = 0; i < 3; i++) {
            numbers.add("a", BigDecimal.valueOf(1 + i));
            numbers.add("b", BigDecimal.valueOf(5 + i));
        }

        assertThat(numbers.association(1))
                .hasValueSatisfying(v -> assertThat(v).isCloseTo(new BigDecimal("0.9063270"), within(EPS)));
    }

    @Test
    void leavesSmallGroupsOut() {
        Crosstab table = new Crosstab();
        GroupedNumbers numbers = new GroupedNumbers();
        fill(table, "a", "x", 30);
        fill(table, "b", "y", 29);
        for (int i = 0; i < 30; i++) {
            numbers.add("a", BigDecimal.valueOf(i));
        }
        numbers.add("b", BigDecimal.valueOf(1000));

        assertThat(table.association(30)).isEmpty();
        assertThat(numbers.association(2)).isEmpty();
    }

    /** Noise alone must not look like a proxy, however many groups there are. */
    @Test
    void isNotMisledBySmallSamples() {
        SplittableRandom dice = new SplittableRandom(4);
        for (int round = 0; round < 50; round++) {
            Crosstab table = new Crosstab();
            GroupedNumbers numbers = new GroupedNumbers();
            for (int i = 0; i < 300; i++) {
                String group = "g" + dice.nextInt(10);
                table.add(group, "v" + dice.nextInt(10));
                numbers.add(group, BigDecimal.valueOf(dice.nextInt(100)));
            }

            assertThat(table.association(1).orElseThrow()).isLessThan(new BigDecimal("0.25"));
            assertThat(numbers.association(1).orElseThrow()).isLessThan(new BigDecimal("0.3"));
        }
    }

    @Test
    void comparesTheExtremeGroups() {
        GroupRates rates = new GroupRates();
        for (int i = 0; i < 40; i++) {
            rates.add("low", i < 4);
            rates.add("middle", i < 10);
            rates.add("high", i < 20);
        }
        rates.add("tiny", true);

        assertThat(rates.gap(30)).hasValueSatisfying(gap -> {
            assertThat(gap.most()).isEqualTo("high");
            assertThat(gap.least()).isEqualTo("low");
            assertThat(gap.points()).isEqualByComparingTo("40");
        });
        assertThat(rates.gap(41)).isEmpty();
    }

    private static void fill(Crosstab table, String group, String value, int times) {
        for (int i = 0; i < times; i++) {
            table.add(group, value);
        }
    }
}
