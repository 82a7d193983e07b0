package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws accounts for a model: values at, just below and just above what its cells speak of, and everything that can be
 * wrong with an input. Equal seeds give equal accounts.
 */
public final class RandomAccounts {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private final List<Field> attributes;
    private final List<Field> indicators;
    private final Boundaries boundaries;

    /** @param workbooks where to find the boundaries worth being close to */
    public RandomAccounts(Contract contract, List<Workbook> workbooks) {
        attributes =
                contract.fields().stream().filter(field -> !field.isIndicator()).toList();
        indicators = contract.fields().stream().filter(Field::isIndicator).toList();
        boundaries = new Boundaries(contract, workbooks);
    }

    public Inquiry account(long seed) {
        Dice dice = new Dice(seed);
        LocalDate asOf = AS_OF.plusDays(dice.between(-60, 60));
        RandomValues values = new RandomValues(dice, boundaries, asOf);
        // Most accounts are in good order, so that deep rules get their chance; some are a mess.
        int faults = dice.of(0, 3, 3, 25);
        int missing = dice.of(2, 10, 10, 50, 90);
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        for (Field field : dice.shuffled(attributes)) {
            if (!dice.chance(missing)) {
                sent.put(spelled(field, dice), values.sent(field, faults));
            }
        }
        Map<String, Observation> observations = new LinkedHashMap<>();
        for (Field field : dice.shuffled(indicators)) {
            if (!dice.chance(missing)) {
                observations.put(spelled(field, dice), observation(field, dice, values, faults, asOf));
            }
        }
        if (dice.chance(faults)) {
            sent.put("mystery", dice.of("x", BigDecimal.ONE));
            observations.put("riddle", Observation.of(BigDecimal.TEN));
        }
        List<HistoryEntry> history = entries(dice, values, faults, "no_such_indicator", dice.of(0, 2, 12));
        List<HistoryEntry> prior =
                new ArrayList<>(entries(dice, values, faults, "no_such_indicator", dice.of(0, 2, 12)));
        for (HistoryEntry entry : history) {
            if (dice.chance(20)) {
                prior.add(rewritten(entry, values, faults));
            }
        }
        AccountSnapshot snapshot = new AccountSnapshot("account-" + seed, asOf, sent, observations, history);
        return new Inquiry(snapshot, new PriorState(prior));
    }

    private static String spelled(Field field, Dice dice) {
        return switch (dice.between(0, 19)) {
            case 0 -> field.label();
            case 1 -> field.label().toUpperCase(Locale.ROOT);
            case 2 -> field.physicalName() == null ? field.name() : field.physicalName();
            default -> field.name();
        };
    }

    private Observation observation(Field field, Dice dice, RandomValues values, int faults, LocalDate asOf) {
        LocalDate date = dice.chance(60) ? null : values.day(faults);
        boolean dated = date != null && (dice.chance(faults) || !date.isAfter(asOf));
        return new Observation(values.sent(field, faults), dated ? date : null, dice.of("crm", "app"), null);
    }

    private List<HistoryEntry> entries(Dice dice, RandomValues values, int faults, String unknown, int most) {
        List<HistoryEntry> entries = new ArrayList<>();
        List<String> scores = List.copyOf(boundaries.scores);
        List<String> playbooks = List.copyOf(boundaries.playbooks);
        List<String> bands = List.copyOf(boundaries.bands);
        int count = dice.between(0, most);
        for (int i = 0; i < count; i++) {
            LocalDate date = values.day(faults);
            int kind = dice.between(0, 9);
            if (kind < 5 && !indicators.isEmpty()) {
                Field field = dice.pick(indicators);
                String name = dice.chance(faults / 3) ? unknown : field.name();
                entries.add(new IndicatorEntry(name, date, values.sent(field, faults), null));
            } else if (kind < 8 || playbooks.isEmpty()) {
                String score = dice.chance(50) ? "Overall" : dice.pick(scores);
                entries.add(new ScoreEntry(
                        dice.chance(10) ? score.toUpperCase(Locale.ROOT) : score,
                        date,
                        dice.chance(90) ? values.score() : null,
                        dice.chance(90) ? dice.pick(bands) : null));
            } else {
                String playbook = dice.pick(playbooks);
                entries.add(new PlaybookEntry(dice.chance(10) ? playbook.toUpperCase(Locale.ROOT) : playbook, date));
            }
        }
        return entries;
    }

    /** Another entry of the same subject and date. */
    private HistoryEntry rewritten(HistoryEntry entry, RandomValues values, int faults) {
        if (entry instanceof IndicatorEntry reading) {
            return indicators.stream()
                    .filter(field -> field.name().equals(reading.indicator()))
                    .findFirst()
                    .<HistoryEntry>map(
                            field -> new IndicatorEntry(field.name(), entry.date(), values.sent(field, faults), null))
                    .orElseGet(() -> new IndicatorEntry("no_such_indicator", entry.date(), null, null));
        }
        return entry instanceof ScoreEntry score
                ? new ScoreEntry(score.score(), score.date(), values.score(), score.band())
                : entry;
    }
}
