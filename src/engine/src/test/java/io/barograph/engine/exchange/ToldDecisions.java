package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.decision.NearMisses.NearRow;
import io.barograph.engine.decision.PreviousDecision;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.decision.ScoreChange.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions about ice-cream vans, so that nothing can lean on the shipped models. */
final class ToldDecisions {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final ModelVersion MODEL = new ModelVersion("9", "sha256:0123456789abcdef0123456789abcdef");

    private ToldDecisions() {}

    static Contract contract() {
        return new Contract(
                "1.0.0",
                List.of(
                        field("cones_sold", "Cones sold", "cones", "sales"),
                        field("freezer_uptime", "Freezer uptime", "percent", "machine"),
                        field("queue", "Queue", "people", "sales"),
                        field("flavours", "Flavours", null, "sales"),
                        field("music", "Music", "decibels", "machine")),
                List.of());
    }

    private static Field field(String name, String label, @Nullable String unit, String category) {
        return new Field(
                Field.Role.INDICATOR,
                name,
                label,
                null,
                FieldType.NUMBER,
                BigDecimal.ZERO,
                number("100"),
                List.of(),
                category,
                unit,
                Field.Direction.HIGHER_IS_BETTER,
                30,
                true,
                false,
                "");
    }

    /** Everything that can be told at once. Service 41, machine 78; overall 55.8, capped at 50. */
    static Decision decided() {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        scores.put("Overall", number("50"));
        scores.put("Service", number("41"));
        scores.put("Machine", number("78"));
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("Overall", "yellow");
        bands.put("Service", "drizzle");
        return new Decision(
                "van-7",
                AS_OF,
                Decision.Status.DECIDED,
                MODEL,
                "seaside",
                "key",
                scores,
                bands,
                number("92.5"),
                "high",
                Map.of(),
                null,
                List.of(new RaisedFlag("heat-wave", "high", "GR-HEAT")),
                null,
                playbooks(),
                List.of(),
                contributions(),
                List.of(),
                fired(),
                List.of(new DecisionIssue("out-of-range", "`Music` is 140, above the maximum 100", "music")));
    }

    /** The same a month after it scored 62, with all that follows. */
    static Decision moved() {
        Decision decided = decided();
        Map<String, BigDecimal> probabilities = new LinkedHashMap<>();
        probabilities.put("churn_30d", number("0.05"));
        probabilities.put("expansion_30d", number("0.01"));
        probabilities.put("churn_90d", number("0.123456"));
        probabilities.put("expansion_90d", number("0.02"));
        return new Decision(
                decided.accountId(),
                decided.asOf(),
                decided.status(),
                decided.model(),
                decided.segment(),
                decided.tier(),
                decided.scores(),
                decided.bands(),
                decided.coverage(),
                decided.confidence(),
                probabilities,
                number("12345.6"),
                decided.flags(),
                "melting",
                decided.playbooks(),
                List.of(
                        new Escalation("Head of vans", "Look at the freezer", AS_OF.plusDays(1), "ES-1"),
                        new Escalation("Mayor", null, null, "ES-2")),
                decided.contributions(),
                List.of(
                        change(Kind.MISSING_DATA, "flavours", null, number("7"), null, "-0.5"),
                        change(Kind.MISSING_DATA, "music", null, null, number("60"), "1"),
                        change(Kind.DATA, "cones_sold", null, number("40"), number("12"), "-9.25"),
                        change(Kind.DATA, "queue", null, number("20"), number("31"), "-0.75"),
                        change(Kind.DATA, null, "site", "pier", "car park", "-1"),
                        change(Kind.DATA, null, "as_of", AS_OF.minusDays(30), AS_OF, "0.5"),
                        change(Kind.MODEL, null, null, null, null, "-2")),
                decided.fired(),
                decided.issues());
    }

    private static ScoreChange change(
            Kind kind,
            @Nullable String indicator,
            @Nullable String attribute,
            @Nullable Object from,
            @Nullable Object to,
            String points) {
        return new ScoreChange(kind, indicator, attribute, from, to, number(points));
    }

    /** What was before, and what nearly was. */
    static Background background() {
        return new Background(
                new PreviousDecision(AS_OF.minusDays(30), number("62"), "green"),
                new NearMisses(
                        List.of(
                                new Lift("freezer_uptime", number("98.5"), number("99.25"), "green", number("60.02")),
                                new Lift("queue", number("31"), number("12"), "green", number("61"))),
                        List.of(
                                new NearRow(
                                        "SG-4",
                                        "Signals",
                                        "seaside.xlsx!Signals!B4",
                                        "queue",
                                        number("31"),
                                        ">= 35",
                                        number("4"),
                                        Map.of("flag", "crowded", "severity", "low")),
                                new NearRow(
                                        "CP-2",
                                        "Caps",
                                        "seaside.xlsx!Caps!B3",
                                        "site",
                                        null,
                                        "beach",
                                        null,
                                        effect("score", "Overall", "at_most", number("40"))))));
    }

