package io.barograph.engine.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.ruleset.fact.BandReview;
import io.barograph.engine.ruleset.fact.GuardrailFiring.Action;
import io.barograph.engine.ruleset.fact.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedGuardrailsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("barograph.root"), "rules", "guardrails", "customer-health");

    @Test
    void nativeTableOfContractStatusLimitsIsCompiledRowByRow() throws IOException {
        Issues issues = new Issues();
        Guardrails guardrails =
                GuardrailCompiler.compile(List.of(file("contract-status.xlsx"), file("upsell.drl")), null, issues);

        assertThat(issues.sorted()).isEmpty();
        assertThat(guardrails.ids())
                .contains("GR-UPSELL-RED", "GR-UPSELL-ESCALATION", "GR-STATUS-DISPUTE", "GR-STATUS-HOLD");
        assertThat(guardrails.rule("GR-STATUS-HOLD").place())
                .hasToString("contract-status.xlsx!Contract status limits!B14");
        BandReview review = new BandReview(new Review.Standing(
                "acme",
                LocalDate.of(2026, 3, 1),
                "enterprise",
                null,
                new HashMap<>(Map.of("contract_status", "Payment hold")),
                Map.of(),
                Map.of(),
                Set.of()));
        try (RulesetSession session = new RulesetSession(List.of(), guardrails)) {
            session.review(List.of(review));
        }
        assertThat(review.firings()).singleElement().satisfies(firing -> {
            assertThat(firing.rule()).isEqualTo("GR-STATUS-HOLD");
            assertThat(firing.inputs()).containsEntry("contractStatus", "Payment hold");
            assertThat(firing.actions())
                    .containsExactly(
                            new Action.CapBand("Overall", "yellow"), new Action.RaiseFlag("payment hold", "medium"));
        });
    }

    private static ModelFile file(String name) throws IOException {
        return new ModelFile(name, Files.readAllBytes(FOLDER.resolve(name)));
    }
}
