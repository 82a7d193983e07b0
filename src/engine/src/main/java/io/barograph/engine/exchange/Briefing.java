package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The account in a few sentences, for whoever calls it next: how it stands, what declined, what is at stake, what comes first. */
final class Briefing {

    private static final int DECLINES = 3;

    private final Decision decision;
    private final Changed changed;

    Briefing(Decision decision, Changed changed) {
        this.decision = decision;
        this.changed = changed;
    }

    /** Empty for an undecided account. */
    String text() {
        BigDecimal overall = decision.overall();
        if (overall == null) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        String band = decision.overallBand();
        sentences.add(decision.accountId() + " scores " + Wording.value(overall) + " of 100"
                + (band == null ? "" : " and is " + band) + ".");
        if (!changed.summary().isEmpty()) {
            sentences.add(changed.summary() + ".");
        }
        declines(sentences);
        if (!decision.flags().isEmpty()) {
            sentences.add("Flagged: "
                    + decision.flags().stream().map(Briefing::named).distinct().collect(Collectors.joining(", "))
                    + ".");
        }
        BigDecimal churn = decision.probabilities().get("churn_90d");
        Object arrAtRisk = decision.told(decision.arrAtRisk());
        if (churn != null) {
            sentences.add("The chance of churn within 90 days is " + Wording.percent(churn)
                    + (arrAtRisk == null ? "" : ", which puts " + Wording.amount(arrAtRisk) + " of ARR at risk")
                    + ".");
        }
        decision.playbooks().stream()
                .filter(Recommendation::running)
                .findFirst()
                .ifPresent(first -> sentences.add("First: " + first.playbook()
                        + (first.ownerRole() == null ? "" : ", " + first.ownerRole())
                        + (first.due() == null ? "" : ", due " + first.due()) + "."));
        return String.join(" ", sentences);
    }

    private static String named(RaisedFlag flag) {
        return flag.flag() + " (" + flag.severity() + ")";
    }

    private void declines(List<String> sentences) {
        List<String> declines = changed.declines();
        if (!declines.isEmpty()) {
            int more = declines.size() - DECLINES;
            sentences.add("What got worse: "
                    + declines.stream().limit(DECLINES).collect(Collectors.joining("; "))
                    + (more > 0 ? "; and " + more + " more" : "") + ".");
        }
    }
}
