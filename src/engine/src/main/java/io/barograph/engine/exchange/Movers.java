package io.barograph.engine.exchange;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.exchange.Page.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moved scores and bands besides the indicators: weights that the context changed, caps and floors that took effect,
 * bands that were lowered by a cap or a guardrail or kept by hysteresis.
 */
final class Movers {

    private final Decision decision;
    private final Wording wording;

    Movers(Decision decision, Wording wording) {
        this.decision = decision;
        this.wording = wording;
    }

    /** In the order they fired. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (FiredRule rule : decision.fired()) {
            Object factor = rule.effect().get("multiply_weight_by");
            if (factor instanceof BigDecimal by && reweighs(rule, by)) {
                items.add(item(rule, "×" + Wording.value(by), "weight of " + reweighed(rule)));
            }
            Object points = rule.effect().get("points");
            if (points instanceof BigDecimal moved && moved.signum() != 0) {
                items.add(item(rule, Wording.points(moved), bound(rule)));
            }
            if (is(rule, "lowered")) {
                items.add(item(
                        rule, "band", score(rule) + " at most " + rule.effect().get("band_at_most")));
            }
            if (is(rule, "kept")) {
                items.add(item(
                        rule, "band", score(rule) + " stays " + rule.effect().get("band")));
            }
        }
        return items;
    }

    private static Item item(FiredRule rule, String lead, String headline) {
        String because = rule.because();
        return new Item(lead, headline, because == null ? List.of() : List.of(because), Firings.source(rule));
    }

    /** Whether it touched anything that was scored. */
    private boolean reweighs(FiredRule rule, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) != 0
                && decision.contributions().stream()
                        .anyMatch(contribution -> contribution.indicator() != null
                                && (contribution
                                                .indicator()
                                                .equals(rule.effect().get("indicator"))
                                        || inCategory(
                                                contribution.indicator(),
                                                rule.effect().get("category"))));
    }

    private boolean inCategory(String indicator, @Nullable Object category) {
        Field field = wording.contract().named(indicator);
        return category != null
                && field != null
                && field.category() != null
                && field.category().equalsIgnoreCase(category.toString());
    }

    private String reweighed(FiredRule rule) {
        Object indicator = rule.effect().get("indicator");
        return indicator == null
                ? "all " + rule.effect().get("category") + " indicators"
                : wording.label(indicator.toString());
    }

    private static String bound(FiredRule rule) {
        List<String> bounds = new ArrayList<>();
        if (rule.effect().get("at_least") != null) {
            bounds.add("at least " + Wording.value(rule.effect().get("at_least")));
        }
        if (rule.effect().get("at_most") != null) {
            bounds.add("at most " + Wording.value(rule.effect().get("at_most")));
        }
        return score(rule) + " " + String.join(", ", bounds);
    }

    private static String score(FiredRule rule) {
        return Objects.toString(rule.effect().get("score"));
    }

    private static boolean is(FiredRule rule, String effect) {
        return Boolean.TRUE.equals(rule.effect().get(effect));
    }
}
