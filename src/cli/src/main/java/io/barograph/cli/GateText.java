package io.barograph.cli;

import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.exchange.SimulationText;
import io.barograph.engine.issue.IssueRenderer;
import java.util.List;

/** What a gate found, for a terminal of 80 columns. */
final class GateText {

    private static final int INDENT = 4;

    private GateText() {}

    static String of(GateResult result, Console console) {
        StringBuilder text = new StringBuilder();
        if (!result.issues().isEmpty()) {
            text.append(IssueRenderer.render(result.issues(), console.colours()))
                    .append('\n');
        }
        text.append(TestText.of(result.tests(), false)).append('\n');
        text.append(DiffText.of(result.diff(), console.look())).append('\n');
        GateResult.Simulated simulated = result.simulated();
        if (simulated != null) {
            text.append(SimulationText.of("base", "change", simulated.report(), console.look()))
                    .append('\n');
        }
        result.remarks().forEach(remark -> text.append("note: ").append(Paragraph.of(remark, INDENT)));
        List<String> objections = result.objections();
        text.append(result.model())
                .append(
                        result.passes()
                                ? " passes\n"
                                : " is refused, for " + objections.size()
                                        + (objections.size() == 1 ? " reason:\n" : " reasons:\n"));
        objections.forEach(objection -> text.append("  - ").append(Paragraph.of(objection, INDENT)));
        return text.toString();
    }
}
