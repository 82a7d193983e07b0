package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.text.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes of {@link JsonOutput}, which writes through a library. */
class JsonBytesTest {

    @Test
    void writesEveryCharacter() throws IOException {
        for (int start = 0; start < Character.MAX_CODE_POINT; start += 0x1000) {
            StringBuilder text = new StringBuilder();
            for (int point = start; point < start + 0x1000; point++) {
                if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                    text.appendCodePoint(point);
                }
            }
            assertEqual(text.toString());
        }
    }

    @Test
    void writesNumbersOfEveryForm() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            assertEqual(new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(45) - 8));
            assertEqual(new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(12)));
        }
        for (String number : List.of(
                "0", "0.00", "-0", "1E+3", "1E-7", "0.0000001", "1E+999999999", "-1E-999999999", "100", "10.50")) {
            assertEqual(new BigDecimal(number));
        }
    }

    @Test
    void writesHundredthsAsTheirDecimals() {
        for (int hundredths = -12_000; hundredths <= 12_000; hundredths++) {
            JsonBytes json = new JsonBytes();
            json.hundredths(hundredths);
            assertThat(text(json))
                    .isEqualTo(
                            Numbers.canonical(BigDecimal.valueOf(hundredths, 2)).toPlainString());
        }
    }

    @Test
    void writesWholeNumbersOfEveryLength() {
        for (long number = 1; number > 0 && number < Long.MAX_VALUE / 10; number *= 10) {
            for (long near : new long[] {number - 1, number, number + 1, -number, 7 * number}) {
                JsonBytes json = new JsonBytes();
                json.integer(near);
                assertThat(text(json)).isEqualTo(Long.toString(near));
            }
        }
    }

    @Test
    void writesEveryOtherValue() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("a \"b\"", null);
        members.put("list", Arrays.asList("x", null, 3, true, List.of(), Map.of("y", new BigDecimal("2.50"))));
        members.put("day", LocalDate.of(2026, 2, 1));
        members.put("early", LocalDate.of(33, 12, 31));
        assertEqual(members);
        assertEqual(Map.of());
        assertEqual(false);
    }

    private static void assertEqual(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            json.startObject();
            json.value("v", value);
            json.endObject();
        });
        JsonBytes json = new JsonBytes();
        json.object(Map.of("v", value));
        assertThat(text(json)).isEqualTo(out.toString(UTF_8));
    }

    private static String text(JsonBytes json) {
        return new String(json.copy(), UTF_8);
    }
}
