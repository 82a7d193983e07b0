package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.model.Model;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stood at an earlier date: without observations dated later, with the attributes of then when the history tells
 * them. An indicator of which nothing was known until then keeps its processed value of now, unless the attributes of then are
 * known, with which everything of then is.
 */
final class EarlierAccount {

    private final AccountCase now;
    private final LocalDate date;
    private final Model model;
    private final @Nullable AttributesEntry attributes;

    EarlierAccount(AccountCase now, LocalDate date, Model model) {
        this.now = now;
        this.date = date;
        this.model = model;
        this.attributes = attributes();
    }

    private @Nullable AttributesEntry attributes() {
        return Stream.of(now.inquiry.snapshot().history(), now.inquiry.prior().entries())
                .flatMap(List::stream)
                .filter(entry ->
                        entry instanceof AttributesEntry && entry.date().equals(date))
                .map(AttributesEntry.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Placed in its segment, its processed values found, not yet scored. */
    AccountCase asItStood(Rescoring rescoring) {
        AccountSnapshot snapshot = now.snapshot;
        Map<String, Observation> observations = new LinkedHashMap<>();
        snapshot.indicators().forEach((name, observation) -> observations.put(name, dated(observation)));
        AccountSnapshot earlier = new AccountSnapshot(
                snapshot.accountId(),
                date,
                attributes == null ? snapshot.attributes() : attributes.attributes(),
                observations,
                snapshot.history());
        AccountCase screened = new AccountCase(new Inquiry(earlier, now.inquiry.prior()), model);
        rescoring.place(screened);
        AccountCase then = screened.variant(screened.inputs, processed(screened));
        rescoring.place(then);
        return then;
    }

    /** Whether everything of then is known. */
    boolean isWhollyKnown() {
        return attributes != null;
    }

    private Observation dated(Observation observation) {
        return observation.observedAt() != null
                ? observation
                : new Observation(observation.value(), now.asOf(), observation.source(), observation.campaignShare());
    }

    private Map<String, Object> processed(AccountCase screened) {
        Map<String, Object> processed = new HashMap<>(Processing.all(screened));
        for (Field field : now.contract().fields()) {
            Object today = now.processed.get(field.name());
            if (today != null
                    && attributes == null
                    && screened.inputs.readings(field).isEmpty()) {
                processed.put(field.name(), today);
            }
        }
        return processed;
    }
}
