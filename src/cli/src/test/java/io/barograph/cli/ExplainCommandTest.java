package io.barograph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root"));
    private static final String SAMPLES = "samples/customer-health/accounts.csv";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsAnAccountWithItsReasonsAndCells() {
        assertThat(explain(UTF_8, SAMPLES, "--account", "kestrelhurst-partners"))
                .isZero();

        assertThat(out.toString(UTF_8))
                .contains(
                        "kestrelhurst-partners", "as of 2026-03-01", "What pulls it down", "enterprise.xlsx!Scoring!");
        assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void staysWithinAsciiWhereTheTerminalKnowsNoMore() {
        assertThat(explain(StandardCharsets.US_ASCII, SAMPLES, "--account", "kestrelhurst-partners"))
                .isZero();

        assertThat(out.toString(UTF_8)).contains("####").doesNotContain("?");
    }

    @Test
    void writesMarkdownAndJson() {
        explain(UTF_8, SAMPLES, "--account", "kestrelhurst-partners", "--format", "markdown");
        explain(UTF_8, SAMPLES, "--account", "kestrelhurst-partners", "--format", "json");

        assertThat(out.toString(UTF_8))
                .startsWith("# kestrelhurst-partners")
                .contains("\n{\"account_id\":\"kestrelhurst-partners\"", "\"fired\":[{");
    }

    @Test
    void namesCloseAccountsWhenThereIsNone() {
        assertThat(explain(UTF_8, SAMPLES, "--account", "kestrelhurst-partner")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .isEqualTo("barograph: `kestrelhurst-partner` is not among the 63 accounts of `" + SAMPLES
                        + "`; did you mean `kestrelhurst-partners`?\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysThatTheAccountMayStandOnABadLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("accounts.csv"), "account_id,as_of,arr\na-1,2026-03-01,5\na-2,yesterday,5\n");

        assertThat(explain(UTF_8, file.toString(), "--account", "nobody")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("1 line could not be read, the first: line 3: as_of: `yesterday`");
    }

    @Test
    void tellsWhatAnUndecidedAccountLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.ndjson"), "{\"account_id\":\"a-1\"}\n");

        assertThat(explain(UTF_8, file.toString(), "--account", "a-1", "--as-of", "2026-03-05"))
                .isZero();

        assertThat(out.toString(UTF_8)).contains("as of 2026-03-05");
    }

    @Test
    void usesEarlierReadings() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.csv"), "account_id,arr\na-1,5000\n");
        Path history = Files.writeString(
                folder.resolve("history.csv"),
                "account_id,observed_at,indicator,value\na-1,2026-02-20,seat_utilisation,61.25\n");

        explain(UTF_8, file.toString(), "--account", "a-1", "--as-of", "2026-03-01", "--history", history.toString());

        assertThat(out.toString(UTF_8)).contains("61.25 %");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(explain(UTF_8, SAMPLES)).isEqualTo(2);
        assertThat(explain(UTF_8, "accounts.xlsx", "--account", "a")).isEqualTo(2);
        assertThat(explain(UTF_8, SAMPLES, "--account", "a", "--model", "nowhere"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("`--account=ID`", "there is no file `accounts.xlsx`", "no folder `nowhere`");
    }

    private int explain(Charset charset, String... arguments) {
        Console console = new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, UTF_8),
                charset,
                false,
                false,
                false,
                LocalDate.of(2026, 3, 1),
                ROOT,
                ROOT,
                false);
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        return Barograph.commandLine(console).execute(all.toArray(String[]::new));
    }
}
