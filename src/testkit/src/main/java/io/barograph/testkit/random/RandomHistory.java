package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws an account's past: single entries at odd ages, long series of observations on irregular days, runs of decisions
 * that stay in a band, and what the previous decision knew of the attributes.
 */
final class RandomHistory {

    private static final String UNKNOWN_INDICATOR = "no_such_indicator";

    private final Dice dice;
    private final RandomValues values;
    private final Boundaries boundaries;
    private final List<Field> indicators;
    private final LocalDate asOf;
    private final int faults;

    RandomHistory(
            Dice dice, RandomValues values, Boundaries boundaries, List<Field> indicators, LocalDate asOf, int faults) {
        this.dice = dice;
        this.values = values;
        this.boundaries = boundaries;
        this.indicators = indicators;
        this.asOf = asOf;
        this.faults = faults;
    }

    /** @param attributes as they were sent today */
    List<HistoryEntry> entries(Map<String, @Nullable Object> attributes, List<Field> attributeFields) {
        List<HistoryEntry> entries = new ArrayList<>();
        int single = dice.between(0, dice.of(0, 4, 20));
        for (int i = 0; i < single; i++) {
            entries.add(single());
        }
        if (dice.chance(60)) {
            dice.some(indicators, 1, dice.of(2, 12)).forEach(field -> series(field, entries));
        }
        if (dice.chance(60)) {
            List<String> scores = new ArrayList<>(boundaries.scores);
            dice.some(scores, 0, 3).forEach(score -> decisions(score, entries));
            decisions("Overall", entries);
        }
        if (dice.chance(60)) {
            entries.stream()
                    .filter(entry -> entry instanceof ScoreEntry score
                            && score.score().equals("Overall")
                            && score.date().isBefore(asOf))
                    .map(HistoryEntry::date)
                    .max(Comparator.naturalOrder())
                    .ifPresent(day -> entries.add(attributesOf(day, attributes, attributeFields)));
        }
        return dice.shuffled(entries);
    }

    private HistoryEntry single() {
        LocalDate date = values.day(faults);
        int kind = dice.between(0, 9);
        List<String> playbooks = List.copyOf(boundaries.playbooks);
        if (kind < 5) {
            Field field = dice.pick(indicators);
            String name = dice.chance(faults / 3) ? UNKNOWN_INDICATOR : field.name();
            return new IndicatorEntry(name, date, values.sent(field, faults), share());
        }
        if (kind < 8 || playbooks.isEmpty()) {
            List<String> bands = List.copyOf(boundaries.bands);
            return new ScoreEntry(
                    cased(dice.chance(50) ? "Overall" : dice.pick(List.copyOf(boundaries.scores))),
                    date,
                    dice.chance(90) ? values.score() : null,
                    dice.chance(90) ? dice.pick(bands) : null);
        }
        return new PlaybookEntry(cased(dice.pick(playbooks)), date);
    }

    @Nullable BigDecimal share() {
        return dice.chance(60) ? null : dice.of(BigDecimal.ZERO, BigDecimal.ONE, dice.number(0, 1, 2));
    }

    /** Observations of one indicator, weeks and days apart, two of one day now and then. */
    private void series(Field field, List<HistoryEntry> entries) {
        int count = dice.of(3, 8, 25);
        int longest = dice.of(2, 9, 20);
        LocalDate date = asOf.minusDays(dice.between(0, 3));
        Object value = values.sent(field, faults);
        for (int i = 0; i < count; i++) {
            entries.add(new IndicatorEntry(dice.chance(5) ? field.label() : field.name(), date, value, share()));
            date = date.minusDays(dice.between(0, longest));
            value = dice.chance(25) ? value : values.sent(field, faults);
        }
    }

    /** Decisions on one score, going back, that keep a band for a while. */
    private void decisions(String score, List<HistoryEntry> entries) {
        List<String> bands = List.copyOf(boundaries.bands);
        LocalDate date = asOf.minusDays(dice.between(0, 20));
        String band = dice.pick(bands);
        int count = dice.between(1, 8);
        for (int i = 0; i < count; i++) {
            entries.add(new ScoreEntry(score, date, dice.chance(95) ? values.score() : null, cased(band)));
            date = date.minusDays(dice.between(1, 15));
            band = dice.chance(80) ? band : dice.pick(bands);
        }
    }

    /** Today's attributes, some of them others or absent then. */
    private AttributesEntry attributesOf(
            LocalDate day, Map<String, @Nullable Object> attributes, List<Field> attributeFields) {
        Map<String, @Nullable Object> then = new LinkedHashMap<>(attributes);
        for (Field field : attributeFields) {
            if (dice.chance(30)) {
                then.remove(field.name());
                then.put(field.name(), dice.chance(15) ? null : values.sent(field, faults));
            }
        }
        if (dice.chance(faults)) {
            then.put("forgotten attribute", "x");
        }
        return new AttributesEntry(day, then);
    }

    /** Another entry of the same subject and date. */
    HistoryEntry rewritten(HistoryEntry entry) {
        if (entry instanceof IndicatorEntry reading) {
            return indicators.stream()
                    .filter(field -> field.name().equals(reading.indicator()))
                    .findFirst()
                    .<HistoryEntry>map(field ->
                            new IndicatorEntry(field.name(), entry.date(), values.sent(field, faults), share()))
                    .orElseGet(() -> new IndicatorEntry(reading.indicator(), entry.date(), null, null));
        }
        if (entry instanceof AttributesEntry) {
            return new AttributesEntry(entry.date(), Map.of());
        }
        return entry instanceof ScoreEntry score
                ? new ScoreEntry(score.score(), score.date(), values.score(), score.band())
                : entry;
    }

    private String cased(String name) {
        return dice.chance(10) ? name.toUpperCase(Locale.ROOT) : name;
    }
}
