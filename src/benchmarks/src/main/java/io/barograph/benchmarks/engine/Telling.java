package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import java.util.function.Consumer;

/** How much of a decision somebody looks at, since what nobody looks at need not be made. */
public enum Telling {

    /** The overall score and its band. */
    NONE {
        @Override
        public void of(Decision decision, Consumer<Object> reader) {
            reader.accept(decision.scores().get(Decision.OVERALL));
            reader.accept(decision.bands().get(Decision.OVERALL));
        }
    },

    /** Also every fired rule with its sentence, inputs and effect, and all contributions. */
    FULL {
        @Override
        public void of(Decision decision, Consumer<Object> reader) {
            NONE.of(decision, reader);
            for (FiredRule rule : decision.fired()) {
                reader.accept(rule.ruleId());
                reader.accept(rule.cell());
                reader.accept(rule.because());
                reader.accept(rule.inputs());
                reader.accept(rule.effect());
            }
            reader.accept(decision.contributions());
            reader.accept(decision.playbooks());
        }
    };

    /** Hands what is looked at to a reader. */
    public abstract void of(Decision decision, Consumer<Object> reader);

    /** @param name as in {@code explain=} */
    static Telling of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
