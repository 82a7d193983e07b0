package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the parts of a record are written: sensitive values to one side, all else to the other. */
final class RecordSink {

    private static final int TYPICAL = 1_024;

    private final ByteSink body = new ByteSink(TYPICAL);
    private final ValueSink open;
    private final Texts texts;
    private final LocalDate asOf;
    private @Nullable ValueSink hidden;
    private boolean sensitive;
    private boolean inDecision;

    private RecordSink(RecordModel model, LocalDate asOf) {
        this.texts = model.texts();
        this.asOf = asOf;
        this.open = new ValueSink(body, texts, asOf);
    }

    static NewRecord write(RecordModel model, DecisionRecord record) {
        AccountSnapshot snapshot = record.snapshot();
        if (!record.decision().model().digest().equals(model.digest())) {
            throw new IllegalArgumentException("the record is of model `"
                    + record.decision().model().digest() + "`, not of `" + model.digest() + "`");
        }
        if (!record.decision().accountId().equals(snapshot.accountId())
                || !record.decision().asOf().equals(snapshot.asOf())) {
            throw new IllegalArgumentException("the decision is not that of the account of its snapshot");
        }
        Outcome outcome = record.decision().outcome();
        if (outcome == null) {
            throw new IllegalArgumentException("a decision that is known by what it says cannot be recorded");
        }
        ByteSink head = new ByteSink(160);
        RecordHead.write(record, head);
        RecordSink sink = new RecordSink(model, snapshot.asOf());
        InputSink inputs = new InputSink(model, sink);
        inputs.snapshot(snapshot);
        inputs.history(record.prior().entries());
        boolean inInputs = sink.sensitive;
        sink.sensitive = false;
        new OutcomeSink(model, sink, record.decision(), outcome).write();
        sink.inDecision = sink.sensitive;
        sink.sensitive |= inInputs;
        ByteSink values = sink.hidden == null ? new ByteSink(0) : sink.hidden.bytes();
        return new NewRecord(head, sink.body, values, sink.sensitive, sink.inDecision);
    }

    ByteSink bytes() {
        return body;
    }

    void text(@Nullable String text) {
        open.text(text);
    }

    void date(LocalDate date) {
        open.date(date);
    }

    void value(@Nullable Object value) {
        open.value(value);
    }

    /** A missing value is told even where others are not: what is missing is told by the coverage anyway. */
    void value(@Nullable Object value, boolean isSensitive) {
        if (isSensitive && value != null) {
            body.octet(Tag.SEALED);
            if (hidden == null) {
                hidden = new ValueSink(new ByteSink(256), texts, asOf);
            }
            hidden.value(value);
            sensitive = true;
        } else {
            open.value(value);
        }
    }

    /** What fills a blank of a sentence. */
    void filling(String text, boolean isSensitive) {
        value(MessageForm.filling(text), isSensitive);
    }

    void message(String message, boolean isSensitive) {
        if (!isSensitive) {
            for (int form = 0; form < MessageForm.ALL.size(); form++) {
                List<String> blanks = MessageForm.ALL.get(form).blanks(message);
                if (blanks != null) {
                    body.octet(Tag.MESSAGE);
                    body.varint(form);
                    blanks.forEach(blank -> filling(blank, false));
                    return;
                }
            }
        }
        value(message, isSensitive);
    }

    /** A sentence that spells out a sensitive value was written, if only as what its row implies. */
    void spellOut() {
        sensitive = true;
    }
}
