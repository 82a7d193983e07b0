package io.barograph.engine.exchange;

import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.decision.NearMisses.NearRow;
import io.barograph.engine.exchange.Page.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What would lift the account, and what nearly happened to it. */
final class WithinReach {

    private final NearMisses near;
    private final Wording wording;

    WithinReach(NearMisses near, Wording wording) {
        this.near = near;
        this.wording = wording;
    }

    /** For example {@code green would need Seat utilisation +6: 65 % → 71 %}. */
    List<Item> lifts() {
        return near.lifts().stream().map(this::lift).toList();
    }

    private Item lift(Lift lift) {
        String change = Wording.value(lift.change().abs());
        return new Item(
                "",
                lift.band() + " would need " + wording.label(lift.indicator())
                        + (lift.change().signum() < 0 ? " −" : " +") + change + ": "
                        + Wording.value(lift.from()) + " → "
                        + wording.value(lift.indicator(), lift.to()) + ", for " + Wording.value(lift.overall())
                        + " of 100",
                List.of(),
                null);
    }

    /** For example {@code playbook Rescue: Overall is 52.1, asked for < 50 (2.1 off)}. */
    List<Item> rows() {
        return near.rows().stream().map(this::row).toList();
    }

    private Item row(NearRow row) {
        String off = row.distance() == null
                ? ""
                : row.distance().signum() == 0 ? " (at the bound)" : " (" + Wording.value(row.distance()) + " off)";
        return new Item(
                "",
                outcome(row.effect()) + ": " + wording.label(row.name()) + " is "
                        + wording.value(row.name(), row.value()) + ", asked for " + row.condition() + off,
                List.of(),
                row.cell() + " · " + row.ruleId());
    }

    private static String outcome(Map<String, @Nullable Object> effect) {
        if (effect.containsKey("flag")) {
            return "flag " + effect.get("flag");
        }
        if (effect.containsKey("playbook")) {
            return "playbook " + effect.get("playbook");
        }
        if (effect.containsKey("escalate_to")) {
            return "escalation to " + effect.get("escalate_to");
        }
        StringBuilder bounds = new StringBuilder(String.valueOf(effect.get("score")));
        for (String bound : List.of("at_least", "at_most", "band_at_most")) {
            if (effect.get(bound) != null) {
                bounds.append(' ')
                        .append(bound.startsWith("band") ? "at most" : bound.replace('_', ' '))
                        .append(' ')
                        .append(Wording.value(effect.get(bound)));
            }
        }
        return bounds.toString();
    }
}
