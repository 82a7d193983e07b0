package io.barograph.engine.ruleset.fact;

import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as guardrails see it, by name: fields of the data contract (their processed value), scores and bands as shown so
 * far, flags. Immutable but for the record of what guardrails did.
 */
public abstract sealed class Review permits BandReview, PlaybookReview {

    private static final String OVERALL = "Overall";

    private final Standing standing;
    private final List<GuardrailFiring> firings = new ArrayList<>();
    private @Nullable GuardrailFiring current;

    Review(Standing standing) {
        this.standing = standing;
    }

    /**
     * What is known of the account.
     *
     * @param fields every field of the contract by name: BigDecimal, String, Boolean, LocalDate or null when missing
     * @param scores by folded name, as shown so far
     * @param bands by folded name, as shown so far
     * @param flags folded names of those raised so far
     */
    public record Standing(
            String accountId,
            LocalDate asOf,
            String segment,
            @Nullable String tier,
            Map<String, @Nullable Object> fields,
            Map<String, BigDecimal> scores,
            Map<String, String> bands,
            Set<String> flags) {}

    public final String getAccountId() {
        return standing.accountId();
    }

    public final LocalDate getAsOf() {
        return standing.asOf();
    }

    /** As Segments writes it. */
    public final String getSegment() {
        return standing.segment();
    }

    /** As Account tiers writes it; null when the account has none. */
    public final @Nullable String getTier() {
        return standing.tier();
    }

    /** The overall score shown so far; null when there is none. */
    public final @Nullable BigDecimal getOverall() {
        return score(OVERALL);
    }

    /** The overall band shown so far, as Thresholds writes it; null when there is none. */
    public final @Nullable String getOverallBand() {
        return band(OVERALL);
    }

    /** A score shown so far, 0–100; null when it does not exist. */
    public final @Nullable BigDecimal score(String name) {
        return standing.scores().get(Names.fold(name));
    }

    /** A band shown so far; null when there is none. */
    public final @Nullable String band(String score) {
        return standing.bands().get(Names.fold(score));
    }

    public final boolean flagged(String flag) {
        return standing.flags().contains(Names.fold(flag));
    }

    /** A numeric field; null when it is missing. */
    public final @Nullable BigDecimal number(String field) {
        return value(field, BigDecimal.class);
    }

    /** A text field as it was sent; null when it is missing. */
    public final @Nullable String text(String field) {
        return value(field, String.class);
    }

    /** A date field; null when it is missing. */
    public final @Nullable LocalDate date(String field) {
        return value(field, LocalDate.class);
    }

    /** Whether a boolean field is known to be true. */
    public final boolean yes(String field) {
        return Boolean.TRUE.equals(value(field, Boolean.class));
    }

    /** Whether a text field is known and equals a text, ignoring case and blanks. */
    public final boolean is(String field, String text) {
        String value = text(field);
        return value != null && Names.same(value, text);
    }

    private <T> @Nullable T value(String field, Class<T> type) {
        if (!standing.fields().containsKey(field)) {
            throw new IllegalArgumentException("the data contract has no field `" + field + "`");
        }
        Object value = standing.fields().get(field);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("field `" + field + "` is not a "
                    + (type == BigDecimal.class
                            ? "number"
                            : type == String.class ? "text" : type == Boolean.class ? "boolean" : "date"));
        }
        return type.cast(value);
    }

    /** What guardrails did to this account, in the order they fired. */
    public final List<GuardrailFiring> firings() {
        return List.copyOf(firings);
    }

    /** Called by the session before a guardrail's consequence runs; the guardrail's actions go to this firing. */
    public final void begin(String rule, Map<String, @Nullable Object> inputs) {
        current = new GuardrailFiring(rule, new LinkedHashMap<>(inputs), new ArrayList<>());
        firings.add(current);
    }

    final void did(GuardrailFiring.Action action) {
        if (current == null) {
            throw new IllegalStateException("an action outside a guardrail");
        }
        current.actions().add(action);
    }
}
