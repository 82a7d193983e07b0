package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.ScoreChange.Kind;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes back from an account as it is to what it was, replacing one thing more at each step and scoring it again; what each step
 * takes away from Overall is what that thing brought.
 */
final class ScoreChanges {

    private static final String AS_OF = "as_of";

    private final AccountCase now;
    private final AccountCase then;
    private final Kind rest;
    private final Rescoring rescoring;
    private final List<ScoreChange> changes = new ArrayList<>();

    /** The account as far as it has been taken back: placed in its segment, and its processed values. */
    private AccountCase placed;

    private Map<String, Object> processed;
    private int overall;

    /**
     * @param then placed in its segment
     * @param rest what is behind a difference that remains
     */
    ScoreChanges(AccountCase now, AccountCase then, Kind rest, Rescoring rescoring) {
        this.now = now;
        this.then = then;
        this.rest = rest;
        this.rescoring = rescoring;
        this.placed = now.variant(now.inputs, now.processed);
        this.processed = now.processed;
        rescoring.place(placed);
    }

    /**
     * Why Overall is not what it was; the points add up to the difference.
     *
     * @param shown Overall now, in hundredths
     * @param date of the previous decision
     * @param previous Overall then
     */
    List<ScoreChange> between(int shown, LocalDate date, BigDecimal previous) {
        overall = shown;
        List<Field> fields = now.contract().fields();
        fields.stream().filter(Field::isIndicator).filter(this::cameOrWent).forEach(this::replaceIndicator);
        fields.stream().filter(Field::isIndicator).filter(this::differs).forEach(this::replaceIndicator);
        fields.stream().filter(field -> !field.isIndicator()).forEach(this::replaceAttribute);
        step(then, Kind.DATA, null, AS_OF, date, now.asOf());
        BigDecimal left = Hundredths.toDecimal(overall).subtract(previous);
        if (left.signum() != 0) {
            changes.add(new ScoreChange(rest, null, null, null, null, Numbers.canonical(left)));
        }
        return changes;
    }

    private boolean cameOrWent(Field field) {
        return now.processed.containsKey(field.name()) != then.processed.containsKey(field.name());
    }

    private boolean differs(Field field) {
        return !cameOrWent(field) && !Objects.equals(now.processed.get(field.name()), then.processed.get(field.name()));
    }

    private void replaceIndicator(Field field) {
        Map<String, Object> replaced = new HashMap<>(processed);
        Object earlier = then.processed.get(field.name());
        if (earlier == null) {
            replaced.remove(field.name());
        } else {
            replaced.put(field.name(), earlier);
        }
        if (placed.plan != null && !placed.plan.canMoveScores(field)) {
            processed = replaced;
            return;
        }
        Object today = now.processed.get(field.name());
        Kind kind = cameOrWent(field) ? Kind.MISSING_DATA : Kind.DATA;
        if (step(placed.revalued(replaced), kind, field.name(), null, earlier, today)) {
            processed = replaced;
        }
    }

    private void replaceAttribute(Field field) {
        Object earlier = then.inputs.attribute(field);
        Object today = now.inputs.attribute(field);
        if (Objects.equals(earlier, today)) {
            return;
        }
        AccountCase replaced = now.variant(placed.inputs.withAttribute(field, earlier), processed);
        rescoring.place(replaced);
        if (step(replaced.revalued(processed), Kind.DATA, null, field.name(), earlier, today)) {
            placed = replaced;
        }
    }

    /** @return false when the account would have no Overall, so that the step is not taken */
    private boolean step(
            AccountCase account,
            Kind kind,
            @Nullable String indicator,
            @Nullable String attribute,
            @Nullable Object from,
            @Nullable Object to) {
        Integer before = rescoring.overall(account);
        if (before == null) {
            return false;
        }
        if (before != overall) {
            changes.add(new ScoreChange(kind, indicator, attribute, from, to, Hundredths.toDecimal(overall - before)));
            overall = before;
        }
        return true;
    }
}
