package io.barograph.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short ways for plain texts end where the long ones do. */
class PlainTextPropertyTest {

    private static final List<String> PIECES = List.of(
            "a", "A", "b", "B", " ", "  ", "\t", "\u00A0", "é", "É", "e\u0301", "ß", "İ", "K", "\u2019", "'", "-", "1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsPlainNumbersAsTheirDoublesRead(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = BigDecimal.valueOf(
                    random.nextLong() % (long) Math.pow(10, 1 + random.nextInt(15)), random.nextInt(8));
            String text = number.toPlainString();
            if (Numbers.isPlain(text)) {
                assertThat(Numbers.canonical(new BigDecimal(text)))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(Numbers.ofDouble(Double.parseDouble(text)))
                        .isEqualTo(Numbers.parse(text).orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ".5",
                "5.",
                "-.5",
                "1.2.3",
                "1e5",
                "+1",
                " 1",
                "1 ",
                "1,000",
                "٣",
                "1234567890123456",
                "--1",
                "1-"
            })
    void takesNothingElseForPlainNumbers(String text) {
        assertThat(Numbers.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comparesNamesByTheFormTheyFoldTo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String one = name(random);
            String other = name(random);
            assertThat(Names.same(one, other))
                    .as("seed %d: `%s` and `%s`", seed, one, other)
                    .isEqualTo(Names.fold(one).equals(Names.fold(other)));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int pieces = random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }
}
