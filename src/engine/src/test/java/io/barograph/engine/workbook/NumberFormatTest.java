package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "DD/MM/YYYY",
                "mmm",
                "m",
                "d. mmmm",
                "[$-F800]dddd\\, mmmm dd\\, yyyy",
                "m/d/yy h:mm AM/PM",
                "[$-409]d\\-mmm\\-yy;@",
                "yyyy\"年\"m\"月\"d\"日\"",
                "e.m.d"
            })
    void knowsDates(String code) {
        assertThat(NumberFormat.custom(code)).isEqualTo(NumberFormat.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "0.00%", "[Red]-0%;0%", "#,##0.0\" \"%", "0\\%%"})
    void knowsPercentages(String code) {
        assertThat(NumberFormat.custom(code)).isEqualTo(NumberFormat.PERCENTAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "@",
                "0.00E+00",
                "0\"%\"",
                "0\\%",
                "0_%",
                "#,##0 \"days\"",
                "[$EUR-407] #,##0",
                "[Red]0;[Blue]-0",
                "h:mm",
                "hh \"Uhr\" mm",
                "mm:ss.0",
                "h:mm AM/PM",
                "[h]:mm:ss",
                "[mm]:ss",
                "d [h]:mm",
                "\"unclosed dd",
                "[unclosed dd",
                ""
            })
    void othersAreNumbers(String code) {
        assertThat(NumberFormat.custom(code)).isEqualTo(NumberFormat.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 22, 27, 36, 58})
    void knowsBuiltInDates(int id) {
        assertThat(NumberFormat.builtIn(id)).isEqualTo(NumberFormat.DATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 4, 11, 18, 21, 45, 46, 47, 49, 164})
    void knowsBuiltInNumbers(int id) {
        assertThat(NumberFormat.builtIn(id)).isEqualTo(NumberFormat.NUMBER);
    }
}
