package io.barograph.testkit.reference;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Escalations: who is told when a score has been in a band for long. */
final class EscalationTable {

    private static final String LASTING = "For at least (days)";
    private static final String LASTING_IN_SHORT = "For at least";

    private final Grid escalations;
    private final Conditions conditions;

    EscalationTable(Workbook workbook) {
        escalations = new Grid(workbook, "Escalations");
        conditions = new Conditions(
                escalations,
                Set.of(
                        "applies to",
                        "band",
                        Words.key(LASTING),
                        Words.key(LASTING_IN_SHORT),
                        "escalate to",
                        "action",
                        "due (days)"));
    }

    /** Fires Escalations. */
    List<Escalation> escalate(List<String> scores, Assessment at, Vocabulary words) {
        List<Escalation> all = new ArrayList<>();
        for (Grid.Line line : escalations.lines()) {
            String appliesTo = line.text("Applies to");
            String score = scores.stream()
                    .filter(one -> Words.same(one, appliesTo))
                    .findFirst()
                    .orElse(Decision.OVERALL);
            Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
            if (lasts(line, score, at, words, inputs) && conditions.hold(line, words)) {
                inputs.putAll(conditions.inputs(line, words));
                all.add(fire(line, inputs, at, words));
            }
        }
        return all;
    }

    /** Whether band and days in it are as the row wants; notes what it saw. */
    private static boolean lasts(
            Grid.Line line, String score, Assessment at, Vocabulary words, Map<String, @Nullable Object> inputs) {
        boolean overall = score.equals(Decision.OVERALL);
        Subject band = Subject.text(overall ? "Overall band" : score + " band", at.bands.get(score));
        if (CellTest.isFilled(line.cell("Band"))) {
            inputs.put(band.name(), band.value());
        }
        Integer least = line.days(line.cell(LASTING) == null ? LASTING_IN_SHORT : LASTING);
        BigDecimal days = words.daysInBand(score);
        if (least != null) {
            inputs.put(overall ? "Days in band" : "Days in " + score + " band", days);
        }
        return CellTest.admits(line.cell("Band"), band)
                && (least == null || (days != null && days.compareTo(BigDecimal.valueOf(least)) >= 0));
    }

    private static Escalation fire(
            Grid.Line line, Map<String, @Nullable Object> inputs, Assessment at, Vocabulary words) {
        Integer due = line.days("Due (days)");
        LocalDate day = due == null ? null : at.account.asOf.plusDays(due);
        String to = line.required("Escalate to");
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("escalate_to", to);
        Assessment.addOnce(at.escalatedTo, to);
        if (day != null) {
            effect.put("due", day);
        }
        at.fire(line, "Escalate to", words, inputs, effect);
        return new Escalation(to, line.text("Action"), day, line.required("Rule ID"));
    }
}
