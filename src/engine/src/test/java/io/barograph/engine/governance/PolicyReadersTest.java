package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.override.OverrideKind;
import io.barograph.engine.override.OverrideLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyReadersTest {

    private static final String RIGHTS = """
        version: 1
        standard:
          authors: [author]
          approvers: [approver, "person:ceo"]
          activators: [operator]
          overriders: [csm]
          approvals: 1
          longest_override_days: 30
        segments:
          - segment: Enterprise
            approvals: 2
        """;

    private static final String GUARDRAILS = """
        version: 1
        tests:
          least: 5
          rules_fired: 60
        coverage:
          accounts_decided: 95
          inputs: 50
        bands:
          share_changing: 20
          accounts_at_least: 20
        protected:
          fields:
            - field: region
            - field: age
              cuts: [30, 50]
          association: 0.3
        fairness:
          error_gap: 10
          intervention_gap: 15
          smallest_group: 30
          outcome:
            field: left
            lost: [yes]
            at_risk: [red]
        canary:
          share_changing: 10
          accounts_at_least: 50
        """;

    private final Issues issues = new Issues();

    @Test
    void readsRightsAndWhatSegmentsChange() {
        DecisionRights rights = Objects.requireNonNull(rights(RIGHTS));
        Actor ceo = new Actor("user:ceo", "ceo", Set.of(), false, Set.of());
        Actor approver = new Actor("user:bo", "bo", Set.of("approver"), false, Set.of("enterprise"));

        assertThat(rights.of("enterprise").approvals()).isEqualTo(2);
        assertThat(rights.of("SMB").approvals()).isEqualTo(1);
        assertThat(rights.allow(Right.APPROVE, ceo, "SMB")).isTrue();
        assertThat(rights.allow(Right.APPROVE, approver, "Enterprise")).isTrue();
        assertThat(rights.allow(Right.APPROVE, approver, "SMB")).isFalse();
        assertThat(rights.allow(Right.APPROVE, approver, DecisionRights.SHARED)).isFalse();
        assertThat(rights.allow(Right.ACTIVATE, ceo, "SMB")).isFalse();
    }

    @Test
    void saysOnWhichLineRightsAreWrong() {
        assertThat(rights(RIGHTS.replace("approvals: 2", "aprovals: 2"))).isNull();
        assertThat(found())
                .containsExactly("decision-rights.yaml:11 unknown key `aprovals` in an item of `segments`; did you mean"
                        + " `approvals`?");
    }

    @Test
    void refusesRolesThatDoNotExist() {
        assertThat(rights(RIGHTS.replace("[operator]", "[operators]"))).isNull();
        assertThat(found())
                .containsExactly("decision-rights.yaml:5 `activators` has `operators`, which is no role; did you mean"
                        + " `operator`?");
    }

    @Test
    void refusesFewerThanOneApproval() {
        assertThat(rights(RIGHTS.replace("approvals: 1", "approvals: 0"))).isNull();
        assertThat(found())
                .containsExactly(
                        "decision-rights.yaml:7 `approvals` is `0`, but must be a whole number from 1 to 1,000,000");
    }

    @Test
    void allowsNoOverridesWhereNothingIsSaidOfThem() {
        assertThat(Objects.requireNonNull(rights(RIGHTS)).of("SMB").overrides()).isEqualTo(OverrideLimits.NONE);
    }

    @Test
    void readsHowFarOverridesGoAndWhatSegmentsChangeOfIt() {
        DecisionRights rights = Objects.requireNonNull(rights(overrides("second-person") + """
            overrides:
              bands_up: 0
        """));

        assertThat(rights.of("SMB").overrides())
                .isEqualTo(new OverrideLimits(
                        Set.of(OverrideKind.FLOOR, OverrideKind.CAP), 1, 2, OverrideLimits.Beyond.SECOND_PERSON));
        assertThat(rights.of("Enterprise").overrides())
                .isEqualTo(new OverrideLimits(
                        Set.of(OverrideKind.FLOOR, OverrideKind.CAP), 0, 2, OverrideLimits.Beyond.SECOND_PERSON));
    }

    @Test
    void saysOnWhichLineOverridesAreWrong() {
        assertThat(rights(overrides("refuse")
                        .replace("[floor, cap]", "[flour, cap]")
                        .replace("bands_up: 1", "bands_up: -1")
                        .replace("bands_down: 2", "band_down: 2")))
                .isNull();
        assertThat(found())
                .containsExactly(
                        "decision-rights.yaml:10 `bands_down` is missing; write a whole number from 0 to 1,000,000",
                        "decision-rights.yaml:10 `kinds` has `flour`, which is no kind of override; did you mean `floor`?",
                        "decision-rights.yaml:11 `bands_up` is `-1`, but must be a whole number from 0 to 1,000,000",
                        "decision-rights.yaml:12 unknown key `band_down` in `overrides`; did you mean `bands_down`?",
                        "decision-rights.yaml:13 `beyond` is `refuse`; write `refused` or `second-person`");
    }

    private static String overrides(String beyond) {
        return RIGHTS.replace(
                "  longest_override_days: 30\n",
                "  longest_override_days: 30\n  overrides:\n    kinds: [floor, cap]\n    bands_up: 1\n    bands_down: 2\n"
                        + "    beyond: " + beyond + "\n");
    }

    @Test
    void readsGuardrails() {
        GuardrailPolicy policy = Objects.requireNonNull(guardrails(GUARDRAILS));

        assertThat(policy.protectedFields().stream().map(one -> one.field().name()))
                .containsExactly("region", "age");
        assertThat(policy.bands().shareChanging()).isEqualByComparingTo("20");
        assertThat(Objects.requireNonNull(policy.fairness()).outcome()).isNotNull();
        assertThat(policy.canary().accountsAtLeast()).isEqualTo(50);
    }

    @Test
    void refusesToProtectWhatTheContractDoesNotKnow() {
        assertThat(guardrails(GUARDRAILS.replace("field: region", "field: regoin")))
                .isNull();
        assertThat(found())
                .containsExactly("guardrails.yaml:13 the data contract has no field `regoin`; did you mean `region`?");
    }

    @Test
    void asksForEveryLimit() {
        assertThat(guardrails(GUARDRAILS.replace("  share_changing: 20\n", ""))).isNull();
        assertThat(found())
                .containsExactly("guardrails.yaml:9 `share_changing` is missing; write a percentage from 0 to 100");
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThat(guardrails(GUARDRAILS.replace("association: 0.3", "association: 30")))
                .isNull();
        assertThat(found())
                .containsExactly("guardrails.yaml:16 `association` is `30`, but must be a number from 0 to 1");
    }

    @Test
    void saysWhereYamlBreaks() {
        assertThat(guardrails(GUARDRAILS.replace("tests:\n", "tests: {\n"))).isNull();
        assertThat(found())
                .singleElement()
                .asString()
                .startsWith("guardrails.yaml:")
                .contains("this is not YAML");
    }

    private @Nullable DecisionRights rights(String yaml) {
        return DecisionRightsReader.read("decision-rights.yaml", yaml.getBytes(StandardCharsets.UTF_8), issues);
    }

    private @Nullable GuardrailPolicy guardrails(String yaml) {
        return GuardrailPolicyReader.read("guardrails.yaml", yaml.getBytes(StandardCharsets.UTF_8), contract(), issues);
    }

    private List<String> found() {
        return issues.sorted().stream()
                .filter(Issue::isError)
                .map(issue -> issue.cell() + " " + issue.message())
                .toList();
    }

    private static Contract contract() {
        String yaml = """
            apiVersion: v3.0.2
            kind: DataContract
            id: test
            version: 1.0.0
            status: active
            schema:
              - name: attributes
                properties:
                  - name: region
                    logicalType: string
                  - name: age
                    logicalType: number
                  - name: left
                    logicalType: boolean
              - name: indicators
                properties:
                  - name: logins
                    logicalType: number
            """;
        return Objects.requireNonNull(
                ContractReader.read("data-contract.yaml", yaml.getBytes(StandardCharsets.UTF_8), new Issues()));
    }
}
