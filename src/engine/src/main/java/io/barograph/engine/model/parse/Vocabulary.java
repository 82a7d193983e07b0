package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model's terms: each thing that conditions and placeholders name gets one term, with a slot of its own. */
final class Vocabulary {

    private final Contract contract;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<Field, Term> ofFields = new HashMap<>();

    Vocabulary(Contract contract) {
        this.contract = contract;
        contract.fields().forEach(field -> fields.putIfAbsent(Names.fold(field.name()), field));
        contract.fields().forEach(field -> fields.putIfAbsent(Names.fold(field.label()), field));
    }

    Contract contract() {
        return contract;
    }

    /** By label or name; null when the contract has no such field. */
    @Nullable Field field(String text) {
        return fields.get(Names.fold(text));
    }

    /** All terms in use so far, by slot. */
    List<Term> terms() {
        return new ArrayList<>(terms.values());
    }

    Term of(Field field) {
        Term known = ofFields.get(field);
        if (known == null) {
            Term.Kind kind = field.isIndicator() ? Term.Kind.INDICATOR : Term.Kind.ATTRIBUTE;
            known = intern(kind, Domain.of(field).type(), field.name(), field, null, 0, false);
            ofFields.put(field, known);
        }
        return known;
    }

    Term of(Term.Kind kind, Term.Type type, String key) {
        return intern(kind, type, key, null, null, 0, false);
    }

    Term ofScore(Term.Kind kind, Term.Type type, String key, String score) {
        return intern(kind, type, key, null, score, 0, false);
    }

    Term ofChange(Field indicator, int days, boolean percent) {
        String key = "Change in " + indicator.label() + span(days, percent);
        return intern(Term.Kind.CHANGE_IN_INDICATOR, Term.Type.NUMBER, key, indicator, null, days, percent);
    }

    Term ofChange(String score, String name, int days, boolean percent) {
        String key = "Change in " + name + span(days, percent);
        return intern(Term.Kind.CHANGE_IN_SCORE, Term.Type.NUMBER, key, null, score, days, percent);
    }

    private static String span(int days, boolean percent) {
        return " over " + days + " days" + (percent ? " %" : "");
    }

    private Term intern(
            Term.Kind kind,
            Term.Type type,
            String key,
            @Nullable Field field,
            @Nullable String score,
            int days,
            boolean percent) {
        return terms.computeIfAbsent(
                kind + " " + key, unused -> new Term(terms.size(), kind, type, key, field, score, days, percent));
    }
}
