package io.barograph.engine.decision;

import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flags as decisions tell them, one a row or action that raised one, in the order of {@code fired}. */
final class ToldFlags {

    private ToldFlags() {}

    static List<RaisedFlag> of(ToldOutcome told) {
        List<RaisedFlag> flags = new ArrayList<>();
        for (Outcome.Guarded guarded : told.outcome.guarded()) {
            raised(guarded.rule(), guarded.effect(), flags);
            if (guarded.effect().get("also") instanceof List<?> also) {
                also.stream()
                        .filter(Map.class::isInstance)
                        .forEach(effect -> raised(guarded.rule(), (Map<?, ?>) effect, flags));
            }
        }
        told.fired(Table.TRENDS, TrendsFact.class)
                .forEach(row ->
                        flags.add(new RaisedFlag(row.row().flag(), row.row().severity(), ruleId(row.head()))));
        told.fired(Table.SIGNALS, SignalsFact.class)
                .forEach(row ->
                        flags.add(new RaisedFlag(row.row().flag(), row.row().severity(), ruleId(row.head()))));
        return List.copyOf(flags);
    }

    private static void raised(String rule, Map<?, ?> effect, List<RaisedFlag> flags) {
        if (effect.get("flag") instanceof String flag && effect.get("severity") instanceof String severity) {
            flags.add(new RaisedFlag(flag, severity, rule));
        }
    }

    /** Of tables whose rows must have one. */
    static String ruleId(RowHead head) {
        @Nullable String id = head.ruleId();
        return id == null ? "" : id;
    }
}
