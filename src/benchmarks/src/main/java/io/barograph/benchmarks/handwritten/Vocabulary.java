package io.barograph.benchmarks.handwritten;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where each value of the vocabulary stands among an account's registers, and the codes of its texts. Fields come first, in contract
 * order (attributes, and indicators as processed), then all other terms by slot.
 */
final class Vocabulary {

    final Fields fields;
    final ScoreNames scoreNames;
    final List<Term> terms;
    private final Map<Term.Kind, Codes> words = new EnumMap<>(Term.Kind.class);

    Vocabulary(Model model) {
        Contract contract = model.contract();
        Codes[] codes = contract.fields().stream().map(field -> new Codes()).toArray(Codes[]::new);
        this.scoreNames = new ScoreNames(model);
        this.terms = model.terms();
        for (Term.Kind kind : Term.Kind.values()) {
            boolean band = kind == Term.Kind.BAND || kind == Term.Kind.BAND_ENTERED || kind == Term.Kind.PREVIOUS_BAND;
            words.put(kind, band ? scoreNames.bands : new Codes());
        }
        for (String severity : List.of("low", "medium", "high")) {
            words(Term.Kind.FLAG_SEVERITY).add(severity);
        }
        List<Field> all = contract.fields();
        for (Row row : model.rows()) {
            for (Asked asked : asked(row)) {
                Field field = asked.term().field();
                boolean own = asked.term().kind() == Term.Kind.ATTRIBUTE
                        || asked.term().kind() == Term.Kind.INDICATOR;
                addTexts(
                        asked.condition(),
                        own && field != null
                                ? codes[indexOf(all, field)]
                                : words(asked.term().kind()));
            }
        }
        for (SegmentModel segment : model.segmentModels()) {
            for (Row.EscalationRow row : segment.escalations()) {
                if (row.band() != null) {
                    addTexts(row.band(), scoreNames.bands);
                }
            }
        }
        this.fields = new Fields(contract, codes);
    }

    /** A condition with what it is on. */
    record Asked(Term term, Condition condition) {}

    /** Every condition of a row that names a term, but for those of Tests. */
    static List<Asked> asked(Row row) {
        List<Asked> asked = new ArrayList<>();
        if (row instanceof Row.TestRow) {
            return asked;
        }
        if (row instanceof Row.ScoringRow scoring && scoring.value() != null) {
            asked.add(new Asked(scoring.term(), scoring.value()));
        } else if (row instanceof Row.TrendRow trend) {
            asked.add(new Asked(trend.change(), trend.value()));
        }
        for (Clause clause : row.head().clauses()) {
            asked.add(new Asked(clause.term(), clause.condition()));
        }
        return asked;
    }

    private static int indexOf(List<Field> fields, Field field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field.name())) {
                return i;
            }
        }
        throw new IllegalArgumentException("`" + field.name() + "` is not in the contract");
    }

    private static void addTexts(Condition condition, Codes codes) {
        if (condition instanceof Condition.OneOf oneOf) {
            oneOf.values().stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(codes::add);
        } else if (condition instanceof Condition.Contains contains) {
            contains.texts().forEach(codes::add);
        } else if (condition instanceof Condition.Either either) {
            either.options().forEach(option -> addTexts(option, codes));
        }
    }

    /** Codes of the texts of a kind of term that is no field. */
    Codes words(Term.Kind kind) {
        Codes codes = words.get(kind);
        if (codes == null) {
            throw new IllegalArgumentException("no codes for " + kind);
        }
        return codes;
    }

    /** The codes of a term's texts. */
    Codes codes(Term term) {
        Field field = term.field();
        boolean own = term.kind() == Term.Kind.ATTRIBUTE || term.kind() == Term.Kind.INDICATOR;
        return own && field != null ? fields.codes[fields.place(field)] : words(term.kind());
    }

    int register(Term term) {
        Field field = term.field();
        boolean own = term.kind() == Term.Kind.ATTRIBUTE || term.kind() == Term.Kind.INDICATOR;
        return own && field != null ? fields.place(field) : register(term.slot());
    }

    private int register(int slot) {
        return fields.count() + slot;
    }

    /** Registers of an account of which nothing is known yet. */
    long[] registers() {
        long[] registers = new long[fields.count() + terms.size()];
        Arrays.fill(registers, Micros.MISSING);
        return registers;
    }
}
