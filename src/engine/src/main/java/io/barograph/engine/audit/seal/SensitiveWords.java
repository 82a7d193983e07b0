package io.barograph.engine.audit.seal;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.GuardrailCompiler;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a model's rows say of sensitive fields: names of inputs that tell a value, and reasons that spell one out. */
final class SensitiveWords {

    private static final String ARR = "arr";
    private static final String RENEWAL_DATE = "renewal_date";

    private final SensitiveFields fields;
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> cells = new HashSet<>();
    private final Set<String> guardrails = new HashSet<>();

    SensitiveWords(Model model) {
        this.fields = new SensitiveFields(model.contract());
        for (Term term : model.terms()) {
            if (tells(term)) {
                inputs.add(term.key());
            }
        }
        for (Row row : model.rows()) {
            Sentence because = row.head().because();
            if (because != null && because.parts().stream().anyMatch(this::tells)) {
                cells.add(row.head().cell().toString());
            }
        }
        if (!fields.isEmpty()) {
            for (Map.Entry<String, Set<String>> rule :
                    GuardrailCompiler.fieldsRead(model.ruleFiles()).entrySet()) {
                if (rule.getValue().stream().anyMatch(fields::includeField)) {
                    guardrails.add(rule.getKey());
                }
            }
        }
    }

    SensitiveFields fields() {
        return fields;
    }

    /** Whether amounts of money can be turned back into a sensitive ARR, since the probability is told. */
    boolean hideAmounts() {
        return fields.includeField(ARR);
    }

    /** Whether an input of a fired row, by the name the decision gives it, tells a sensitive value. */
    boolean tells(String input) {
        return inputs.contains(input);
    }

    /** Whether the sentence of the row at a cell has a placeholder for a sensitive value. */
    boolean spellsOut(String cell) {
        return cells.contains(cell);
    }

    /** Whether a guardrail reads a sensitive field; its inputs have names of its own, so all of them may tell it. */
    boolean guards(String ruleId) {
        return guardrails.contains(ruleId);
    }

    private boolean tells(Sentence.Part part) {
        return part instanceof Sentence.Part.Blank blank && tells(blank.term());
    }

    private boolean tells(Term term) {
        return switch (term.kind()) {
            case DAYS_TO_RENEWAL -> fields.includeField(RENEWAL_DATE);
            case ARR_AT_RISK -> fields.includeField(ARR);
            default -> term.field() != null && fields.includeField(term.field().name());
        };
    }
}
