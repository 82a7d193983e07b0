package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issues;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private static final String LOG = """
        # Change log

        ## wares 2, 2026-04-01

        * **What.** Less weight for logins.
        * **Why.** They told nothing.
        * **Who.** Ada.
        * **Evidence.** sha256:ab

        ## wares 1, 2026-03-01

        * **What.** All of it.
        * **Why.** A beginning.
        * **Who.** Ada.
        * **Evidence.** sha256:cd
        """;

    @Test
    void readsAnEntryAVersion() {
        Issues issues = new Issues();
        ChangeLog log = read(LOG, issues);

        assertThat(issues.sorted()).isEmpty();
        assertThat(log.entries()).extracting(ChangeLog.Entry::release).containsExactly(2, 1);
        assertThat(log.of("wares", 1)).hasValueSatisfying(entry -> {
            assertThat(entry.date()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(entry.text()).contains("sha256:cd").doesNotContain("sha256:ab");
        });
        assertThat(log.of("wares", 3)).isEmpty();
    }

    @Test
    void tellsWhatAnEntryDoesNotSay() {
        Issues issues = new Issues();
        read(LOG.replace("* **Why.** A beginning.\n", "").replace("## wares 2, 2026-04-01", "## 2.0"), issues);

        assertThat(issues.sorted())
                .extracting(issue -> issue.cell() + ": " + issue.message())
                .containsExactly(
                        "CHANGELOG.md:3: the heading of a version must read `## <model> <release>, <date>`, for example"
                                + " `## customer-health 2, 2026-03-01`",
                        "CHANGELOG.md:10: version 1 of `wares` does not say `Why`; add a line `* **Why.** …`");
    }

    @Test
    void refusesTwoEntriesOfAVersion() {
        Issues issues = new Issues();
        read(LOG.replace("wares 2", "wares 1"), issues);

        assertThat(issues.sorted()).singleElement().satisfies(issue -> {
            assertThat(issue.cell()).hasToString("CHANGELOG.md:10");
            assertThat(issue.message()).contains("has two entries");
        });
    }

    private static ChangeLog read(String text, Issues issues) {
        return ChangeLog.read("CHANGELOG.md", text.getBytes(StandardCharsets.UTF_8), issues);
    }
}
