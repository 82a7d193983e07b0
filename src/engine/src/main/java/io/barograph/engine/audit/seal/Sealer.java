package io.barograph.engine.audit.seal;

import io.barograph.engine.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sensitive values out of the records of one model's decisions. Sensitive are the values of fields that the data
 * contract marks so, wherever a record repeats, computes with or spells out one:
 *
 * <ul>
 *   <li>attributes and observations, sent or from the store, with what was said of their source; also such that the
 *       contract does not know, see {@link SensitiveFields}
 *   <li>values of contributions, both ends of changes
 *   <li>inputs of fired rows, those computed from one value as well (changes over days, days to renewal); all inputs of a guardrail
 *       that reads a sensitive field; sentences with a placeholder for one
 *   <li>messages about a sensitive input, and those of failed rules, which may quote anything
 *   <li>ARR at risk and expected values when {@code arr} is sensitive, since the probability beside them is told
 * </ul>
 *
 * Scores, sub-scores, points, bands and which rows fired are the decision itself and stay.
 */
public final class Sealer {

    private static final String GUARDRAILS = "Guardrails";
    private static final String RULE_FAILED = "rule-failed";

    private final SensitiveWords words;

    public Sealer(Model model) {
        this.words = new SensitiveWords(model);
    }

    /** Which inputs are sensitive. */
    public SensitiveFields fields() {
        return words.fields();
    }

    /** Whether an input of fired rows, by the name that decisions give it, tells a sensitive value. */
    public boolean tells(String input) {
        return words.tells(input);
    }

    /** Whether the sentence of the row at a cell has a placeholder for a sensitive value. */
    public boolean spellsOut(String cell) {
        return words.spellsOut(cell);
    }

    /** Whether an input of one fired rule tells a sensitive value; guardrails have names of their own for theirs. */
    public boolean tells(String table, @Nullable String ruleId, String input) {
        return words.tells(input) || (GUARDRAILS.equals(table) && ruleId != null && words.guards(ruleId));
    }

    /** Whether ARR at risk and expected values tell a sensitive value. */
    public boolean hidesAmounts() {
        return words.hideAmounts();
    }

    /** Whether the change of an indicator or attribute tells a sensitive value. */
    public boolean hidesChange(@Nullable String indicator, @Nullable String attribute) {
        return words.fields().includeField(indicator) || words.fields().includeField(attribute);
    }

    /** Whether the message of an issue may tell a sensitive value. */
    public boolean hidesMessage(String code, @Nullable String field) {
        return !words.fields().isEmpty() && (words.fields().includeField(field) || RULE_FAILED.equals(code));
    }

    /** @param tree of the canonical JSON of a record of a decision of the model, not sealed; it is changed */
    SensitiveValues take(@Nullable Object tree) {
        Place root = Place.of(tree, "");
        if (words.fields().isEmpty()) {
            return new SensitiveValues(root, new TreeMap<>());
        }
        if (root.members().containsKey(SealedRecord.MEMBER)) {
            throw new IllegalArgumentException("the record is sealed already");
        }
        Taking taking = new Taking();
        taking.inputs(root);
        taking.decision(root.in("decision"));
        return new SensitiveValues(root, taking.taken);
    }

    /** One record being emptied of its sensitive values. */
    private final class Taking {

        private final SortedMap<String, @Nullable Object> taken = new TreeMap<>();

        void inputs(Place record) {
            Place snapshot = record.in("snapshot");
            Place attributes = snapshot.in("attributes");
            members(attributes, words.fields()::include);
            Place indicators = snapshot.in("indicators");
            for (String name : new ArrayList<>(indicators.members().keySet())) {
                if (words.fields().include(name)) {
                    if (indicators.holdsObject(name)) {
                        observation(indicators.in(name));
                    } else {
                        member(indicators, name);
                    }
                }
            }
            snapshot.each("history").forEach(this::entry);
            record.each("prior").forEach(this::entry);
        }

        private void observation(Place observation) {
            member(observation, "value");
            member(observation, "source");
        }

        private void entry(Place entry) {
            String indicator = entry.text("indicator");
            if (indicator != null && words.fields().include(indicator)) {
                observation(entry);
            }
            if (entry.holdsObject("attributes")) {
                members(entry.in("attributes"), words.fields()::include);
            }
        }

        void decision(Place decision) {
            if (words.hideAmounts()) {
                amounts(decision);
            }
            for (Place contribution : decision.each("contributions")) {
                if (words.fields().includeField(contribution.text("indicator"))) {
                    member(contribution, "value");
                }
            }
            for (Place change : decision.each("changes")) {
                if (words.fields().includeField(change.text("indicator"))
                        || words.fields().includeField(change.text("attribute"))) {
                    member(change, "from");
                    member(change, "to");
                }
            }
            decision.each("fired").forEach(this::fired);
            for (Place issue : decision.each("issues")) {
                if (words.fields().includeField(issue.text("field")) || RULE_FAILED.equals(issue.text("code"))) {
                    member(issue, "message");
                }
            }
        }

        /** Missing ones as well, so that the decision can say for all of them that they are sealed. */
        private void amounts(Place decision) {
            List<Place> playbooks = decision.each("playbooks");
            if (decision.members().get("arr_at_risk") == null
                    && playbooks.stream()
                            .allMatch(playbook -> playbook.members().get("expected_value") == null)) {
                return;
            }
            take(decision, "arr_at_risk");
            playbooks.forEach(playbook -> take(playbook, "expected_value"));
            decision.each("fired").forEach(rule -> member(rule.in("effect"), "expected_value"));
        }

        private void fired(Place rule) {
            String id = rule.text("rule_id");
            boolean guarded = GUARDRAILS.equals(rule.text("table")) && id != null && words.guards(id);
            members(rule.in("inputs"), name -> guarded || words.tells(name));
            String cell = rule.text("cell");
            if (cell != null && words.spellsOut(cell)) {
                member(rule, "because");
            }
        }

        private void members(Place place, Predicate<String> sensitive) {
            for (String name : new ArrayList<>(place.members().keySet())) {
                if (sensitive.test(name)) {
                    member(place, name);
                }
            }
        }

        /** That something is missing is told by the coverage anyway. */
        private void member(Place place, String name) {
            if (place.members().get(name) != null) {
                take(place, name);
            }
        }

        private void take(Place place, String name) {
            taken.put(place.pointerTo(name), place.members().put(name, SealedRecord.SEALED));
        }
    }
}
