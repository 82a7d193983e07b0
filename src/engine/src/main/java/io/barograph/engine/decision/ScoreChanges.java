package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.ScoreChange.Kind;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private final Fields fields;
    private final List<ScoreChange> changes = new ArrayList<>(0);

    /** The account as far as it has been taken back: placed in its segment, and its processed values. */
    private @Nullable AccountCase placed;

    private @Nullable Object[] processed;
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
        this.fields = now.model.fields();
        this.processed = now.processed();
    }

    /** Placed when a step first needs it: most accounts need none. */
    private AccountCase placed() {
        if (placed == null) {
            placed = now.variant(now.inputs, null);
            rescoring.place(placed);
        }
        return placed;
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
        for (int field = 0; field < fields.count(); field++) {
            if (cameOrWent(field)) {
                replaceIndicator(field);
            }
        }
        for (int field = 0; field < fields.count(); field++) {
            if (!cameOrWent(field) && !Objects.equals(now.processed(field), then.processed(field))) {
                replaceIndicator(field);
            }
        }
        for (int field = 0; field < fields.count(); field++) {
            if (!Objects.equals(then.inputs.attribute(field), now.inputs.attribute(field))) {
                replaceAttribute(field);
            }
        }
        step(then, Kind.DATA, null, AS_OF, date, now.asOf());
        BigDecimal left = Hundredths.toDecimal(overall).subtract(previous);
        if (left.signum() != 0) {
            changes.add(new ScoreChange(rest, null, null, null, null, Numbers.canonical(left)));
        }
        return changes;
    }

    private boolean cameOrWent(int field) {
        return (now.processed(field) == null) != (then.processed(field) == null);
    }

    private void replaceIndicator(int field) {
        @Nullable Object[] replaced = processed.clone();
        replaced[field] = then.processed(field);
        SegmentPlan plan = placed == null ? now.plan : placed.plan;
        if (plan != null && !plan.canMoveScores(field)) {
            processed = replaced;
            return;
        }
        Field indicator = fields.get(field);
        Kind kind = cameOrWent(field) ? Kind.MISSING_DATA : Kind.DATA;
        if (step(
                placed().revalued(replaced),
                kind,
                indicator.name(),
                null,
                then.processed(field),
                now.processed(field))) {
            processed = replaced;
        }
    }

    private void replaceAttribute(int field) {
        Object earlier = then.inputs.attribute(field);
        Object today = now.inputs.attribute(field);
        AccountCase replaced = now.variant(placed().inputs.withAttribute(field, earlier), null);
        rescoring.place(replaced);
        if (step(
                replaced.revalued(processed), Kind.DATA, null, fields.get(field).name(), earlier, today)) {
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
        int before = rescoring.overall(account);
        if (before == Scorecard.NONE) {
            return false;
        }
        if (before != overall) {
            changes.add(new ScoreChange(kind, indicator, attribute, from, to, Hundredths.toDecimal(overall - before)));
            overall = before;
        }
        return true;
    }
}
