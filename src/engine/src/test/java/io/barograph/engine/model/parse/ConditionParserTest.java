package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

    private static final CellAddress C2 = new CellAddress("enterprise.xlsx", "Scoring", 2, 3);
    private static final Domain OPEN = Domain.anyNumber(false, false);
    private static final Domain UP_TO_HUNDRED =
            new Domain(Term.Type.NUMBER, null, BigDecimal.valueOf(100), true, false, true, List.of());
    private static final Domain WHOLE = Domain.anyNumber(true, false);
    private static final Domain DATES = new Domain(Term.Type.DATE, null, null, false, false, false, List.of());
    private static final Domain FLAG = new Domain(Term.Type.BOOLEAN, null, null, false, false, false, List.of());
    private static final Domain SIZES = Domain.texts(List.of("enterprise", "mid-market", "smb"));

    private final Issues issues = new Issues();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | 80 | 79.9 80.1",
                "= 3 | 3 3.0 | 2",
                "<> 0 | 1 -1 | 0",
                ">= 80 | 80 81 | 79.99",
                "> 3 | 3.01 | 3",
                "<= 5 | 5 -5 | 5.01",
                "< 5 | 4.99 | 5",
                "≥ 80 | 80 | 79",
                "60..80 | 60 79.99 | 59.99 80",
                "60 to under 80 | 60 79.99 | 80",
                "0..100 | 0 100 |",
                "0 to under 100 | 99.99 | 100",
                "..100 | 100 0 |",
                "..80 | 79.99 0 | 80",
                "60.. | 60 100 | 59",
                "[60..80] | 60 80 | 59 81",
                "(60..80) | 61 79 | 60 80",
                "[60..80) | 60 | 80",
                "(60..80] | 80 | 60",
                "[0..100) | 0 | 100",
                "3, 5 | 3 5 | 4",
                "not 3, 5 | 4 | 3 5",
                "not 3 | 4 | 3",
                "<= 10 or >= 90 | 10 90 | 11 89",
                "missing or < 5 | 4 | 5",
                "60..70 or 80..90 | 60 80 | 70 75 90",
                "50% | 50 | 0.5",
                "50%..60% | 50 59 | 60",
                "2e1 | 20 | 2",
            })
    void admitsNumbers(String cell, @Nullable String admitted, @Nullable String refused) {
        Condition condition = accepted(cell, UP_TO_HUNDRED);

        numbers(admitted)
                .forEach(number -> assertThat(condition.matches(number))
                        .as(number.toString())
                        .isTrue());
        numbers(refused)
                .forEach(number -> assertThat(condition.matches(number))
                        .as(number.toString())
                        .isFalse());
    }

    private static Stream<BigDecimal> numbers(@Nullable String list) {
        return list == null ? Stream.of() : Stream.of(list.split(" ")).map(BigDecimal::new);
    }

    @Test
    void readsGroupsOfThreeAsOneNumber() {
        assertThat(accepted("2,500", OPEN).matches(new BigDecimal("2500"))).isTrue();
        assertThat(accepted("2,500, 7", OPEN).matches(new BigDecimal("7"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "<> 0", "60..80", "not 3", "present", "< 5 or > 7"})
    void doesNotAdmitMissingValues(String cell) {
        assertThat(accepted(cell, OPEN).matches(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "Missing", "missing or > 5"})
    void admitsMissingValuesWhereAsked(String cell) {
        assertThat(accepted(cell, OPEN).matches(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enterprise | enterprise | smb",
                "Enterprise | ENTERPRISE | smb",
                "= smb | smb | enterprise",
                "<> smb | enterprise | smb",
                "enterprise, mid-market | mid-market | smb",
                "enterprise,mid-market | mid-market | smb",
                "not smb | enterprise | smb",
                "not enterprise, smb | mid-market | smb",
            })
    void admitsTexts(String cell, String admitted, String refused) {
        Condition condition = accepted(cell, SIZES);

        assertThat(condition.matches(TextValue.of(admitted))).isTrue();
        assertThat(condition.matches(TextValue.of(refused))).isFalse();
        assertThat(condition.matches(null)).isFalse();
    }

    @Test
    void takesAnAllowedTextWholeEvenIfItLooksLikeAList() {
        Domain answers = Domain.texts(List.of("yes, often", "not yet", "now or never"));

        for (String answer : answers.allowed()) {
            assertThat(accepted(answer, answers).matches(TextValue.of(answer))).isTrue();
        }
    }

    @Test
    void includesBothEndsOfDates() {
        Condition quarter = accepted("2026-01-01..2026-03-31", DATES);

        assertThat(quarter.matches(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(quarter.matches(LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(quarter.matches(LocalDate.parse("2026-04-01"))).isFalse();
        assertThat(accepted("2026-01-01 to under 2026-03-31", DATES).matches(LocalDate.parse("2026-03-31")))
                .isFalse();
        assertThat(accepted("..2026-03-31", DATES).matches(LocalDate.parse("2026-03-31")))
                .isTrue();
        assertThat(accepted(">= 2026-01-31 or missing", DATES).matches(null)).isTrue();
    }

    @Test
    void readsTruthValues() {
        assertThat(accepted("yes", FLAG).matches(true)).isTrue();
        assertThat(accepted("FALSE", FLAG).matches(true)).isFalse();
        assertThat(accepted("not no", FLAG).matches(true)).isTrue();
    }

    @Test
    void looksIntoSets() {
        SetValue flags = SetValue.of(List.of(TextValue.of("Rapid-Decline"), TextValue.of("billing")));

        assertThat(accepted("contains rapid-decline, other", Domain.set(List.of()))
                        .matches(flags))
                .isTrue();
        assertThat(accepted("not contains billing", Domain.set(List.of())).matches(flags))
                .isFalse();
        assertThat(accepted("not contains other", Domain.set(List.of())).matches(flags))
                .isTrue();
    }

    @Test
    void readsTypedCells() {
        Cell shown = new Cell.Numeric(C2, false, new BigDecimal("0.6"), true);
        assertThat(parse(shown, Domain.HUNDRED)).isEqualTo(parse("60", Domain.HUNDRED));
        assertThat(parse(shown, OPEN)).isEqualTo(parse("0.6", OPEN));
        assertThat(parse(new Cell.Logical(C2, false, true), FLAG)).isEqualTo(parse("yes", FLAG));
        assertThat(parse(new Cell.Day(C2, false, LocalDate.EPOCH), DATES)).isEqualTo(parse("1970-01-01", DATES));
        assertThat(parse(new Cell.Numeric(C2, false, new BigDecimal("12"), false), Domain.texts(List.of())))
                .isEqualTo(parse("12", Domain.texts(List.of())));
        assertThat(issues.sorted()).isEmpty();
    }

    @Test
    void noticesPlainNumbersThatWereMeantAsPercentages() {
        parse("> 0.8", Domain.HUNDRED);

        assertThat(issues.sorted())
                .singleElement()
                .satisfies(issue -> assertThat(issue.isError()).isFalse())
                .extracting(Issue::suggestion)
                .isEqualTo("write `80` or `80%` if that is meant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60-80 | write `60..80`",
                "60–80 | write `60..80`",
                "60 to 80 | write `60..80`",
                "80..60 | write `60..80`",
                "0,5 | write `0.5` with a dot",
                "1,2,3 | write `1, 2, 3`",
                "=> 5 | write `>= 5`",
                "!= 5 | write `<> 5`",
                "not missing | write `present`",
                "1 000 | write `1000`",
            })
    void suggestsWhatWasMeant(String cell, String suggestion) {
        assertThat(parse(cell, OPEN)).isNull();
        assertThat(issues.sorted()).extracting(Issue::suggestion).containsExactly(suggestion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "..",
                "[60..80",
                "60..80)",
                "60...80",
                "> ",
                ">",
                "not",
                "3, ",
                "60..60",
                "(60..60]",
                "present or > 3",
                "not 3 or > 5",
                "> 3 and < 5",
                "contains 3",
                "1..2..3",
                "--5",
                "5 5",
                "%",
                "TRUE"
            })
    void refusesWhatItCannotRead(String cell) {
        assertThat(parse(cell, OPEN)).isNull();
        assertThat(issues.sorted()).hasSize(1).allMatch(Issue::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 100", ">= 100.1", "< 0", "101", "3, 101", "(100..120]", "-5..0", "<= -1"})
    void refusesWhatCanNeverMatch(String cell) {
        assertThat(parse(cell, Domain.HUNDRED)).isNull();
        assertThat(issues.sorted())
                .extracting(Issue::message)
                .allSatisfy(message -> assertThat(message).contains("can never match: numbers here run from 0 to 100"));
    }

    @Test
    void refusesFractionsOfWholeNumbers() {
        assertThat(parse("2.5", WHOLE)).isNull();
        assertThat(parse("(2..3)", WHOLE)).isNull();
        assertThat(parse("2..2.5", WHOLE)).isNotNull();
    }

    @Test
    void refusesToExcludeEveryAllowedText() {
        assertThat(parse("not enterprise, mid-market, smb", SIZES)).isNull();
    }

    @Test
    void suggestsTheClosestAllowedText() {
        assertThat(parse("enterprize", SIZES)).isNull();
        assertThat(issues.sorted()).extracting(Issue::suggestion).containsExactly("did you mean `enterprise`?");
    }

    private Condition accepted(String cell, Domain domain) {
        Condition condition = parse(cell, domain);
        assertThat(issues.sorted()).as(cell).isEmpty();
        return Objects.requireNonNull(condition);
    }

    private @Nullable Condition parse(String cell, Domain domain) {
        return parse(new Cell.Text(C2, false, cell), domain);
    }

    private @Nullable Condition parse(Cell cell, Domain domain) {
        return ConditionParser.parse(cell, domain, new Place(issues, C2, null));
    }
}
