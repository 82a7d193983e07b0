package io.barograph.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "' 2026-03-01 ', 2026-03-01",
        "2024-02-29, 2024-02-29",
        "2026-03-01T09:30:00Z, 2026-03-01",
        "2026-03-01T23:30:00-02:00, 2026-03-02",
        "2026-03-01T00:30:00.123456+05:30, 2026-02-28",
        "2026-03-01t09:30z, 2026-03-01"
    })
    void readsDatesAndTheUtcDateOfTimes(String text, String date) {
        assertThat(Dates.parse(text)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "2026-3-1",
                "26-03-01",
                "+12026-03-01",
                "-2026-03-01",
                "2026-03-01T09:30:00",
                "2026-03-01 09:30:00Z",
                "2026-03-01T25:00:00Z",
                "20260301",
                "01/03/2026",
                "today"
            })
    void readsNothingElse(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }
}
