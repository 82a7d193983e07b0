package io.barograph.engine.decision;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Term;
import io.barograph.engine.model.TextValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts values into the slots of the terms a model uses. */
final class VocabularyValues {

    private static final String RENEWAL_DATE = "renewal_date";
    private static final String ARR = "arr";

    /** Rising. */
    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    private final Map<Term.Kind, List<Term>> byKind = new EnumMap<>(Term.Kind.class);
    private final @Nullable Field renewalDate;
    private final @Nullable Field arr;

    VocabularyValues(Model model) {
        for (Term.Kind kind : Term.Kind.values()) {
            byKind.put(
                    kind,
                    model.terms().stream().filter(term -> term.kind() == kind).toList());
        }
        Contract contract = model.contract();
        this.renewalDate = contract.named(RENEWAL_DATE);
        this.arr = contract.named(ARR);
    }

    /** Everything known once inputs are screened; indicators with their newest screened value. */
    void screened(AccountCase account) {
        Inputs inputs = account.inputs;
        Past past = account.past;
        set(account, Term.Kind.ATTRIBUTE, term -> inputs.attribute(field(term)));
        set(account, Term.Kind.INDICATOR, term -> inputs.newest(field(term)));
        set(account, Term.Kind.DAYS_TO_RENEWAL, term -> daysToRenewal(account));
        set(account, Term.Kind.PREVIOUS_SCORE, term -> {
            ScoreEntry previous = past.previous(score(term));
            return previous == null ? null : previous.value();
        });
        set(account, Term.Kind.PREVIOUS_BAND, term -> past.previousBand(score(term)));
        set(account, Term.Kind.CHANGE_IN_INDICATOR, term -> inputs.change(field(term), term.days(), term.percent()));
    }

    private @Nullable BigDecimal daysToRenewal(AccountCase account) {
        Object date = renewalDate == null
                ? null
                : renewalDate.isIndicator()
                        ? account.inputs.newest(renewalDate)
                        : account.inputs.attribute(renewalDate);
        return date instanceof LocalDate renewal
                ? BigDecimal.valueOf(ChronoUnit.DAYS.between(account.asOf(), renewal))
                : null;
    }

    /** The account's {@code arr}: a screened attribute, or the processed value of an indicator. */
    @Nullable BigDecimal arr(AccountCase account) {
        Object value = arr == null
                ? null
                : arr.isIndicator() ? account.processed.get(arr.name()) : account.inputs.attribute(arr);
        return value instanceof BigDecimal number ? number : null;
    }

    /** The flags raised so far and how bad the worst is. */
    void flags(AccountCase account) {
        set(
                account,
                Term.Kind.FLAGS,
                term -> SetValue.of(account.flags.stream()
                        .map(flag -> TextValue.of(flag.name()))
                        .toList()));
        set(
                account,
                Term.Kind.FLAG_SEVERITY,
                term -> account.flags.stream()
                        .map(AccountCase.Flag::severity)
                        .max(Comparator.comparingInt(SEVERITIES::indexOf))
                        .orElse(null));
    }

    /** Computes every term of a kind. */
    void set(AccountCase account, Term.Kind kind, Function<Term, @Nullable Object> value) {
        List<Term> terms = byKind.getOrDefault(kind, List.of());
        if (terms.isEmpty()) {
            return;
        }
        @Nullable Object[] values = account.writable();
        for (Term term : terms) {
            values[term.slot()] = asTermValue(value.apply(term));
        }
    }

    private static @Nullable Object asTermValue(@Nullable Object value) {
        return value instanceof String text ? TextValue.of(text) : value;
    }

    static Field field(Term term) {
        Field field = term.field();
        if (field == null) {
            throw new IllegalStateException("term " + term.key() + " names no field");
        }
        return field;
    }

    static String score(Term term) {
        String score = term.score();
        if (score == null) {
            throw new IllegalStateException("term " + term.key() + " names no score");
        }
        return score;
    }
}
