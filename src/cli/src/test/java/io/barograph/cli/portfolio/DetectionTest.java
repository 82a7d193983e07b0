package io.barograph.cli.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped model on an invented portfolio. Bounds leave room for the chance of which accounts are drawn, none for a
 * trend, signal or discount that stops working; the figures themselves are printed.
 */
class DetectionTest {

    private static final Path ROOT =
            Path.of(System.getProperty("barograph.root", ".")).toAbsolutePath().normalize();
    private static final Plan PLAN = new Plan(1, 300, 18, LocalDate.of(2026, 3, 1));
    private static final int WEEKS_BETWEEN_LOOKS = 2;

    private static DetectionFigures figures;

    @BeforeAll
    static void walk() throws IOException {
        Detection detection =
                Detection.of(ROOT.resolve("decision-tables/customer-health"), ROOT, PLAN, WEEKS_BETWEEN_LOOKS);
        assertThat(detection.signals()).isTrue();
        figures = DetectionFigures.of(detection);
        System.out.println(figures.text());
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW_DECLINE, 126, 65",
        "CHAMPION_LEAVES, 42, 75",
        "LATE_INVOICES, 35, 80",
        "TICKET_BURST, 21, 85",
        "COMPETITOR_ARRIVES, 98, 55"
    })
    void noticesWhatGoesWrongInTime(Story story, int medianDays, int percentInTime) {
        Delays delays = figures.delaysOf(story);

        assertThat(delays.days()).as("accounts").hasSizeGreaterThan(10);
        assertThat(delays.median()).as("median days").isLessThanOrEqualTo(medianDays);
        assertThat(delays.noticed()).as("percent in time").isGreaterThanOrEqualTo(percentInTime);
        assertThat(delays.noticed())
                .as("percent in time, against chance")
                .isGreaterThanOrEqualTo(delays.noticedByChance() + 10);
    }

    @Test
    void seldomCallsSomebodyToASteadyAccount() {
        assertThat(figures.calm().years()).isGreaterThan(100);
        assertThat(figures.calm().callsAYear()).as("calls an account-year").isLessThan(0.85);
        assertThat(figures.calm().bandsAYear())
                .as("bands lowered an account-year")
                .isLessThan(0.35);
        assertThat(figures.calm().quietPercent())
                .as("percent without any alarm")
                .isGreaterThan(40);
    }

    @Test
    void doesNotTakeACampaignForGrowth() {
        assertThat(figures.declared().accounts()).isGreaterThan(10);
        assertThat(figures.declared().overall())
                .as("Overall, declared against undeclared")
                .isLessThan(0.5 * figures.undeclared().overall());
        assertThat(figures.declared().probability())
                .as("expansion probability, declared against undeclared")
                .isLessThan(0.5 * figures.undeclared().probability());
        assertThat(figures.declared().flagged())
                .as("growth flags, declared against undeclared")
                .isLessThanOrEqualTo(figures.undeclared().flagged() / 2);
        assertThat(figures.declared().promised())
                .as("percent with a better Expansion band")
                .isLessThanOrEqualTo(10);
        assertThat(figures.declared().expansion())
                .as("Expansion, campaign against organic growth")
                .isLessThan(0.25 * figures.organic().expansion());
    }

    @Test
    void recognisesGrowthThatIsTheCustomersOwn() {
        assertThat(figures.organic().flagged()).as("percent with a growth flag").isGreaterThan(70);
        assertThat(figures.organic().probability()).as("expansion probability").isGreaterThan(0.7);
    }
}
