package io.barograph.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Screening.Missing;
import io.barograph.engine.contract.Screening.Problem;
import io.barograph.engine.contract.Screening.Usable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final Field CSAT = field(FieldType.NUMBER, "1", "5", List.of());
    private static final Field TICKETS = field(FieldType.INTEGER, "0", null, List.of());
    private static final Field LIVE = field(FieldType.BOOLEAN, null, null, List.of());
    private static final Field STAGE = field(FieldType.STRING, null, null, List.of("Onboarding", "Renewal"));
    private static final Field NOTE = field(FieldType.STRING, null, null, List.of());
    private static final Field RENEWAL = field(FieldType.DATE, null, null, List.of());

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void takesNothingAndBlankTextsAsMissing(FieldType type) {
        Field field = field(type, null, null, List.of());

        assertThat(Screening.of(field, null)).isEqualTo(new Missing());
        assertThat(Screening.of(field, "")).isEqualTo(new Missing());
        assertThat(Screening.of(field, " \t\u00A0\n")).isEqualTo(new Missing());
    }

    @Test
    void takesNumbersWithinBoundsInclusive() {
        assertThat(Screening.of(CSAT, number("1"))).isEqualTo(new Usable(number("1")));
        assertThat(Screening.of(CSAT, number("5.000"))).isEqualTo(new Usable(number("5")));
        assertThat(Screening.of(CSAT, number("4.20"))).isEqualTo(new Usable(number("4.2")));
        assertThat(Screening.of(TICKETS, number("3.0"))).isEqualTo(new Usable(number("3")));
        assertThat(Screening.of(TICKETS, number("1e3"))).isEqualTo(new Usable(number("1000")));
    }

    @Test
    void tellsNumbersOutOfRange() {
        assertThat(Screening.of(CSAT, number("0.99")))
                .isEqualTo(new Problem("out-of-range", "`Field` is 0.99, below the minimum 1"));
        assertThat(Screening.of(CSAT, number("9")))
                .isEqualTo(new Problem("out-of-range", "`Field` is 9, above the maximum 5"));
        assertThat(Screening.of(TICKETS, number("-1")))
                .isEqualTo(new Problem("out-of-range", "`Field` is -1, below the minimum 0"));
    }

    @Test
    void tellsFractionsOfWholeNumbers() {
        assertThat(Screening.of(TICKETS, number("2.5")))
                .isEqualTo(new Problem("wrong-type", "`Field` is 2.5, but must be a whole number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e30", "9e2147483647"})
    void tellsNumbersThatAreTooLargeWithoutWritingThemOut(String huge) {
        assertThat(Screening.of(NOTE_NUMBER, number(huge)))
                .isEqualTo(
                        new Problem("out-of-range", "`Field` is a number of more than 30 digits; send a smaller one"));
        assertThat(Screening.of(NOTE, number(huge))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e-31", "0.1234567890123456789012345678901"})
    void tellsNumbersThatAreTooFine(String fine) {
        assertThat(Screening.of(NOTE_NUMBER, number(fine)))
                .isEqualTo(new Problem("wrong-type", "`Field` has more than 30 digits after the dot; round it"));
    }

    @Test
    void takesNumbersUpToTheLimits() {
        BigDecimal largest = number("9".repeat(30));
        assertThat(Screening.of(NOTE_NUMBER, largest)).isEqualTo(new Usable(largest));
        assertThat(Screening.of(NOTE_NUMBER, number("1e-30"))).isEqualTo(new Usable(number("1e-30")));
        assertThat(Screening.of(NOTE_NUMBER, number("2." + "0".repeat(40)))).isEqualTo(new Usable(number("2")));
        assertThat(Screening.of(NOTE_NUMBER, number("0e999999999"))).isEqualTo(new Usable(BigDecimal.ZERO));
    }

    @Test
    void comparesAllowedValuesAsNamesAndKeepsTheSpellingSent() {
        assertThat(Screening.of(STAGE, " RENEWAL ")).isEqualTo(new Usable("RENEWAL"));
        assertThat(Screening.of(STAGE, "renewl"))
                .isEqualTo(new Problem("not-allowed", "`Field` is `renewl`; did you mean `Renewal`?"));
        assertThat(Screening.of(STAGE, "churned"))
                .isEqualTo(new Problem("not-allowed", "`Field` is `churned`; allowed are `Onboarding`, `Renewal`"));
        assertThat(Screening.of(NOTE, " any text ")).isEqualTo(new Usable("any text"));
    }

    @Test
    void keepsMessagesOnOneShortLine() {
        Problem problem = problem(STAGE, "x\n\u202E" + "y".repeat(10_000));

        assertThat(problem.message()).hasSizeLessThan(200).doesNotContain("\n", "\u202E");
    }

    @Test
    void takesDatesAsDatesAndAsIsoTexts() {
        LocalDate day = LocalDate.of(2026, 5, 15);

        assertThat(Screening.of(RENEWAL, day)).isEqualTo(new Usable(day));
        assertThat(Screening.of(RENEWAL, "2026-05-15")).isEqualTo(new Usable(day));
        assertThat(Screening.of(RENEWAL, "2026-05-14T23:00:00-01:00")).isEqualTo(new Usable(day));
        assertThat(Screening.of(RENEWAL, "2026-02-30"))
                .isEqualTo(new Problem(
                        "wrong-type", "`Field` is the text `2026-02-30`, but must be a date such as `2026-03-01`"));
    }

    @Test
    void tellsValuesOfAnotherType() {
        assertWrong(CSAT, "4.2", "is the text `4.2`, but must be a number");
        assertWrong(CSAT, true, "is true, but must be a number");
        assertWrong(LIVE, "yes", "is the text `yes`, but must be true or false");
        assertWrong(LIVE, number("1"), "is the number 1, but must be true or false");
        assertWrong(NOTE, number("7"), "is the number 7, but must be a text");
        assertWrong(TICKETS, LocalDate.of(2026, 1, 1), "is the date 2026-01-01, but must be a whole number");
        assertWrong(NOTE, List.of(), "is a list, but must be a text");
        assertWrong(NOTE, Map.of(), "is an object, but must be a text");
        assertWrong(RENEWAL, number("20260101"), "is the number 20260101, but must be a date such as `2026-03-01`");
    }

    @Test
    void takesBooleans() {
        assertThat(Screening.of(LIVE, true)).isEqualTo(new Usable(true));
        assertThat(Screening.of(LIVE, false)).isEqualTo(new Usable(false));
    }

    private static final Field NOTE_NUMBER = field(FieldType.NUMBER, null, null, List.of());

    private static void assertWrong(Field field, Object raw, String message) {
        assertThat(problem(field, raw)).isEqualTo(new Problem("wrong-type", "`Field` " + message));
    }

    private static Problem problem(Field field, Object raw) {
        Screening screening = Screening.of(field, raw);
        assertThat(screening).isInstanceOf(Problem.class);
        return (Problem) screening;
    }

    private static Field field(
            FieldType type, @Nullable String minimum, @Nullable String maximum, List<String> allowedValues) {
        return new Field(
                Field.Role.INDICATOR,
                "field",
                "Field",
                null,
                type,
                minimum == null ? null : number(minimum),
                maximum == null ? null : number(maximum),
                allowedValues,
                null,
                null,
                Field.Direction.NEITHER,
                null,
                true,
                false,
                "");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
