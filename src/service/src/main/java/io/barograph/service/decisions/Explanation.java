package io.barograph.service.decisions;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.decision.NearMisses.NearRow;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.exchange.Background;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.Factor;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
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
 * @param briefing a few sentences for whoever calls the account next; empty when it is undecided
 * @param pullsDown indicators that pull the overall score down, the costliest first
 * @param pullsUp indicators that hold it up, the most valuable first
 * @param limits caps and floors that moved a score
 * @param playbooks what to do now
 * @param notNow what would be recommended if nothing suppressed it and it did not cool down
 * @param nearMisses null unless asked for
 */
record Explanation(
        UUID decisionId,
        String accountId,
        LocalDate asOf,
        String headline,
        String briefing,
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
        List<String> issues,
        @Nullable NearlySo nearMisses) {

    /** Every indicator there is. */
    private static final int INDICATORS = Integer.MAX_VALUE;

    /** @param points of the overall score that a full sub-score would add (negative), or that this one brings */
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

    /** What nearly happened: changes of one indicator that would lift the account, and rows one condition short of firing. */
    record NearlySo(List<LiftedBy> lifts, List<NearRow> rows) {

        static NearlySo of(NearMisses near, Contract contract) {
            return new NearlySo(
                    near.lifts().stream()
                            .map(lift -> LiftedBy.of(lift, contract))
                            .toList(),
                    near.rows());
        }
    }

    /** @param change of the indicator's processed value, to minus from */
    record LiftedBy(
            String indicator,
            String label,
            BigDecimal from,
            BigDecimal to,
            BigDecimal change,
            String band,
            BigDecimal overall) {

        static LiftedBy of(Lift lift, Contract contract) {
            return new LiftedBy(
                    lift.indicator(),
                    Explanation.label(lift.indicator(), contract),
                    lift.from(),
                    lift.to(),
                    Numbers.canonical(lift.change()),
                    lift.band(),
                    Numbers.canonical(lift.overall()));
        }
    }

    private static String label(String name, Contract contract) {
        Field field = contract.named(name);
        return field == null ? name : field.label();
    }

    /** @param withNear whether near misses were asked for */
    static Explanation of(UUID id, Decision decision, Contract contract, Background background, boolean withNear) {
        return new Explanation(
                id,
                decision.accountId(),
                decision.asOf(),
                headline(decision),
                DecisionText.briefing(decision, contract, background),
                decision.segment(),
                decision.tier(),
                canonical(decision.scores()),
                decision.bands(),
                decision.coverage(),
                decision.confidence(),
                influences(Factor.down(decision, INDICATORS), decision, contract),
                influences(Factor.up(decision, INDICATORS), decision, contract),
                limits(decision),
                steps(decision, Recommendation::running),
                steps(decision, playbook -> !playbook.running()),
                decision.issues().stream().map(issue -> issue.message()).toList(),
                withNear ? NearlySo.of(background.near(), contract) : null);
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

    private static List<Influence> influences(List<Factor> factors, Decision decision, Contract contract) {
        return factors.stream()
                .map(factor -> influence(factor, decision, contract))
                .toList();
    }

    private static Influence influence(Factor factor, Decision decision, Contract contract) {
        Contribution contribution = factor.indicator();
        String name = String.valueOf(contribution.indicator());
        return new Influence(
                name,
                label(name, contract),
                contribution.value(),
                Numbers.canonical(factor.points()),
                rule(
                        decision,
                        fired -> name.equals(fired.effect().get("indicator"))
                                && Objects.equals(fired.ruleId(), contribution.ruleId())));
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
