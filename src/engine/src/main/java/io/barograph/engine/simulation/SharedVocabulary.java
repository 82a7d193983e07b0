package io.barograph.engine.simulation;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms of two models in one numbering, so that rows of both can stand in one model. */
final class SharedVocabulary {

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Contract contract;

    /** @param other whose contract's fields rows of both are to name, as far as it has them */
    SharedVocabulary(Model one, Model other) {
        this.contract = other.contract();
        one.terms().forEach(this::admit);
        other.terms().forEach(this::admit);
    }

    private void admit(Term term) {
        terms.putIfAbsent(
                name(term),
                new Term(
                        terms.size(),
                        term.kind(),
                        term.type(),
                        term.key(),
                        term.field(),
                        term.score(),
                        term.days(),
                        term.percent()));
    }

    private static String name(Term term) {
        return term.kind() + " " + term.key();
    }

    List<Term> terms() {
        return List.copyOf(terms.values());
    }

    private Field shared(Field field) {
        Field named = contract.named(field.name());
        return named == null ? field : named;
    }

    private Term shared(Term term) {
        Term shared = terms.get(name(term));
        if (shared == null) {
            throw new IllegalArgumentException("term " + term.key() + " is of neither model");
        }
        return shared;
    }

    /** The model's rows by table, those that decide. */
    Map<Table, List<Row>> shared(Model model) {
        Map<Table, List<Row>> tables = new EnumMap<>(Table.class);
        tables.put(Table.SEGMENTS, shared(model.segments()));
        tables.put(Table.ACCOUNT_TIERS, shared(model.tiers()));
        return tables;
    }

    Map<Table, List<Row>> shared(SegmentModel model) {
        Map<Table, List<Row>> tables = new EnumMap<>(Table.class);
        tables.put(Table.INDICATORS, shared(model.indicators()));
        tables.put(Table.SCORING, shared(model.scoring()));
        tables.put(Table.WEIGHTS, shared(model.weights()));
        tables.put(Table.CONTEXT, shared(model.context()));
        tables.put(Table.OVERALL, shared(model.overall()));
        tables.put(Table.CAPS, shared(model.caps()));
        tables.put(Table.THRESHOLDS, shared(model.thresholds()));
        tables.put(Table.CALIBRATION, shared(model.calibration()));
        tables.put(Table.TRENDS, shared(model.trends()));
        tables.put(Table.SIGNALS, shared(model.signals()));
        tables.put(Table.COHORTS, shared(model.cohorts()));
        tables.put(Table.PLAYBOOKS, shared(model.playbooks()));
        tables.put(Table.ESCALATIONS, shared(model.escalations()));
        return tables;
    }

    private List<Row> shared(List<? extends Row> rows) {
        List<Row> shared = new ArrayList<>();
        rows.forEach(row -> shared.add(RowCopy.translated(row, this::shared, this::shared)));
        return shared;
    }
}
