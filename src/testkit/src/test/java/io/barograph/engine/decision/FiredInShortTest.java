package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What is asked of fired rules without having them told must be what they tell. */
@NullMarked
class FiredInShortTest {

    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
    private static final int ACCOUNTS = 200;

    @Test
    void saysWhatTheToldRulesSay() throws IOException {
        Compilation.Accepted model = (Compilation.Accepted) ModelCompiler.compile(
                ModelFolder.read(HOME.resolve("decision-tables").resolve("customer-health"), HOME), "test");
        int scored = 0;
        try (Decider decider = model.decider()) {
            List<Inquiry> accounts = SeededAccounts.of(7, ACCOUNTS, LocalDate.of(2026, 3, 1)).stream()
                    .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                    .toList();
            for (Decision decision : decider.decide(accounts)) {
                List<FiredRule> told = decision.fired();
                List<String> tables = new ArrayList<>();
                decision.firedByTable().forEach((table, count) -> {
                    for (int i = 0; i < count; i++) {
                        tables.add(table);
                    }
                });
                assertThat(tables)
                        .containsExactlyInAnyOrderElementsOf(
                                told.stream().map(FiredRule::table).toList());
                List<String> places = new ArrayList<>();
                decision.eachFired((cell, ruleId) -> places.add(cell + " " + ruleId));
                assertThat(places)
                        .isEqualTo(told.stream()
                                .map(rule -> rule.cell() + " " + rule.ruleId())
                                .toList());
                for (Contribution contribution : decision.contributions()) {
                    String indicator = contribution.indicator();
                    if (indicator == null) {
                        continue;
                    }
                    assertThat(decision.scoredBy(indicator))
                            .isEqualTo(told.stream()
                                    .filter(rule -> Objects.equals(rule.ruleId(), contribution.ruleId())
                                            && rule.effect().containsKey("sub_score")
                                            && indicator.equals(rule.effect().get("indicator")))
                                    .findFirst());
                    scored++;
                }
            }
        }
        assertThat(scored).isGreaterThan(ACCOUNTS);
    }
}
