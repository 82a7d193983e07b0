package io.barograph.engine.exchange;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions with something in every member, and with nothing in any. */
public final class SampleDecision {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final ModelVersion MODEL = new ModelVersion("7", "sha256:ab");

    private SampleDecision() {}

    public static Decision decided() {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        scores.put("Overall", number("77.50"));
        scores.put("Retention", number("100.00"));
        return new Decision(
                "acme-42",
                AS_OF,
                Decision.Status.DECIDED,
                MODEL,
                "enterprise",
                null,
                scores,
                Map.of("Overall", "green"),
                number("100.00"),
                "high",
                probabilities(),
                number("14400"),
                List.of(new RaisedFlag("champion-risk", "high", "SG-1")),
                "at-risk",
                playbooks(),
                List.of(
                        new Escalation("VP Customer Success", "call them", AS_OF.plusDays(2), "ES-1"),
                        new Escalation("CRO", null, null, "ES-2")),
                contributions(),
                List.of(
                        new ScoreChange(
                                ScoreChange.Kind.MISSING_DATA, "csat", null, number("4.2"), null, number("-1.5")),
                        new ScoreChange(ScoreChange.Kind.DATA, null, "stage", "adoption", "renewal", number("2.25")),
                        new ScoreChange(ScoreChange.Kind.MODEL, null, null, null, null, number("-0.01"))),
                List.of(fired()),
                List.of(
                        new DecisionIssue("out-of-range", "`csat` is 9, above 5", "csat"),
                        new DecisionIssue("note", "n", null)));
    }

    public static Decision undecided() {
        return new Decision(
                "acme-43",
                AS_OF,
                Decision.Status.UNDECIDED,
                MODEL,
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, BigDecimal> probabilities() {
        Map<String, BigDecimal> probabilities = new LinkedHashMap<>();
        probabilities.put("churn_30d", number("0.02"));
        probabilities.put("expansion_30d", number("0.01"));
        probabilities.put("churn_90d", number("0.08"));
        probabilities.put("expansion_90d", number("0.123456"));
        probabilities.put("churn_180d", number("0.11"));
        probabilities.put("expansion_180d", number("0.2"));
        return probabilities;
    }

    private static List<Recommendation> playbooks() {
        return List.of(
                new Recommendation(
                        "save-call", "=call \"them\"", "CSM", null, AS_OF.plusDays(14), 1, null, "PB-1", null, null),
                new Recommendation(
                        "upsell",
                        null,
                        null,
                        null,
                        null,
                        null,
                        number("1200.25"),
                        "PB-2",
                        "PB-1",
                        LocalDate.of(2026, 4, 1)));
    }

    private static List<Contribution> contributions() {
        return List.of(
                new Contribution(
                        "Overall",
                        null,
                        "Retention",
                        number("77.50"),
                        number("77.50"),
                        number("100"),
                        number("77.50"),
                        null),
                new Contribution(
                        "Retention",
                        "seats",
                        null,
                        number("65"),
                        number("65.00"),
                        number("60.500000"),
                        number("80.00"),
                        "SC-1"),
                new Contribution(
                        "Retention", "csat", null, null, number("50"), number("39.5"), number("20.25"), "IN-1"),
                new Contribution("Retention", null, null, null, null, null, number("-0.25"), "CP-1"));
    }

    private static FiredRule fired() {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("seats", number("65"));
        inputs.put("live", true);
        inputs.put("since", LocalDate.of(2025, 1, 1));
        inputs.put("Flags", List.of("a", "b"));
        inputs.put("gone", null);
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("indicator", "seats");
        effect.put("sub_score", number("65.00"));
        return new FiredRule(1, "SC-1", "Scoring", "enterprise.xlsx!Scoring!C14", "seats are in use", inputs, effect);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
