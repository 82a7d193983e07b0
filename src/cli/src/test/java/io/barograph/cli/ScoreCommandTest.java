package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACCOUNTS = "samples/customer-health/accounts.ndjson";

    @TempDir
    private Path folder;

    private static Run telco(String input, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "score";
        arguments[1] = "-";
        arguments[2] = "--model";
        arguments[3] = "decision-tables/telco";
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Run.of(input, StandardCharsets.UTF_8, arguments);
    }

    @Test
    void writesEveryFormWithTheSameDecisions() throws IOException {
        Run array = Run.of("score", ACCOUNTS, "--format", "json", "--explain", "none");
        Run lines = Run.of("score", ACCOUNTS, "--format", "ndjson", "--explain", "none");
        Run csv = Run.of("score", ACCOUNTS, "--format", "csv");

        List<JsonNode> decisions =
                lines.out().lines().map(line -> JSON.readTree(line)).toList();
        assertThat(List.of(array.code(), lines.code(), csv.code())).containsOnly(0);
        assertThat(decisions)
                .hasSize(Files.readAllLines(Run.ROOT.resolve(ACCOUNTS)).size());
        assertThat(JSON.readTree(array.out()).values()).containsExactlyElementsOf(decisions);
        assertThat(csv.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(decisions.stream()
                        .map(decision -> decision.get("account_id").asString())
                        .toList());
    }

    @Test
    void reportsBadLinesByNumberAndDecidesTheOthers() {
        Run run = telco("""
                {"account_id":"a-1","attributes":{},"indicators":{}}
                not an account
                {"account_id":"a-2","attributes":{},"indicators":{}}
                """, "--format", "ndjson");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("standard input:2: ").contains("one line could not be used");
    }

    @Test
    void writesAnEmptyArrayForNoAccounts() {
        Run run = telco("customerID,tenure\n", "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(JSON.readTree(run.out()).isEmpty()).isTrue();
    }

    @Test
    void fitsTextInEightyColumnsAndNeutralisesControlCharacters() {
        Run run = telco("customerID,tenure\n" + "客".repeat(60) + ",5\n\"evil\u001B[2J\u202E\",5\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).allMatch(line -> Printable.columns(line) <= 80);
        assertThat(run.out()).contains("客客").contains("1 account by `telco`");
        assertThat(run.out() + run.err()).doesNotContain("\u001B", "\u202E");
    }

    @Test
    void drawsInAsciiWhereTheTerminalKnowsNothingElse() {
        Run run = Run.of("", StandardCharsets.US_ASCII, "score", ACCOUNTS);

        assertThat(run.out()).contains("###").doesNotContain("█");
    }

    @Test
    void keepsAnOldResultWhenTheAccountsCannotBeRead() throws IOException {
        Path out = Files.writeString(folder.resolve("result.csv"), "old");
        Path accounts = Files.writeString(folder.resolve("accounts.csv"), "tenure\n5\n");

        Run run = Run.of("score", accounts.toString(), "--model", "decision-tables/telco", "--out", out.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(out).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(out, accounts);
        }
    }

    @Test
    void takesTheFormFromTheNameOfTheResult() {
        Path out = folder.resolve("result.csv");

        Run run = Run.of("score", ACCOUNTS, "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(out).content().startsWith("account_id,as_of,status,");
    }

    @Test
    void refusesWrongUsageWithARemedy() {
        Run missing = Run.of("score", "nowhere.csv");
        Run date = Run.of("score", ACCOUNTS, "--as-of", "1.3.2026");
        Run unknown = Run.of("score", ACCOUNTS, "--formt", "csv");

        assertThat(List.of(missing.code(), date.code(), unknown.code())).containsOnly(2);
        assertThat(missing.err()).contains("there is no file `nowhere.csv`");
        assertThat(date.err()).contains("`1.3.2026` is no date").contains("2026-03-01");
        assertThat(unknown.err()).contains("unknown option `--formt`; did you mean `--format`?");
    }

    @Test
    void neverReplacesTheFileItReads() throws IOException {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, "account_id,arr\na,100\n");

        Run run = Run.of("score", accounts.toString(), "--out", accounts.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is the file of accounts itself");
        assertThat(accounts).content().startsWith("account_id,arr");
    }

    @Test
    void countsAccountsWhoseDataHasProblems() throws IOException {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, "account_id,sea_utilisation\na,5\n");

        assertThat(Run.of("score", accounts.toString()).out()).contains("with problems in their data");
    }

    @Test
    void decidesACsvWithItsHistoryAsTheSameSnapshot() throws IOException {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, "account_id,ARR,seat_utilisation,nps\na,500000,130,40\n");
        Path history = folder.resolve("history.csv");
        Files.writeString(history, """
                account_id,observed_at,indicator,value,campaign_share
                a,2026-03-01,seat_utilisation,60,
                a,2026-03-01,nps,900,
                a,2026-02-01,logins_per_week,30,1.5
                """);
        Path snapshot = folder.resolve("accounts.ndjson");
        Files.writeString(snapshot, """
                {"account_id":"a","as_of":"2026-03-01","attributes":{"arr":500000},\
                "indicators":{"seat_utilisation":130,"nps":40},"history":[\
                {"indicator":"seat_utilisation","observed_at":"2026-03-01","value":60},\
                {"indicator":"nps","observed_at":"2026-03-01","value":900},\
                {"indicator":"logins_per_week","observed_at":"2026-02-01","value":30,"campaign_share":1.5}]}
                """);

        Run csv = Run.of(
                "score",
                accounts.toString(),
                "--history",
                history.toString(),
                "--as-of",
                "2026-03-01",
                "--format",
                "ndjson");
        Run json = Run.of("score", snapshot.toString(), "--format", "ndjson");

        assertThat(csv.err()).isEmpty();
        assertThat(csv.out()).isEqualTo(json.out());
        assertThat(JSON.readTree(csv.out()).get("issues").values().stream()
                        .map(issue -> issue.get("field").asString()))
                .containsExactly("seat_utilisation", "nps", "logins_per_week");
        assertThat(csv.out()).contains("\"inputs\":{\"seat_utilisation\":60}");
    }
}
