package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issues;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewCalendarTest {

    private static final String CALENDAR = """
        version: 1
        reviews:
          - review: outcomes
            model: wares
            title: Outcomes
            every: quarter
            first: 2025-Q4
            due_days: 30
            owner: Operations
            produces: [a table]
          - review: rights
            model: wares
            title: Rights
            every: year
            first: 2025
            due_days: 0
            owner: Head
            produces: [a list]
        held:
          - review: outcomes
            period: 2026-Q1
            on: 2026-04-02
            by: Ada
            record: governance/reviews/one.md
        """;

    @Test
    void tellsWhatIsOverdueOnADay() {
        ReviewCalendar calendar = Objects.requireNonNull(read(CALENDAR, new Issues()));

        assertThat(overdue(calendar, "2025-12-31")).isEmpty();
        assertThat(overdue(calendar, "2026-01-01")).containsExactly("rights 2025, due 2025-12-31");
        assertThat(overdue(calendar, "2026-01-30")).containsExactly("rights 2025, due 2025-12-31");
        assertThat(overdue(calendar, "2026-01-31"))
                .containsExactly("rights 2025, due 2025-12-31", "outcomes 2025-Q4, due 2026-01-30");
        assertThat(overdue(calendar, "2026-08-01"))
                .as("the first quarter was held")
                .containsExactly(
                        "rights 2025, due 2025-12-31",
                        "outcomes 2025-Q4, due 2026-01-30",
                        "outcomes 2026-Q2, due 2026-07-30");
        assertThat(calendar.next(calendar.reviews().get(0), LocalDate.parse("2026-01-31")))
                .hasToString("2026-Q2");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-02, 2024-02-29, 2024-03",
        "QUARTER, 2026-Q4, 2026-12-31, 2027-Q1",
        "HALF_YEAR, 2026-H1, 2026-06-30, 2026-H2",
        "YEAR, 2026, 2026-12-31, 2027"
    })
    void knowsPeriods(Cadence cadence, String text, LocalDate lastDay, String next) {
        Period period = Period.parse(cadence, text).orElseThrow();

        assertThat(period).hasToString(text);
        assertThat(period.lastDay()).isEqualTo(lastDay);
        assertThat(period.next()).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-13",
        "MONTH, 2026-1",
        "QUARTER, 2026-Q5",
        "QUARTER, 2026-Q0",
        "QUARTER, 2026-04",
        "HALF_YEAR, 2026-Q1",
        "YEAR, 2026-01",
        "YEAR, 26",
        "QUARTER, 2026-q1"
    })
    void refusesPeriodsOfAnotherKind(Cadence cadence, String text) {
        assertThat(Period.parse(cadence, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: quarter | every: weekly | `every` is `weekly`, but must be `month`, `quarter`, `half-year` or `year`",
                "first: 2025-Q4 | first: 2025-12 | `first` is `2025-12`, but must be a quarter such as `2026-Q1`",
                "due_days: 30 | due_days: -1 | `due_days` is `-1`, but must be a whole number from 0 to 1,000,000",
                "produces: [a table] | produces: [] | `produces` must list what comes of the review, else it is a meeting",
                "owner: Operations | ownr: Operations | unknown key `ownr` in an item of `reviews`; did you mean `owner`?",
                "review: rights | review: outcomes | review `outcomes` stands twice; give each its own name",
                "period: 2026-Q1 | period: 2025-Q3 | `2025-Q3` is before the first period of review `outcomes`, 2025-Q4",
                "on: 2026-04-02 | on: April | `on` is `April`, which is no date; write `2026-03-01`, or a time with its offset"
                        + " such as `2026-03-01T09:30:00Z`",
                "record: governance/reviews/one.md | record: '' | `record` is missing; write the file with what came of it"
            })
    void tellsWhatIsWrong(String from, String to, String message) {
        Issues issues = new Issues();
        assertThat(CALENDAR).contains(from);

        assertThat(read(CALENDAR.replace(from, to), issues)).isNull();
        assertThat(issues.sorted()).extracting(issue -> issue.message()).contains(message);
    }

    @Test
    void asksForReviews() {
        Issues issues = new Issues();

        assertThat(read("version: 1\nreviews: []\nheld: []\n", issues)).isNull();
        assertThat(issues.sorted())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("`reviews` is empty"));
    }

    private static List<String> overdue(ReviewCalendar calendar, String day) {
        return calendar.overdue(LocalDate.parse(day)).stream()
                .map(one -> one.review().name() + " " + one.period() + ", due " + one.due())
                .toList();
    }

    private static @Nullable ReviewCalendar read(String yaml, Issues issues) {
        return ReviewCalendarReader.read("review-calendar.yaml", yaml.getBytes(StandardCharsets.UTF_8), issues);
    }
}
