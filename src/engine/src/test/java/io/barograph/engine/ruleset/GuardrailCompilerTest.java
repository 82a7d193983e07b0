package io.barograph.engine.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.ruleset.fact.BandReview;
import io.barograph.engine.ruleset.fact.GuardrailFiring;
import io.barograph.engine.ruleset.fact.Review;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardrailCompilerTest {

    private static final String CAP = """
            package rules.guardrails.sample;
            import io.barograph.engine.ruleset.fact.*;

            rule "GR-1"
                @because("no green while a dispute is open")
            when
                $account : BandReview( $band : overallBand, $status : text("contract_status"), is("contract_status", "legal dispute") )
            then
                $account.capBand("Overall", "yellow");
            end
            """;

    private static final Contract CONTRACT = new Contract(
            "1",
            List.of(field("contract_status", FieldType.STRING), field("open_tickets", FieldType.INTEGER)),
            List.of());

    private final Issues issues = new Issues();

    @Test
    void compilesRulesAndRecordsWhatTheyDo() {
        Guardrails guardrails = compile(file("cap.drl", CAP));

        assertThat(issues.sorted()).isEmpty();
        BandReview review = review(guardrails, Map.of("contract_status", "Legal Dispute"));
        assertThat(review.firings())
                .containsExactly(new GuardrailFiring(
                        "GR-1",
                        Map.of("band", "green", "status", "Legal Dispute"),
                        List.of(new GuardrailFiring.Action.CapBand("Overall", "yellow"))));
        assertThat(guardrails.rule("GR-1").because()).isEqualTo("no green while a dispute is open");
        assertThat(guardrails.rule("GR-1").place()).hasToString("cap.drl:4");
    }

    @Test
    void leavesAccountsAloneThatNoRuleMatches() {
        assertThat(review(compile(file("cap.drl", CAP)), Map.of("contract_status", "active"))
                        .firings())
                .isEmpty();
    }

    @Test
    void reportsEveryBrokenFileByLine() {
        compile(
                file("a.drl", CAP.replace("when", "wen")),
                file("b.drl", CAP.replace("GR-1", "GR-2").replace("$account.capBand", "$account.capBend")));

        assertThat(issues.sorted()).extracting(issue -> issue.cell().toString()).contains("a.drl:6");
        issues.sorted().forEach(issue -> assertThat(issue.message()).doesNotContain("\n"));
    }

    @Test
    void reportsUnknownActionsWithTheFile() {
        compile(
                file("a.drl", CAP.replace("GR-1", "GR-2")),
                file("b.drl", CAP.replace("$account.capBand", "$account.capBend")));

        assertThat(issues.sorted())
                .singleElement()
                .satisfies(issue -> assertThat(issue.cell()).hasToString("b.drl:9"))
                .extracting(Issue::message)
                .asString()
                .contains("capBend");
    }

    @Test
    void demandsNamesThatAreRuleIdsAndReasons() {
        compile(file(
                "a.drl", CAP.replace("GR-1", "a rule").replace("@because(\"no green while a dispute is open\")", "")));

        assertThat(issues.sorted())
                .extracting(issue -> issue.code().label())
                .containsExactlyInAnyOrder("bad-rule-id", "missing-because");
    }

    @Test
    void refusesTheSameNameTwiceIgnoringCase() {
        compile(file("a.drl", CAP), file("b.drl", CAP.replace("GR-1", "gr-1")));

        assertThat(issues.sorted()).extracting(issue -> issue.code().label()).containsExactly("duplicate-rule-id");
    }

    @Test
    void refusesFieldsThatTheContractDoesNotHave() {
        compile(file("a.drl", CAP.replace("is(\"contract_status\"", "is(\"contract_state\"")));

        assertThat(issues.sorted()).singleElement().satisfies(issue -> {
            assertThat(issue.cell()).hasToString("a.drl:7");
            assertThat(issue.message()).isEqualTo("the data contract has no field `contract_state`");
            assertThat(issue.suggestion()).isEqualTo("did you mean `contract_status`?");
        });
    }

    @Test
    void refusesToReadFieldsAsAnotherType() {
        compile(file("a.drl", CAP.replace("is(\"contract_status\", \"legal dispute\")", "yes(\"open_tickets\")")));

        assertThat(issues.sorted())
                .extracting(Issue::message)
                .containsExactly("field `open_tickets` is of type integer, so `yes` cannot read it");
    }

    @Test
    void namesTheRuleThatFails() {
        Guardrails guardrails = compile(file(
                "cap.drl",
                CAP.replace("\"legal dispute\"", "\"legal dispute\"")
                        .replace("capBand(\"Overall\", \"yellow\")", "raiseFlag(\"x\", \"enormous\")")));

        assertThat(issues.sorted()).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> review(guardrails, Map.of("contract_status", "legal dispute")))
                .isInstanceOf(RuleFailure.class)
                .hasMessage("rule `GR-1` failed: severity must be low, medium or high, but is `enormous`");
    }

    private static Field field(String name, FieldType type) {
        return new Field(
                Field.Role.ATTRIBUTE,
                name,
                name,
                null,
                type,
                null,
                null,
                List.of(),
                null,
                null,
                Field.Direction.NEITHER,
                null,
                true,
                false,
                "");
    }

    private Guardrails compile(ModelFile... files) {
        return GuardrailCompiler.compile(List.of(files), CONTRACT, issues);
    }

    private static ModelFile file(String name, String drl) {
        return new ModelFile(name, drl.getBytes(StandardCharsets.UTF_8));
    }

    private static BandReview review(Guardrails guardrails, Map<String, @Nullable Object> fields) {
        BandReview review = new BandReview(new Review.Standing(
                "acme",
                LocalDate.of(2026, 3, 1),
                "enterprise",
                null,
                new HashMap<>(fields),
                Map.of("overall", BigDecimal.valueOf(90)),
                Map.of("overall", "green"),
                Set.of()));
        try (RulesetSession session = new RulesetSession(List.of(), guardrails)) {
            session.review(List.of(review));
        }
        return review;
    }
}
