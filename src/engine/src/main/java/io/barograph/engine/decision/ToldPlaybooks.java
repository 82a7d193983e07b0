package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Proposal;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Playbooks, ranked, and escalations as decisions tell them. */
final class ToldPlaybooks {

    private static final Comparator<Recommendation> ORDER = Comparator.<Recommendation, Boolean>comparing(
                    recommendation -> recommendation.suppressedBy() != null)
            .thenComparing(Recommendation::expectedValue, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Recommendation::priority, Comparator.nullsLast(Comparator.naturalOrder()));

    private ToldPlaybooks() {}

    /** The sort is stable, so sheet order breaks ties. */
    static List<Recommendation> ranked(ToldOutcome told) {
        List<Proposal> proposals = told.outcome.proposals();
        List<PlaybooksFact> rows = told.fired(Table.PLAYBOOKS, PlaybooksFact.class);
        List<Recommendation> recommendations = new ArrayList<>(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            recommendations.add(recommendation(told, rows.get(i), proposals.get(i)));
        }
        recommendations.sort(ORDER);
        return List.copyOf(recommendations);
    }

    private static Recommendation recommendation(ToldOutcome told, PlaybooksFact fact, Proposal proposal) {
        Row.PlaybookRow row = fact.row();
        return new Recommendation(
                row.playbook(),
                row.action(),
                row.ownerRole(),
                row.channel(),
                due(told, row.dueDays()),
                row.priority(),
                proposal.expectedValue(),
                ToldFlags.ruleId(row.head()),
                suppressor(told, proposal),
                proposal.coolingUntil());
    }

    private static @Nullable String suppressor(ToldOutcome told, Proposal proposal) {
        if (proposal.suppressedBy() < 0) {
            return proposal.guardrail();
        }
        return told.renderer.rows().get(proposal.suppressedBy()).head().ruleId();
    }

    static List<Escalation> escalations(ToldOutcome told) {
        return told.fired(Table.ESCALATIONS, EscalationsFact.class).stream()
                .map(EscalationsFact::row)
                .map(row -> new Escalation(
                        row.escalateTo(), row.action(), due(told, row.dueDays()), ToldFlags.ruleId(row.head())))
                .toList();
    }

    /** Days after the as-of date; null when the row has none. */
    static @Nullable LocalDate due(ToldOutcome told, @Nullable Integer days) {
        return days == null ? null : told.asOf.plusDays(days);
    }
}
