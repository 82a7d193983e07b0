package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.Page.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is to be expected of the account, as far as the past tells, and what is at stake. */
final class Outlook {

    private static final Pattern PROBABILITY = Pattern.compile("(churn|expansion)_(\\d+)d");

    private final Decision decision;

    Outlook(Decision decision) {
        this.decision = decision;
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        chance("churn", items);
        chance("expansion", items);
        Object arrAtRisk = decision.told(decision.arrAtRisk());
        if (arrAtRisk != null) {
            items.add(item("ARR at risk: " + Wording.amount(arrAtRisk)));
        }
        if (decision.cohort() != null) {
            items.add(item("cohort: " + decision.cohort()));
        }
        return items;
    }

    private void chance(String event, List<Item> items) {
        String chances = decision.probabilities().entrySet().stream()
                .flatMap(entry -> PROBABILITY
                        .matcher(entry.getKey())
                        .results()
                        .filter(match -> match.group(1).equals(event))
                        .map(match -> Wording.percent(entry.getValue()) + " within " + days(match)))
                .collect(Collectors.joining(", "));
        if (!chances.isEmpty()) {
            items.add(item("chance of " + event + ": " + chances));
        }
    }

    private static String days(MatchResult match) {
        return match.group(2) + " days";
    }

    private static Item item(String headline) {
        return new Item("", headline, List.of(), null);
    }
}
