package io.barograph.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.model.ModelFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final String GUARDRAILS = """
            package rules.guardrails.sample;
            import io.barograph.engine.ruleset.fact.*;

            rule "GR-DISPUTE"
                @because("a dispute is open")
            when
                $account : BandReview( is("contract_status", "dispute") )
            then
                $account.capBand("Overall", "yellow");
                $account.raiseFlag("dispute", "high");
                $account.raiseFlag("legal", "low");
            end

            rule "GR-UPSELL"
                @because("nobody is sold more during a dispute")
            when
                $account : PlaybookReview( flagged("dispute") )
                $offer : ProposedPlaybook( review == $account, named("Upsell") )
            then
                $offer.suppress();
            end

            rule "GR-FAULTY"
                @because("shows what a failing rule does")
            when
                $account : BandReview( is("contract_status", "faulty") )
            then
                $account.raiseFlag("x", "huge");
            end
            """;

    @Test
    void decidesTheWorkedExample() {
        Decision decision = decide(WorkedExample.builder().files(), account("acme", 65, "renewal", "active"));

        assertThat(decision.status()).isEqualTo(Decision.Status.DECIDED);
        assertThat(decision.segment()).isEqualTo("enterprise");
        assertThat(decision.scores())
                .containsExactly(
                        Map.entry("Overall", new BigDecimal("77.5")), Map.entry("Retention", new BigDecimal("77.5")));
        assertThat(decision.bands()).containsExactly(Map.entry("Overall", "green"));
        assertThat(decision.coverage()).isEqualByComparingTo("100");
        assertThat(decision.confidence()).isEqualTo("high");
        assertThat(decision.contributions())
                .extracting(Contribution::score, Contribution::indicator, Contribution::points, Contribution::ruleId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Overall", null, new BigDecimal("77.5"), null),
                        org.assertj.core.groups.Tuple.tuple(
                                "Retention", "seat_utilisation", new BigDecimal("32.5"), "SC-2"),
                        org.assertj.core.groups.Tuple.tuple("Retention", "support_csat", new BigDecimal("45"), "SC-6"));
        assertThat(decision.fired())
                .extracting(FiredRule::ruleId)
                .containsExactly("SEG-1", "SC-2", "SC-6", "CX-1", "TH-1", "PB-1", "PB-2");
        assertThat(decision.fired().get(1))
                .isEqualTo(new FiredRule(
                        2,
                        "SC-2",
                        "Scoring",
                        "enterprise.xlsx!Scoring!D3",
                        "65 % of seats in use",
                        Map.of("seat_utilisation", new BigDecimal("65")),
                        Map.of("indicator", "seat_utilisation", "sub_score", new BigDecimal("65"))));
        assertThat(decision.playbooks()).extracting(Recommendation::playbook).containsExactly("Upsell", "Advocacy");
        assertThat(decision.playbooks().get(0).due()).isEqualTo(LocalDate.of(2026, 3, 8));
    }

    @Test
    void capsAddTheirOwnContribution() {
        Decision decision = decide(WorkedExample.builder().files(), account("acme", 100, "adoption", "active"));

        assertThat(decision.overall()).isEqualByComparingTo("60");
        assertThat(decision.scores().get("Retention")).isEqualByComparingTo("93");
        assertThat(decision.contributions())
                .filteredOn(contribution -> contribution.score().equals("Overall"))
                .extracting(Contribution::points)
                .containsExactly(new BigDecimal("93"), new BigDecimal("-33"));
        assertThat(decision.overallBand()).isEqualTo("yellow");
    }

    @Test
    void guardrailsCapBandsRaiseFlagsAndSuppressPlaybooksInTheLog() {
        ModelFiles files =
                WorkedExample.builder().rules("sample.drl", GUARDRAILS).files();

        Decision decision = decide(files, account("acme", 65, "renewal", "Dispute"));

        assertThat(decision.overallBand()).isEqualTo("yellow");
        assertThat(decision.flags()).extracting("flag").containsExactly("dispute", "legal");
        assertThat(decision.playbooks()).extracting(Recommendation::playbook).containsExactly("Upsell");
        assertThat(decision.playbooks().get(0).suppressedBy()).isEqualTo("GR-UPSELL");
        assertThat(decision.fired())
                .extracting(FiredRule::ruleId)
                .containsExactly("SEG-1", "SC-2", "SC-6", "CX-1", "TH-1", "GR-DISPUTE", "PB-2", "GR-UPSELL");
        assertThat(decision.fired().get(5).effect())
                .containsEntry("lowered", true)
                .containsEntry("flag", "dispute")
                .containsEntry("also", List.of(Map.of("flag", "legal", "severity", "low")));
        assertThat(decision.fired().get(7).cell()).isEqualTo("sample.drl:14");
    }

    @Test
    void takesTheFirstByNameOfInputsSentUnderTwoNames() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("lifecycle_stage", "adoption");
        attributes.put("Lifecycle", "renewal");
        AccountSnapshot snapshot = new AccountSnapshot(
                "acme",
                LocalDate.of(2026, 3, 1),
                attributes,
                account("acme", 65, "renewal", "").indicators(),
                List.of());

        Decision decision = decide(WorkedExample.builder().files(), snapshot);

        assertThat(decision.overall()).isEqualByComparingTo("77.5");
        assertThat(decision.issues()).extracting(DecisionIssue::code).containsExactly("duplicate-input");
    }

    @Test
    void refusesGuardrailsNamedLikeRows() {
        ModelFiles files = WorkedExample.builder()
                .rules("sample.drl", GUARDRAILS.replace("GR-UPSELL", "th-1"))
                .files();

        Compilation compilation = ModelCompiler.compile(files, "test");

        assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
        assertThat(compilation.issues())
                .extracting(issue -> issue.cell() + ": " + issue.message())
                .containsExactly("sample.drl:14: Rule ID `th-1` is already used at enterprise.xlsx!Thresholds!C2");
    }

    @Test
    void failingRuleLeavesOneAccountUndecidedAndTheOthersAlone() {
        ModelFiles files =
                WorkedExample.builder().rules("sample.drl", GUARDRAILS).files();
        List<Decider.Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            inquiries.add(new Decider.Inquiry(
                    account("a" + i, 65, "renewal", i % 100 == 50 ? "faulty" : "active"), PriorState.NONE));
        }

        try (Decider decider = decider(files)) {
            List<Decision> decisions = decider.decide(inquiries);

            assertThat(decisions)
                    .extracting(Decision::accountId)
                    .startsWith("a0", "a1")
                    .hasSize(300);
            assertThat(decisions)
                    .filteredOn(each -> each.status() == Decision.Status.UNDECIDED)
                    .hasSize(3)
                    .allSatisfy(each -> {
                        assertThat(each.scores()).isEmpty();
                        assertThat(each.issues())
                                .extracting(DecisionIssue::message)
                                .containsExactly(
                                        "rule `GR-FAULTY` failed: severity must be low, medium or high, but is `huge`");
                    });
        }
    }

    @Test
    void decisionsDoNotDependOnBatchesNorOnThreads() throws Exception {
        ModelFiles files =
                WorkedExample.builder().rules("sample.drl", GUARDRAILS).files();
        List<Decider.Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            inquiries.add(new Decider.Inquiry(
                    account("a" + i, i % 101, i % 3 == 0 ? "renewal" : "adoption", i % 7 == 0 ? "dispute" : "active"),
                    PriorState.NONE));
        }
        try (Decider decider = decider(files)) {
            List<Decision> together = decider.decide(inquiries);
            List<Decision> alone = inquiries.parallelStream()
                    .map(inquiry -> decider.decide(inquiry.snapshot(), inquiry.prior()))
                    .toList();
            assertThat(alone).isEqualTo(together);
        }
    }

    static AccountSnapshot account(String id, int seats, String lifecycle, String status) {
        return new AccountSnapshot(
                id,
                LocalDate.of(2026, 3, 1),
                Map.of("lifecycle_stage", lifecycle, "contract_status", status),
                Map.of(
                        "seat_utilisation", Observation.of(BigDecimal.valueOf(seats)),
                        "support_csat", Observation.of(new BigDecimal("4.2"))),
                List.of());
    }

    static Decider decider(ModelFiles files) {
        Compilation compilation = ModelCompiler.compile(files, "test");
        assertThat(compilation.issues()).isEmpty();
        return ((Compilation.Accepted) compilation).decider();
    }

    private static Decision decide(ModelFiles files, AccountSnapshot snapshot) {
        try (Decider decider = decider(files)) {
            return decider.decide(snapshot, PriorState.NONE);
        }
    }
}
