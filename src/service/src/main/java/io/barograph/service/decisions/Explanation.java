package io.barograph.service.decisions;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.exchange.Pull;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person would want it told: where the account stands, what holds it there, and what to do.
 *
 * @param headline all of it in one sentence
 * @param pullsDown indicators that pull the overall score down, the strongest first
 * @param pullsUp indicators that pull it up, the strongest first
 * @param limits caps and floors that moved a score
 * @param playbooks what to do now
 * @param notNow what would be recommended if nothing suppressed it and it did not cool down
 */
record Explanation(
        UUID decisionId,
        String accountId,
        LocalDate asOf,
        String headline,
        @Nullable String segment,
        @Nullable String tier,
        Map<String, BigDecimal> scores,
        Map<String, String> bands,
        @Nullable BigDecimal coverage,
        @Nullable String confidence,
        List<Influence> pullsDown,
        List<Influence> pullsUp,
        List<Limit> limits,
        List<Step> playbooks,
        List<Step> notNow,
        List<String> issues) {

    /** @param points how far the indicator pulls the overall score from where the others hold it */
    record Influence(
            String indicator,
            String label,
            @Nullable Object value,
            BigDecimal points,
            @Nullable Rule rule) {}

    /** @param points what the row added to the score; negative for a cap */
    record Limit(String score, BigDecimal points, @Nullable Rule rule) {}

    record Step(
            String playbook,
            @Nullable String action,
            @Nullable String ownerRole,
            @Nullable LocalDate due,
            @Nullable String suppressedBy,
            @Nullable LocalDate coolingUntil,
            @Nullable Rule rule) {}

    /** The row that fired: where it stands and what it says. */
    record Rule(
            @Nullable String ruleId, String cell, @Nullable String because) {}

    static Explanation of(UUID id, Decision decision, Contract contract) {
        List<Influence> influences = Pull.of(decision).stream()
                .map(pull -> influence(pull, decision, contract))
                .toList();
        return new Explanation(
                id,
                decision.accountId(),
                decision.asOf(),
                headline(decision),
                decision.segment(),
                decision.tier(),
                canonical(decision.scores()),
                decision.bands(),
                decision.coverage(),
                decision.confidence(),
                influences.stream().filter(pull -> pull.points().signum() < 0).toList(),
                influences.stream()
                        .filter(pull -> pull.points().signum() > 0)
                        .sorted(Comparator.comparing(Influence::points).reversed())
                        .toList(),
                limits(decision),
                steps(decision, Recommendation::running),
                steps(decision, playbook -> !playbook.running()),
                decision.issues().stream().map(issue -> issue.message()).toList());
    }

    private static String headline(Decision decision) {
        BigDecimal overall = decision.overall();
        if (overall == null) {
            String why = decision.issues().isEmpty()
                    ? "no score could be computed"
                    : decision.issues().get(decision.issues().size() - 1).message();
            return decision.accountId() + " is undecided on " + decision.asOf() + ": " + why;
        }
        String band = decision.overallBand();
        return decision.accountId() + " scores " + Numbers.display(overall) + " of 100"
                + (band == null ? "" : ", which is " + band + ",") + " on " + decision.asOf();
    }

    private static Map<String, BigDecimal> canonical(Map<String, BigDecimal> scores) {
        Map<String, BigDecimal> canonical = new LinkedHashMap<>();
        scores.forEach((score, value) -> canonical.put(score, Numbers.canonical(value)));
        return canonical;
    }

    private static Influence influence(Pull pull, Decision decision, Contract contract) {
        Contribution contribution = decision.contributions().stream()
                .filter(part -> pull.indicator().equals(part.indicator()))
                .findFirst()
                .orElseThrow();
        Field field = contract.named(pull.indicator());
        return new Influence(
                pull.indicator(),
                field == null ? pull.indicator() : field.label(),
                contribution.value(),
                Numbers.canonical(pull.points()),
                rule(
                        decision,
                        fired -> fired.ruleId() != null
                                && fired.ruleId().equals(contribution.ruleId())
                                && pull.indicator().equals(fired.effect().get("indicator"))));
    }

    private static List<Limit> limits(Decision decision) {
        return decision.contributions().stream()
                .filter(part -> part.indicator() == null
                        && part.dimension() == null
                        && part.points().signum() != 0)
                .map(part -> new Limit(
                        part.score(),
                        Numbers.canonical(part.points()),
                        rule(decision, fired -> Objects.equals(fired.ruleId(), part.ruleId()))))
                .toList();
    }

    private static List<Step> steps(Decision decision, Predicate<Recommendation> wanted) {
        return decision.playbooks().stream()
                .filter(wanted)
                .map(playbook -> new Step(
                        playbook.playbook(),
                        playbook.action(),
                        playbook.ownerRole(),
                        playbook.due(),
                        playbook.suppressedBy(),
                        playbook.coolingUntil(),
                        rule(decision, fired -> playbook.ruleId().equals(fired.ruleId()))))
                .toList();
    }

    private static @Nullable Rule rule(Decision decision, Predicate<FiredRule> wanted) {
        return decision.fired().stream()
                .filter(wanted)
                .findFirst()
                .map(fired -> new Rule(fired.ruleId(), fired.cell(), fired.because()))
                .orElse(null);
    }
}
