package io.barograph.engine.decision;

import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stood at an earlier date: without observations dated later, with the attributes of then when the history tells
 * them. An indicator of which nothing was known until then keeps its processed value of now, unless the attributes of then are
 * known, with which everything of then is.
 */
final class EarlierAccount {

    private final AccountCase now;
    private final LocalDate date;
    private final @Nullable AttributesEntry attributes;

    EarlierAccount(AccountCase now, LocalDate date) {
        this.now = now;
        this.date = date;
        AttributesEntry sent = attributes(now.inquiry.snapshot().history(), date);
        this.attributes = sent != null ? sent : attributes(now.inquiry.prior().entries(), date);
    }

    private static @Nullable AttributesEntry attributes(List<HistoryEntry> entries, LocalDate date) {
        for (HistoryEntry entry : entries) {
            if (entry instanceof AttributesEntry attributes && entry.date().equals(date)) {
                return attributes;
            }
        }
        return null;
    }

    /** Placed in its segment, its processed values found, not yet scored. */
    AccountCase asItStood(Rescoring rescoring) {
        Fields fields = now.model.fields();
        @Nullable Object[] attributesThen =
                attributes == null ? now.inputs.attributes() : Intake.attributes(attributes.attributes(), fields, date);
        AccountCase then = now.earlier(date, attributesThen);
        rescoring.place(then);
        @Nullable Object[] processed = rescoring.processed(then);
        for (int field = 0; field < processed.length && attributes == null; field++) {
            if (fields.get(field).isIndicator() && then.inputs.newestEntry(field) == Readings.NONE) {
                processed[field] = now.processed(field);
            }
        }
        then.process(processed);
        return then;
    }

    /** Whether everything of then is known. */
    boolean isWhollyKnown() {
        return attributes != null;
    }
}
