package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.exchange.Page.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about the account, and what is held back and by what. */
final class ToDo {

    private final Decision decision;
    private final Firings firings;

    ToDo(Decision decision) {
        this.decision = decision;
        this.firings = Firings.of(decision);
    }

    /** Running playbooks in rank. */
    List<Item> now() {
        return decision.playbooks().stream()
                .filter(Recommendation::running)
                .map(playbook -> {
                    List<String> lines = new ArrayList<>();
                    if (playbook.action() != null) {
                        lines.add(playbook.action());
                    }
                    terms(playbook).ifPresent(lines::add);
                    lines.addAll(firings.because(firings.ruled(playbook.ruleId())));
                    return item(playbook, "→", lines);
                })
                .toList();
    }

    private Optional<String> terms(Recommendation playbook) {
        List<String> terms = new ArrayList<>();
        if (playbook.ownerRole() != null) {
            terms.add(playbook.ownerRole());
        }
        if (playbook.channel() != null) {
            terms.add("by " + playbook.channel());
        }
        if (playbook.due() != null) {
            terms.add("due " + playbook.due());
        }
        if (playbook.priority() != null) {
            terms.add("priority " + playbook.priority());
        }
        Object expectedValue = decision.told(playbook.expectedValue());
        if (expectedValue != null) {
            terms.add("expected value " + Wording.amount(expectedValue));
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", terms));
    }

    /** Those that fired but are suppressed or cooling, in rank. */
    List<Item> notNow() {
        return decision.playbooks().stream()
                .filter(playbook -> !playbook.running())
                .map(playbook -> item(playbook, "–", heldBack(playbook)))
                .toList();
    }

    private List<String> heldBack(Recommendation playbook) {
        List<String> lines = new ArrayList<>();
        if (playbook.suppressedBy() != null) {
            lines.add("suppressed by " + suppressor(playbook.suppressedBy()));
        }
        if (playbook.coolingUntil() != null) {
            lines.add("recommended lately; offered again from " + playbook.coolingUntil());
        }
        return lines;
    }

    private String suppressor(String ruleId) {
        Optional<FiredRule> rule = firings.ruled(ruleId);
        Object playbook = rule.map(FiredRule::effect)
                .map(effect -> effect.get("playbook"))
                .orElse(null);
        String because = String.join("", firings.because(rule));
        String cell = rule.map(FiredRule::cell).orElse("");
        return playbook != null
                ? playbook + " (" + ruleId + ")"
                : ruleId + (because.isEmpty() ? "" : ": " + because) + (cell.isEmpty() ? "" : " (" + cell + ")");
    }

    private Item item(Recommendation playbook, String lead, List<String> lines) {
        return new Item(
                lead,
                playbook.playbook(),
                lines,
                firings.ruled(playbook.ruleId()).map(Firings::source).orElse(playbook.ruleId()));
    }
}
