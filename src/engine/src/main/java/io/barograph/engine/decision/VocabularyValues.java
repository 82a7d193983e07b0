package io.barograph.engine.decision;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts values into the cells of the terms a model uses. */
final class VocabularyValues {

    private static final String RENEWAL_DATE = "renewal_date";
    private static final String ARR = "arr";

    /** Rising. */
    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    private static final Filled[] NONE = {};

    /**
     * A term, and what its value is looked up by.
     *
     * @param first cell with its first value
     * @param last cell with its last value
     * @param field position among the fields; {@link Fields#NONE} when it is about none
     * @param score folded name; empty when it is about none
     */
    record Filled(Term term, int first, int last, int field, String score) {}

    private final ModelPlan plan;
    private final Map<Term.Kind, Filled[]> byKind = new EnumMap<>(Term.Kind.class);
    private final @Nullable Field renewalDate;
    private final @Nullable Field arr;
    private final int renewalField;
    private final int arrField;

    VocabularyValues(ModelPlan plan) {
        this.plan = plan;
        Model model = plan.model();
        Cells cells = plan.rows().ranks().cells();
        for (Term.Kind kind : Term.Kind.values()) {
            List<Filled> terms = new ArrayList<>();
            for (Term term : model.terms()) {
                if (term.kind() == kind) {
                    terms.add(new Filled(
                            term,
                            cells.first(term),
                            cells.last(term),
                            term.field() == null ? Fields.NONE : plan.fields().of(term.field()),
                            term.score() == null ? "" : Names.fold(term.score())));
                }
            }
            byKind.put(kind, terms.toArray(NONE));
        }
        Contract contract = model.contract();
        this.renewalDate = contract.named(RENEWAL_DATE);
        this.arr = contract.named(ARR);
        this.renewalField = renewalDate == null ? Fields.NONE : plan.fields().of(renewalDate);
        this.arrField = arr == null ? Fields.NONE : plan.fields().of(arr);
    }

    /** Terms of a kind. */
    Filled[] terms(Term.Kind kind) {
        return byKind.getOrDefault(kind, NONE);
    }

    /** Everything known once inputs are screened; indicators with their newest screened value. */
    void screened(AccountCase account) {
        Inputs inputs = account.inputs;
        Past past = account.past;
        for (Filled term : terms(Term.Kind.ATTRIBUTE)) {
            put(account, term.last(), inputs.attribute(term.field()));
        }
        for (Filled term : terms(Term.Kind.INDICATOR)) {
            put(account, term.first(), inputs.newest(term.field()));
        }
        for (Filled term : terms(Term.Kind.DAYS_TO_RENEWAL)) {
            put(account, term.last(), daysToRenewal(inputs));
        }
        if (!past.isEmpty()) {
            for (Filled term : terms(Term.Kind.PREVIOUS_SCORE)) {
                put(account, term.last(), past.previousScore(term.score()));
            }
            for (Filled term : terms(Term.Kind.PREVIOUS_BAND)) {
                put(account, term.last(), past.previousBand(term.score()));
            }
        }
        for (Filled term : terms(Term.Kind.CHANGE_IN_INDICATOR)) {
            put(
                    account,
                    term.last(),
                    inputs.change(term.field(), term.term().days(), term.term().percent()));
        }
    }

    private @Nullable BigDecimal daysToRenewal(Inputs inputs) {
        Object date = renewalDate == null
                ? null
                : renewalDate.isIndicator() ? inputs.newest(renewalField) : inputs.attribute(renewalField);
        return date instanceof LocalDate renewal ? BigDecimal.valueOf(renewal.toEpochDay() - inputs.today()) : null;
    }

    /** The account's {@code arr}: a screened attribute, or the processed value of an indicator. */
    @Nullable BigDecimal arr(AccountCase account) {
        Object value = arr == null
                ? null
                : arr.isIndicator() ? account.processed(arrField) : account.inputs.attribute(arrField);
        return value instanceof BigDecimal number ? number : null;
    }

    /** The flags raised so far and how bad the worst is, as Signals see them. */
    void firstFlags(AccountCase account) {
        for (Filled term : terms(Term.Kind.FLAGS)) {
            account.cells.set(term.first(), names(account));
        }
        for (Filled term : terms(Term.Kind.FLAG_SEVERITY)) {
            put(account, term.first(), worst(account));
        }
    }

    /** All flags and how bad the worst is. */
    void allFlags(AccountCase account) {
        for (Filled term : terms(Term.Kind.FLAGS)) {
            account.cells.set(term.last(), names(account));
        }
        for (Filled term : terms(Term.Kind.FLAG_SEVERITY)) {
            put(account, term.last(), worst(account));
        }
    }

    private SetValue names(AccountCase account) {
        if (account.flags.isEmpty()) {
            return SetValue.EMPTY;
        }
        List<TextValue> names = new ArrayList<>(account.flags.size());
        for (AccountCase.Flag flag : account.flags) {
            names.add(plan.text(flag.name()));
        }
        return SetValue.of(names);
    }

    private static @Nullable String worst(AccountCase account) {
        String worst = null;
        for (AccountCase.Flag flag : account.flags) {
            if (worst == null || SEVERITIES.indexOf(flag.severity()) > SEVERITIES.indexOf(worst)) {
                worst = flag.severity();
            }
        }
        return worst;
    }

    /** Computes what every term of a kind is in the end. */
    void set(AccountCase account, Term.Kind kind, Function<Filled, @Nullable Object> value) {
        for (Filled term : terms(kind)) {
            put(account, term.last(), value.apply(term));
        }
    }

    /** Writes a cell; a text is written with the form it is compared in. */
    void put(AccountCase account, int cell, @Nullable Object value) {
        account.cells.set(cell, value instanceof String text ? plan.text(text) : value);
    }

    static Field field(Term term) {
        Field field = term.field();
        if (field == null) {
            throw new IllegalStateException("term " + term.key() + " names no field");
        }
        return field;
    }
}
