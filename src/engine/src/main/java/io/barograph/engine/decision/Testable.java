package io.barograph.engine.decision;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;

/** What Tests can show: an account of one day, and the scores of the day before. */
final class Testable {

    private Testable() {}

    /** Whether a test can make the row fire; changes over several days and bands that last need a longer past. */
    static boolean canFire(Row row) {
        if (row instanceof Row.TrendRow trend && !isKnown(trend.change())) {
            return trend.value() == null || trend.value().matches(null);
        }
        if (row instanceof Row.EscalationRow escalation
                && escalation.forAtLeastDays() != null
                && escalation.forAtLeastDays() > 1) {
            return false;
        }
        return row.head().clauses().stream().allMatch(Testable::canHold);
    }

    private static boolean canHold(Clause clause) {
        if (clause.term().kind() == Term.Kind.DAYS_IN_BAND) {
            return clause.condition().matches(BigDecimal.ZERO)
                    || clause.condition().matches(BigDecimal.ONE);
        }
        return isKnown(clause.term()) || clause.condition().matches(null);
    }

    private static boolean isKnown(Term term) {
        return switch (term.kind()) {
            case CHANGE_IN_INDICATOR -> false;
            case CHANGE_IN_SCORE -> term.days() == 1;
            default -> true;
        };
    }
}
