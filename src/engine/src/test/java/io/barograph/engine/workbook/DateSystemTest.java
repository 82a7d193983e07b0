package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSystemTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "45658.99999, 2025-01-01",
        "46082, 2026-03-01",
        "2958465.5, 9999-12-31"
    })
    void countsFrom1900WithItsLeapBug(double serial, LocalDate date) {
        assertThat(DateSystem.FROM_1900.date(serial)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({"0, 1904-01-01", "0.5, 1904-01-01", "44620, 2026-03-01", "2957003, 9999-12-31"})
    void countsFrom1904(double serial, LocalDate date) {
        assertThat(DateSystem.FROM_1904.date(serial)).contains(date);
    }

    @Test
    void knowsNumbersThatAreNoDate() {
        for (double serial : new double[] {-1, 0, 0.5, 60, 60.9, 2_958_466, 1e300, -1e300}) {
            assertThat(DateSystem.FROM_1900.date(serial)).isEmpty();
        }
        for (double serial : new double[] {-1, 2_957_004, 1e300}) {
            assertThat(DateSystem.FROM_1904.date(serial)).isEmpty();
        }
    }
}