    private static List<Contribution> contributions() {
        return List.of(
                share("Overall", null, "Service", "41", "41", "60", "24.6", null),
                share("Overall", null, "Machine", "78", "78", "40", "31.2", null),
                share("Overall", null, null, null, null, null, "-5.8", "CP-1"),
                share("Service", "cones_sold", null, "12", "20", "50", "10", "SC-1"),
                share("Service", "queue", null, "31", "65", "30", "19.5", "SC-2"),
                share("Service", "flavours", null, null, "57.5", "20", "11.5", null),
                share("Machine", "freezer_uptime", null, "98.5", "78", "100", "78", "SC-4"));
    }

    private static List<Recommendation> playbooks() {
        return List.of(
                new Recommendation(
                        "Visit the van",
                        "Bring a second freezer",
                        "Area manager",
                        "phone",
                        AS_OF.plusDays(3),
                        1,
                        number("1200.25"),
                        "PB-1",
                        null,
                        null),
                new Recommendation(
                        "Taste new flavours",
                        null,
                        null,
                        "mail",
                        null,
                        2,
                        null,
                        "PB-2",
                        null,
                        LocalDate.of(2026, 7, 20)),
                new Recommendation("Sell a second van", null, null, null, null, 3, null, "PB-3", "PB-1", null),
                new Recommendation("Sell sprinkles", null, null, null, null, 4, null, "PB-4", "GR-HEAT", null));
    }

    private static List<FiredRule> fired() {
        return List.of(
                fired(1, "SC-1", "seaside.xlsx!Scoring!D2", "hardly anybody buys cones", scored("cones_sold", "20")),
                fired(2, "SC-2", "seaside.xlsx!Scoring!D5", "people queue, but not far", scored("queue", "65")),
                fired(3, null, "seaside.xlsx!Indicators!D4", null, scored("flavours", "57.5")),
                fired(
                        4,
                        "SC-4",
                        "seaside.xlsx!Scoring!D9",
                        "the freezer ran 98.5 % of the time, which leaves a few litres of soup on a hot day",
                        scored("freezer_uptime", "78")),
                fired(
                        5,
                        "CX-1",
                        "seaside.xlsx!Context!E2",
                        "in summer sales count more",
                        effect("category", "sales", "multiply_weight_by", number("1.5"))),
                fired(
                        6,
                        "CX-2",
                        "seaside.xlsx!Context!E3",
                        "nothing was scored that this would weigh",
                        effect("indicator", "music", "multiply_weight_by", number("2"))),
                fired(
                        7,
                        "CP-1",
                        "seaside.xlsx!Caps!D2",
                        "no van is fine while it is recalled",
                        effect("score", "Overall", "at_most", number("50"), "points", number("-5.8"))),
                fired(
                        8,
                        "TH-2",
                        "seaside.xlsx!Thresholds!C3",
                        "in reach of yellow",
                        effect("score", "Overall", "band", "yellow", "kept", true)),
                fired(
                        9,
                        "GR-HEAT",
                        "heat.drl:12",
                        "nobody buys sprinkles in the heat",
                        effect("score", "Service", "band_at_most", "drizzle", "lowered", true)),
                fired(
                        10,
                        "PB-1",
                        "seaside.xlsx!Playbooks!C2",
                        "the score fell below 60",
                        effect("playbook", "Visit the van", "state", "running")));
    }

    /** Nothing could be scored. */
    static Decision withoutScore() {
        return undecided(
                number("0"),
                List.of(
                        new DecisionIssue("wrong-type", "`Queue` is `long`, but must be a number", "queue"),
                        new DecisionIssue(
                                "no-score", "no dimension that counts towards Overall has a usable indicator", null)));
    }

    /** No workbook could score it. */
    static Decision withoutModel() {
        return undecided(
                null,
                List.of(new DecisionIssue(
                        "no-model", "segment `mountain` has no workbook, so nothing can score the account", null)));
    }

    private static Decision undecided(@Nullable BigDecimal coverage, List<DecisionIssue> issues) {
        return new Decision(
                "van-8",
                AS_OF,
                Decision.Status.UNDECIDED,
                MODEL,
                "mountain",
                null,
                Map.of(),
                coverage == null ? Map.of() : Map.of("Overall", "unknown"),
                coverage,
                coverage == null ? null : "low",
                Map.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                issues);
    }

    private static FiredRule fired(
            int seq, @Nullable String id, String cell, @Nullable String because, Map<String, @Nullable Object> effect) {
        return new FiredRule(seq, id, "", cell, because, Map.of(), effect);
    }

    private static Map<String, @Nullable Object> scored(String indicator, String subScore) {
        return effect("indicator", indicator, "sub_score", number(subScore));
    }

    private static Map<String, @Nullable Object> effect(Object... entries) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            effect.put(entries[i].toString(), entries[i + 1]);
        }
        return effect;
    }

    private static Contribution share(
            String score,
            @Nullable String indicator,
            @Nullable String dimension,
            @Nullable String value,
            @Nullable String subScore,
            @Nullable String weight,
            String points,
            @Nullable String ruleId) {
        return new Contribution(
                score,
                indicator,
                dimension,
                value == null ? null : number(value),
                subScore == null ? null : number(subScore),
                weight == null ? null : number(weight),
                number(points),
                ruleId);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
