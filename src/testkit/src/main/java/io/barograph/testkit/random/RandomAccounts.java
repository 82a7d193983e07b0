package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry;
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
        RandomHistory past = new RandomHistory(dice, values, boundaries, indicators, asOf, faults);
        List<HistoryEntry> history = new ArrayList<>();
        List<HistoryEntry> prior = new ArrayList<>();
        int stored = dice.of(0, 50, 80, 100);
        for (HistoryEntry entry : past.entries(sent, attributes)) {
            (dice.chance(stored) ? prior : history).add(entry);
            if (dice.chance(4)) {
                (dice.chance(50) ? prior : history).add(past.rewritten(entry));
            }
        }
        if (dice.chance(5)) {
            sendTwice(dice, values, faults, sent, observations);
        }
        AccountSnapshot snapshot = new AccountSnapshot("account-" + seed, asOf, sent, observations, history);
        return new Inquiry(snapshot, new PriorState(prior));
    }

    /** Under another name, by which it counts for nothing. */
    private void sendTwice(
            Dice dice,
            RandomValues values,
            int faults,
            Map<String, @Nullable Object> sent,
            Map<String, Observation> observations) {
        Field attribute = dice.pick(attributes);
        sent.put(attribute.label(), values.sent(attribute, faults));
        Field indicator = dice.pick(indicators);
        observations.put(
                indicator.label(), new Observation(values.sent(indicator, faults), values.day(faults), "twice", null));
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
        BigDecimal share = dice.chance(70) ? null : dice.chance(3) ? dice.number(-2, 3, 2) : dice.number(0, 1, 2);
        return new Observation(values.sent(field, faults), dated ? date : null, dice.of("crm", "app"), share);
    }
}
