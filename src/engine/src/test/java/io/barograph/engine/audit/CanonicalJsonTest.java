package io.barograph.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** Against the examples of RFC 8785. */
class CanonicalJsonTest {

    /** Its first number is given as the double it stands for, 333333333.33333329 there. */
    @Test
    void writesTheExampleOfSection322() {
        assertThat(canonical("""
                        {
                          "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }
                        """))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsMembersByCodeUnitsAsSection323() {
        assertThat(canonical("""
                        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                         "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                         "\\u00f6": "Latin Small Letter O With Diaeresis"}
                        """))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\uD83D\uDE00\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesTheNumbersOfAppendixB(String bits, String expected) {
        assertThat(Double.parseDouble(expected)).isEqualTo(number(bits));
        assertThat(CanonicalJson.number(new BigDecimal(expected))).isEqualTo(expected);
    }

    private static double number(String bits) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        return value == 0 ? 0.0 : value;
    }

    @ParameterizedTest
    @CsvSource({
        "77.50, 77.5",
        "100.00, 100",
        "-0.250, -0.25",
        "0.00, 0",
        "1E+2, 100",
        "0.1234567890123456789, 0.1234567890123456789",
        "333333333.33333329, 333333333.33333329",
        "1e999999999, 1e+999999999",
        "1e-999999999, 1e-999999999",
        "-12e-9, -1.2e-8"
    })
    void keepsEveryDigitOfADecimal(String decimal, String expected) {
        assertThat(CanonicalJson.number(new BigDecimal(decimal))).isEqualTo(expected);
    }

    @Test
    void readsBackAsTheSameNumber() {
        Random random = new Random(8785);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(), random.nextInt(60) - 30);
            assertThat(new BigDecimal(CanonicalJson.number(number))).isEqualByComparingTo(number);
        }
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = canonical("{\"b\": [1.50, {\"z\": 1, \"a\": [] }, {}], \"a\": \"\\u0001\\u2028/\"}");

        assertThat(once).isEqualTo("{\"a\":\"\\u0001\u2028/\",\"b\":[1.5,{\"a\":[],\"z\":1},{}]}");
        assertThat(canonical(once)).isEqualTo(once);
    }

    @Test
    void refusesWhatHasNoCanonicalForm() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> canonical("[\"\\ud800\"]"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> canonical("[\"\\udc00\\ud800\"]"));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> canonical("{\"a\": 1, \"a\": 2}"));
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(json.getBytes(UTF_8)), UTF_8);
    }
}
