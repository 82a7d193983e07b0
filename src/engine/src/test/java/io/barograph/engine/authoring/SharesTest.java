package io.barograph.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void dividesByLargestRemainder() {
        assertThat(Shares.of(number("90"), numbers("60", "30", "10"))).isEqualTo(numbers("54", "27", "9"));
        assertThat(Shares.of(number("100"), numbers("1", "1", "1"))).isEqualTo(numbers("34", "33", "33"));
        assertThat(Shares.equal(4)).isEqualTo(numbers("25", "25", "25", "25"));
    }

    @Test
    void neverTakesAWeightAwayAltogether() {
        assertThat(Shares.of(number("50"), numbers("99", "1"))).isEqualTo(numbers("49.5", "0.5"));
        assertThat(Shares.of(number("90"), numbers("100", "0"))).isEqualTo(numbers("90", "0"));
    }

    @Test
    void alwaysAddsUpToTheTotal() {
        Random dice = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<BigDecimal> weights = IntStream.range(0, 1 + dice.nextInt(20))
                    .mapToObj(i -> BigDecimal.valueOf(1 + dice.nextInt(1000), dice.nextInt(3)))
                    .toList();
            BigDecimal total = BigDecimal.valueOf(1 + dice.nextInt(999), 1);

            List<BigDecimal> shares = Shares.of(total, weights);

            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("round %d of %s", round, weights)
                    .isEqualByComparingTo(total);
            assertThat(shares).allMatch(share -> share.signum() > 0);
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static List<BigDecimal> numbers(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }
}
