package io.barograph.testkit.large;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The data contract of a large model: who an account is, and up to forty indicators. */
final class LargeContract {

    static final List<String> TIERS = List.of("strategic", "key", "standard");
    static final int MOST_INDICATORS = 40;

    private static final List<String> CATEGORIES =
            List.of("usage", "engagement", "relationship", "outcome", "financial");
    private static final List<String> MEASURES = List.of(
            "Logins",
            "Seats in use",
            "Features opened",
            "Workflows finished",
            "Tickets solved",
            "Meetings held",
            "Trainings taken",
            "Answers given");
    private static final List<String> AREAS =
            List.of("per week", "in the core product", "by managers", "by admins", "abroad");
    private static final int[] RANGES = {100, 100, 500, 10, 100, 1_000, 5, 100};

    private final LargeField market;
    private final LargeField industry = text(
            "industry",
            "Industry",
            List.of(
                    "banking",
                    "insurance",
                    "retail",
                    "telecoms",
                    "energy",
                    "transport",
                    "media",
                    "health",
                    "education",
                    "government",
                    "software",
                    "food"));
    private final LargeField plan = text("plan", "Plan", List.of("free", "team", "business", "corporate", "custom"));
    private final LargeField stage =
            text("stage", "Lifecycle stage", List.of("onboarding", "adoption", "value", "renewal", "expansion"));
    private final LargeField arr = new LargeField("arr", "ARR", 10_000_000, List.of(), null);
    private final List<LargeField> indicators = new ArrayList<>();

    LargeContract(List<String> markets) {
        market = text("market", "Market", markets);
        for (int i = 0; i < MOST_INDICATORS; i++) {
            String label = MEASURES.get(i % MEASURES.size()) + " " + AREAS.get(i / MEASURES.size());
            indicators.add(new LargeField(
                    "indicator_" + i,
                    label,
                    RANGES[i % RANGES.length],
                    i % 10 == 9 ? List.of("poor", "fair", "good", "excellent") : List.of(),
                    CATEGORIES.get(i % CATEGORIES.size())));
        }
    }

    private static LargeField text(String name, String label, List<String> values) {
        return new LargeField(name, label, 0, values, null);
    }

    LargeField market() {
        return market;
    }

    LargeField industry() {
        return industry;
    }

    LargeField plan() {
        return plan;
    }

    LargeField stage() {
        return stage;
    }

    LargeField arr() {
        return arr;
    }

    /** The first of them, in the order of the contract. */
    List<LargeField> indicators(int count) {
        return indicators.subList(0, count);
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("""
            apiVersion: v3.0.2
            kind: DataContract
            id: large
            name: large
            version: "1"
            status: active
            schema:
              - name: attributes
                properties:
            """);
        List.of(market, industry, plan, stage, arr).forEach(field -> yaml.append(field.yaml()));
        yaml.append("      - name: renewal_date\n        businessName: \"Renewal date\"\n        logicalType: date\n");
        yaml.append("  - name: indicators\n    properties:\n");
        indicators.forEach(field -> yaml.append(field.yaml()));
        return yaml.toString();
    }

    static List<String> markets(int count) {
        return IntStream.range(0, count).mapToObj(i -> "market-" + (i + 1)).toList();
    }
}
