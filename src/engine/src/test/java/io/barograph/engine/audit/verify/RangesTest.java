package io.barograph.engine.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void joinsWhatTouchesAndSubtracts() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Set<Long> all = new HashSet<>();
            Set<Long> taken = new HashSet<>();
            Ranges left = drawn(random, all);
            Ranges right = drawn(random, taken);

            assertThat(numbers(left.list())).isEqualTo(all);
            all.removeAll(taken);
            assertThat(numbers(left.without(right))).isEqualTo(all);
            assertThat(left.list()).isSortedAccordingTo((one, other) -> Long.compare(one.to(), other.from()));
        }
    }

    private static Ranges drawn(Random random, Set<Long> numbers) {
        Ranges ranges = new Ranges();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(30);
            int to = from + random.nextInt(6);
            ranges.add(from, to);
            for (long number = from; number < to; number++) {
                numbers.add(number);
            }
        }
        return ranges;
    }

    private static Set<Long> numbers(List<Range> ranges) {
        Set<Long> numbers = new HashSet<>();
        ranges.forEach(range -> {
            for (long number = range.from(); number < range.to(); number++) {
                assertThat(numbers.add(number)).isTrue();
            }
        });
        return numbers;
    }

    @Test
    void refusesToKeepTooMany() {
        Ranges ranges = new Ranges();
        for (int i = 0; i < Ranges.MOST; i++) {
            ranges.add(2L * i);
        }

        ranges.add(2L * Ranges.MOST - 1);
        assertThatThrownBy(() -> ranges.add(2L * Ranges.MOST + 7)).hasMessageContaining("separate ranges");
    }

    @Test
    void isToldWithItsLastRecord() {
        assertThat(new Range(3, 4)).hasToString("record 3");
        assertThat(new Range(3, 6)).hasToString("records 3 to 5");
        assertThatThrownBy(() -> new Range(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
