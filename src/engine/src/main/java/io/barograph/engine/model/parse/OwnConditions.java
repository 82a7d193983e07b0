package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything a row asks, by its condition columns and by its table's own columns that are conditions too. */
final class OwnConditions {

    private OwnConditions() {}

    /** @param domains of the row's terms; those of its own columns are added */
    static Case of(TableRow row, Map<Term, Domain> domains) {
        Case asks = Case.of(row);
        return switch (row.table().form().table()) {
            case SCORING -> {
                Field field = row.get(ScoringTable.INDICATOR);
                Condition value = row.get(ScoringTable.VALUE);
                yield field == null ? asks : and(asks, row.scope().find(field.name()), value, domains);
            }
            case TRENDS -> and(asks, TrendsTable.changing(row), row.get(TrendsTable.CHANGE), domains);
            case THRESHOLDS -> threshold(asks, row, domains);
            case ESCALATIONS -> escalation(asks, row, domains);
            default -> asks;
        };
    }

    /** An account that was in the band stays in it from {@code Leave below} on. */
    private static Case threshold(Case asks, TableRow row, Map<Term, Domain> domains) {
        String score = row.get(ThresholdsTable.APPLIES_TO);
        BigDecimal from = row.get(ThresholdsTable.FROM);
        BigDecimal leave = row.get(ThresholdsTable.LEAVE_BELOW);
        if (score == null || from == null || row.isFaulty(ThresholdsTable.LEAVE_BELOW)) {
            return asks;
        }
        String name = score.equals(Scope.OVERALL) ? score : score + " score";
        BigDecimal least = leave == null ? from : leave.min(from);
        return and(asks, row.scope().find(name), new Condition.Comparison(Condition.Operator.AT_LEAST, least), domains);
    }

    private static Case escalation(Case asks, TableRow row, Map<Term, Domain> domains) {
        String score = EscalationsTable.score(row);
        Integer days = row.get(EscalationsTable.FOR_AT_LEAST);
        Case more = and(asks, row.scope().find(score + " band"), row.get(EscalationsTable.BAND), domains);
        return days == null || !score.equals(Scope.OVERALL)
                ? more
                : and(
                        more,
                        row.scope().find("Days in band"),
                        new Condition.Comparison(Condition.Operator.AT_LEAST, BigDecimal.valueOf(days)),
                        domains);
    }

    private static Case and(
            Case asks, @Nullable Named named, @Nullable Condition condition, Map<Term, Domain> domains) {
        if (condition == null || !(named instanceof Named.Value value)) {
            return asks;
        }
        domains.put(value.term(), value.domain());
        return asks.and(value.term(), condition);
    }
}
