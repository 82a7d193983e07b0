package io.barograph.engine.audit.compact;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot and a past of the tree that {@link InputSource} read, with nothing put right as it is for callers. */
final class TreeInputs {

    private TreeInputs() {}

    static AccountSnapshot snapshot(Map<?, ?> tree) {
        Map<String, Observation> indicators = new LinkedHashMap<>();
        members(tree.get("indicators")).forEach((name, value) -> indicators.put(name, observation(value)));
        return new AccountSnapshot(
                text(tree, "account_id"),
                date(tree, "as_of"),
                members(tree.get("attributes")),
                indicators,
                entries(tree.get("history")));
    }

    static PriorState prior(@Nullable Object tree) {
        return new PriorState(entries(tree));
    }

    private static Observation observation(@Nullable Object tree) {
        return tree instanceof Map<?, ?> parts && parts.containsKey("value")
                ? new Observation(
                        parts.get("value"),
                        parts.get("observed_at") == null ? null : date(parts, "observed_at"),
                        (String) parts.get("source"),
                        (BigDecimal) parts.get("campaign_share"))
                : Observation.of(tree);
    }

    private static List<HistoryEntry> entries(@Nullable Object tree) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Object entry : (List<?>) Objects.requireNonNull(tree)) {
            entries.add(entry((Map<?, ?>) entry));
        }
        return entries;
    }

    private static HistoryEntry entry(Map<?, ?> tree) {
        if (tree.containsKey("indicator")) {
            return new HistoryEntry.IndicatorEntry(
                    text(tree, "indicator"), date(tree, "observed_at"), tree.get("value"), (BigDecimal)
                            tree.get("campaign_share"));
        }
        LocalDate date = date(tree, "as_of");
        if (tree.containsKey("score")) {
            return new HistoryEntry.ScoreEntry(
                    text(tree, "score"), date, (BigDecimal) tree.get("value"), (String) tree.get("band"));
        }
        return tree.containsKey("playbook")
                ? new HistoryEntry.PlaybookEntry(text(tree, "playbook"), date)
                : new HistoryEntry.AttributesEntry(date, members(tree.get("attributes")));
    }

    private static Map<String, @Nullable Object> members(@Nullable Object tree) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(tree)).forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static String text(Map<?, ?> tree, String name) {
        return (String) Objects.requireNonNull(tree.get(name));
    }

    private static LocalDate date(Map<?, ?> tree, String name) {
        return LocalDate.parse(text(tree, name));
    }
}
