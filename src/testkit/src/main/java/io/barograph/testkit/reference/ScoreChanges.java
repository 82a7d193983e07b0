package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.decision.ScoreChange.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why Overall moved since the previous decision: goes back from the account of now to the account of then, replacing one more
 * thing a step and scoring again, by today's model (readings 43 to 46 and 53 to 55 of the format).
 */
final class ScoreChanges {

    private final Contract contract;
    private final ReferenceScorer model;
    private final Intake intake;
    private final Assessment now;
    private final List<ScoreChange> changes = new ArrayList<>();

    /** What the last step that was taken left. */
    private Account account;

    private final Map<Field, @Nullable Object> values = new LinkedHashMap<>();
    private BigDecimal overall = BigDecimal.ZERO;

    ScoreChanges(Contract contract, ReferenceScorer model, Intake intake, Assessment now) {
        this.contract = contract;
        this.model = model;
        this.intake = intake;
        this.now = now;
        account = now.account;
    }

    List<ScoreChange> list() {
        ScoreEntry previous = account.past.latest(Decision.OVERALL, account.asOf);
        BigDecimal shown = now.scores.get(Decision.OVERALL);
        if (previous == null || previous.value() == null || shown == null) {
            return List.of();
        }
        overall = shown;
        boolean whollyKnown = goBackTo(previous.date());
        note(whollyKnown ? Kind.MODEL : Kind.MISSING_DATA, null, null, null, null, overall.subtract(previous.value()));
        return changes;
    }

    /** Whether everything of then is known. */
    private boolean goBackTo(LocalDate day) {
        AttributesEntry entry = account.past.attributes(day);
        Account then = account.asOf(day, entry == null ? null : intake.attributes(entry.attributes(), day));
        Assessment processedThen = new Assessment(then);
        model.process(processedThen);
        Map<Field, @Nullable Object> unknownThen = new LinkedHashMap<>();
        List<Field> known = new ArrayList<>();
        for (Field field : contract.fields()) {
            if (field.isIndicator()) {
                values.put(field, now.value(field));
                if (entry == null && then.usable(field).isEmpty()) {
                    unknownThen.put(field, now.value(field));
                } else {
                    known.add(field);
                }
            }
        }
        known.stream()
                .filter(field -> (now.value(field) == null) != (processedThen.value(field) == null))
                .forEach(field -> replace(Kind.MISSING_DATA, field, processedThen.value(field)));
        known.stream()
                .filter(field -> now.value(field) != null
                        && processedThen.value(field) != null
                        && !Objects.equals(now.value(field), processedThen.value(field)))
                .forEach(field -> replace(Kind.DATA, field, processedThen.value(field)));
        contract.fields().stream()
                .filter(field -> !field.isIndicator() && !Objects.equals(now.value(field), then.attribute(field)))
                .forEach(field -> replace(Kind.DATA, field, then.attribute(field)));
        BigDecimal points = step(then, unknownThen);
        note(Kind.DATA, null, "as_of", day, now.account.asOf, points);
        return entry != null;
    }

    private void replace(Kind kind, Field field, @Nullable Object old) {
        if (field.isIndicator()) {
            Map<Field, @Nullable Object> replaced = new LinkedHashMap<>(values);
            replaced.put(field, old);
            note(kind, field.name(), null, old, now.value(field), step(account, replaced));
        } else {
            BigDecimal points = step(account.with(field, old), values);
            note(kind, null, field.name(), old, now.value(field), points);
        }
    }

    /** The points that replacing something took away; 0, with everything as before, when it would leave no Overall. */
    private BigDecimal step(Account with, Map<Field, @Nullable Object> given) {
        Assessment at = new Assessment(with);
        model.score(at, given);
        BigDecimal after = at.scores.get(Decision.OVERALL);
        if (after == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal points = overall.subtract(after);
        Map<Field, @Nullable Object> kept = new LinkedHashMap<>(given);
        account = with;
        values.clear();
        values.putAll(kept);
        overall = after;
        return points;
    }

    private void note(
            Kind kind,
            @Nullable String indicator,
            @Nullable String attribute,
            @Nullable Object from,
            @Nullable Object to,
            BigDecimal points) {
        if (points.signum() != 0) {
            changes.add(new ScoreChange(kind, indicator, attribute, from, to, points));
        }
    }
}
