package io.barograph.testkit.reference;

import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.workbook.Workbook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trends and Signals: what raises flags. Flags show when the whole table is through. */
final class FlagTables {

    private static final Set<String> PERCENT = Set.of("percent", "%");

    private final Grid trends;
    private final Conditions trendConditions;
    private final Grid signals;
    private final Conditions signalConditions;

    FlagTables(Workbook workbook) {
        trends = new Grid(workbook, "Trends");
        trendConditions = new Conditions(trends, Set.of("measure", "over days", "change", "unit", "flag", "severity"));
        signals = new Grid(workbook, "Signals");
        signalConditions = new Conditions(signals, Set.of("flag", "severity"));
    }

    void raise(Assessment at, Vocabulary words) {
        for (Grid.Line line : trends.lines()) {
            Subject change = words.change(
                    Words.key(line.required("Measure")),
                    Objects.requireNonNull(line.days("Over days")),
                    PERCENT.contains(Words.key(line.required("Unit"))));
            if (CellTest.admits(line.cell("Change"), change) && trendConditions.hold(line, words)) {
                Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
                inputs.put(change.name(), change.value());
                inputs.putAll(trendConditions.inputs(line, words));
                raise(line, inputs, at, words);
            }
        }
        at.showFlags();
        for (Grid.Line line : signals.lines()) {
            if (signalConditions.hold(line, words)) {
                raise(line, signalConditions.inputs(line, words), at, words);
            }
        }
        at.showFlags();
    }

    private static void raise(Grid.Line line, Map<String, @Nullable Object> inputs, Assessment at, Vocabulary words) {
        RaisedFlag flag =
                new RaisedFlag(line.required("Flag"), Words.key(line.required("Severity")), line.required("Rule ID"));
        at.flags.add(flag);
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("flag", flag.flag());
        effect.put("severity", flag.severity());
        at.fire(line, "Flag", words, inputs, effect);
    }
}
