package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.cli.portfolio.PortfolioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoDataCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Run invented(String name, String accounts, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo-data",
                "--accounts",
                accounts,
                "--months",
                "12",
                "--seed",
                "5",
                "--out",
                place(name).toString()));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path place(String name) {
        return folder.resolve(name);
    }

    @Test
    void givesTheSameFilesForTheSameArguments() throws IOException {
        assertThat(invented("one", "12").code()).isZero();
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(invented("other", "12").code()).isZero();
        } finally {
            Locale.setDefault(locale);
        }

        List<String> names = new ArrayList<>(PortfolioFiles.NAMES);
        names.add("README.txt");
        for (String name : names) {
            assertThat(place("other").resolve(name))
                    .hasSameBinaryContentAs(place("one").resolve(name));
        }
        try (var files = Files.list(place("one"))) {
            assertThat(files).hasSize(names.size());
        }
    }

    @Test
    void leavesEarlierAccountsAsTheyAreWhenOthersAreAdded() throws IOException {
        invented("few", "6");
        invented("many", "15");

        for (String name : PortfolioFiles.NAMES) {
            assertThat(Files.readString(place("many").resolve(name)))
                    .as(name)
                    .startsWith(Files.readString(place("few").resolve(name)))
                    .isNotEqualTo(Files.readString(place("few").resolve(name)));
        }
    }

    @Test
    void writesAnotherPortfolioForAnotherSeed() {
        invented("one", "3");
        Run run = Run.of(
                "demo-data",
                "--accounts",
                "3",
                "--months",
                "12",
                "--seed",
                "6",
                "--out",
                place("b").toString());

        assertThat(run.code()).isZero();
        assertThat(place("b").resolve("history.csv"))
                .content()
                .isNotEqualTo(contentOf(place("one").resolve("history.csv")));
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isReadableByScoreWithoutAComplaint() throws IOException {
        JsonNode summary =
                JSON.readTree(invented("made", "40", "--format", "json").out());
        int customers = summary.get("customers").asInt();

        Run flat = Run.of(
                "score",
                place("made").resolve("accounts.csv").toString(),
                "--format",
                "ndjson",
                "--explain",
                "none",
                "--history",
                place("made").resolve("history.csv").toString());
        Run snapshots = Run.of(
                "score",
                place("made").resolve("portfolio.ndjson").toString(),
                "--format",
                "ndjson",
                "--explain",
                "none");

        assertThat(List.of(flat.code(), snapshots.code())).containsOnly(0);
        assertThat(flat.err() + snapshots.err()).isEmpty();
        for (Run run : List.of(flat, snapshots)) {
            List<JsonNode> decisions =
                    run.out().lines().map(line -> JSON.readTree(line)).toList();
            assertThat(decisions).hasSize(customers).allSatisfy(decision -> {
                assertThat(decision.get("status").asString()).isEqualTo("decided");
                assertThat(decision.get("as_of").asString()).isEqualTo("2026-03-01");
                assertThat(decision.get("issues").values())
                        .allMatch(issue -> issue.get("code").asString().equals("stale"));
            });
        }
    }

    @Test
    void tellsOutcomesThatFitTogether() throws IOException {
        JsonNode summary =
                JSON.readTree(invented("made", "150", "--format", "json").out());
        Map<String, String> churned = new HashMap<>();
        Map<String, String> arr = new HashMap<>();
        for (String line : rows("outcomes.csv")) {
            String[] cells = line.split(",");
            assertThat(churned).as("nothing follows a churn").doesNotContainKey(cells[0]);
            assertThat(arr.getOrDefault(cells[0], cells[3])).as(line).isEqualTo(cells[3]);
            arr.put(cells[0], cells[4]);
            if (cells[1].equals("churned")) {
                churned.put(cells[0], cells[2]);
                assertThat(cells[4]).isEqualTo("0");
            } else {
                assertThat(Integer.parseInt(cells[4])).isPositive();
            }
        }
        List<String> customers =
                rows("accounts.csv").stream().map(line -> line.split(",")[0]).toList();

        assertThat(churned).isNotEmpty();
        assertThat(customers)
                .hasSize(summary.get("customers").asInt())
                .hasSize(150 - churned.size())
                .doesNotContainAnyElementsOf(churned.keySet());
        assertThat(rows("history.csv")).allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(cells[1]).isLessThanOrEqualTo("2026-03-01");
            assertThat(cells[1]).isLessThan(churned.getOrDefault(cells[0], "9999-12-31"));
        });
        assertThat(rows("stories.csv")).hasSize(150);
    }

    private List<String> rows(String name) throws IOException {
        return Files.readAllLines(place("made").resolve(name)).stream().skip(1).toList();
    }

    @Test
    void marksWhatACampaignDroveAndNothingElse() throws IOException {
        invented("made", "150");
        List<String> spikes = rows("stories.csv").stream()
                .filter(line -> line.contains(",campaign spike,"))
                .map(line -> line.split(",")[0])
                .toList();

        List<String> driven = rows("history.csv").stream()
                .filter(line -> !line.endsWith(","))
                .map(line -> line.split(",")[0])
                .distinct()
                .toList();

        assertThat(driven).isNotEmpty().isSubsetOf(spikes);
    }

    @Test
    void sumsUpWithinEightyColumns() {
        Run run = invented("made", "10");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("10 accounts over 12 months until 2026-03-01, seed 5", "slow decline", "./barograph score");
        assertThat(run.out().lines().filter(line -> !line.contains("./barograph")))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void replacesAPortfolioOnlyWhenForced() throws IOException {
        invented("made", "5");
        Files.writeString(place("made").resolve("mine.txt"), "keep");

        Run refused = invented("made", "6");
        Run forced = invented("made", "6", "--force");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is not empty; name another one, or add --force");
        assertThat(forced.code()).isZero();
        assertThat(rows("stories.csv")).hasSize(6);
        assertThat(place("made").resolve("mine.txt")).hasContent("keep");
    }

    @Test
    void refusesWhatIsBeyondItsLimits() throws IOException {
        Path file = Files.writeString(place("file"), "");

        assertThat(invented("a", "0").err()).contains("`--accounts` must be from 1 to 100,000, but is `0`");
        assertThat(invented("a", "100001").err()).contains("`--accounts` must be from 1 to 100,000");
        assertThat(invented("a", "many").err()).contains("`--accounts` must be a whole number, but is `many`");
        assertThat(Run.of("demo-data", "--months", "61", "--out", place("a").toString())
                        .err())
                .contains("`--months` must be from 3 to 60, but is `61`");
        assertThat(Run.of("demo-data", "--seed", "x", "--out", place("a").toString())
                        .err())
                .contains("`--seed` must be a whole number, but is `x`");
        assertThat(Run.of("demo-data", "--out", file.toString()).err()).contains("is a file; name a folder");
        assertThat(Run.of(
                                "demo-data",
                                "--model",
                                "decision-tables/telco",
                                "--out",
                                place("a").toString())
                        .err())
                .contains("the data contract of `telco` has no indicator of customer health");
        assertThat(place("a")).doesNotExist();
    }

    @Test
    void hasRoomForStoriesInTheShortestPortfolio() {
        Run run = Run.of(
                "demo-data",
                "--accounts",
                "60",
                "--months",
                "3",
                "--out",
                place("made").toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("60 accounts over 3 months");
    }
}
