package io.barograph.engine.authoring;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Shown;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds attributes of an account that Segments leads to a given segment. */
final class SegmentAccount {

    private final Model model;
    private final @Nullable Object[] values;
    private final Map<String, String> cells = new LinkedHashMap<>();

    private SegmentAccount(Model model) {
        this.model = model;
        this.values = new Object[model.terms().size()];
    }

    /** {@link StartingTests.Account#UNKNOWN} when attributes alone do not lead there. */
    static StartingTests.Account of(Model model, String segment) {
        for (Row.SegmentRow row : model.segments()) {
            if (Names.same(row.segment(), segment)) {
                SegmentAccount account = new SegmentAccount(model);
                if (account.meets(row) && (account.reaches(segment) || account.reachesWithMore(segment))) {
                    return new StartingTests.Account(true, account.cells);
                }
            }
        }
        return StartingTests.Account.UNKNOWN;
    }

    private boolean meets(Row.SegmentRow row) {
        for (Clause clause : row.head().clauses()) {
            Term term = clause.term();
            if (term.kind() != Term.Kind.ATTRIBUTE || term.field() == null) {
                return false;
            }
            if (clause.condition().matches(null)) {
                continue;
            }
            Object value = candidates(clause.condition()).stream()
                    .map(SegmentAccount::shown)
                    .filter(clause.condition()::matches)
                    .findFirst()
                    .orElse(null);
            if (value == null) {
                return false;
            }
            values[term.slot()] = value;
            cells.put(
                    term.field().label(),
                    value instanceof BigDecimal number ? number.toPlainString() : Shown.value(value));
        }
        return true;
    }

    private boolean reaches(String segment) {
        return model.segments().stream()
                .filter(row -> row.head().admits(values))
                .map(Row.SegmentRow::segment)
                .findFirst()
                .filter(reached -> Names.same(reached, segment))
                .isPresent();
    }

    /** An earlier row may take accounts of which something is not known: one more attribute may lead past it. */
    private boolean reachesWithMore(String segment) {
        for (Row.SegmentRow row : model.segments()) {
            for (Clause clause : row.head().clauses()) {
                Term term = clause.term();
                if (term.kind() != Term.Kind.ATTRIBUTE || values[term.slot()] != null) {
                    continue;
                }
                for (Object value : candidates(clause.condition())) {
                    set(term, shown(value));
                    if (reaches(segment)) {
                        return true;
                    }
                    unset(term);
                }
            }
        }
        return false;
    }

    private void set(Term term, Object value) {
        values[term.slot()] = value;
        cells.put(
                Objects.requireNonNull(term.field()).label(),
                value instanceof BigDecimal number ? number.toPlainString() : Shown.value(value));
    }

    private void unset(Term term) {
        values[term.slot()] = null;
        cells.remove(Objects.requireNonNull(term.field()).label());
    }

    /** Values that a condition names, and those next to them. */
    private static List<Object> candidates(Condition condition) {
        List<Object> values = new ArrayList<>();
        if (condition instanceof Condition.Comparison comparison) {
            around(comparison.bound(), values);
        } else if (condition instanceof Condition.Range range) {
            around(range.from(), values);
            around(range.to(), values);
        } else if (condition instanceof Condition.OneOf oneOf && !oneOf.negated()) {
            oneOf.values().stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(values::add);
        } else if (condition instanceof Condition.Either either) {
            either.options().forEach(option -> values.addAll(candidates(option)));
        }
        return values;
    }

    private static void around(@Nullable Object bound, List<Object> values) {
        if (bound instanceof BigDecimal number) {
            values.addAll(List.of(number, number.add(BigDecimal.ONE), number.subtract(BigDecimal.ONE)));
        } else if (bound instanceof LocalDate day) {
            values.addAll(List.of(day, day.plusDays(1), day.minusDays(1)));
        }
    }

    /** Texts in the form accounts have them. */
    private static Object shown(Object value) {
        return value instanceof String text ? TextValue.of(text) : Objects.requireNonNull(value);
    }
}
