package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link InputSink} writes, as the tree of the canonical JSON. */
final class InputSource {

    private final RecordModel model;
    private final ValueSource in;
    private final RecordHead head;

    InputSource(RecordModel model, ValueSource in, RecordHead head) {
        this.model = model;
        this.in = in;
        this.head = head;
    }

    Map<String, @Nullable Object> snapshot() {
        Map<String, @Nullable Object> snapshot = new TreeMap<>();
        snapshot.put("account_id", head.accountId());
        snapshot.put("as_of", head.asOf().toString());
        snapshot.put("attributes", attributes());
        snapshot.put("indicators", inputs(model.indicators(), this::observation));
        snapshot.put("history", history());
        return snapshot;
    }

    private Map<String, @Nullable Object> attributes() {
        return inputs(model.attributes(), in::value);
    }

    private Map<String, @Nullable Object> inputs(List<String> fields, Supplier<@Nullable Object> input) {
        byte[] bits = in.bytes().raw((fields.size() + Byte.SIZE - 1) / Byte.SIZE);
        Map<String, @Nullable Object> inputs = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if ((bits[i / Byte.SIZE] >> (i % Byte.SIZE) & 1) == 1) {
                inputs.put(fields.get(i), input.get());
            }
        }
        int others = in.bytes().count();
        for (int i = 0; i < others; i++) {
            inputs.put(in.text(), input.get());
        }
        return inputs;
    }

    private @Nullable Object observation() {
        if (in.bytes().peek() != Tag.OBSERVATION) {
            return in.value();
        }
        in.bytes().octet();
        int parts = in.bytes().upTo(InputSink.ALL_OF_OBSERVATION);
        Map<String, @Nullable Object> observation = new TreeMap<>();
        observation.put("value", in.value());
        if ((parts & InputSink.OBSERVED_AT) != 0) {
            observation.put("observed_at", in.date());
        }
        if ((parts & InputSink.SOURCE) != 0) {
            observation.put("source", in.value());
        }
        if ((parts & InputSink.CAMPAIGN_SHARE) != 0) {
            observation.put("campaign_share", number());
        }
        return observation;
    }

    List<Object> history() {
        int count = in.bytes().count();
        List<Object> entries = new ArrayList<>();
        LocalDate date = head.asOf();
        int lastKind = -1;
        String subject = "";
        for (int i = 0; i < count; i++) {
            int kind = in.bytes().octet();
            boolean again = (kind & InputSink.AGAIN) != 0;
            requireNot(again && (kind & InputSink.KIND) != lastKind);
            lastKind = kind & InputSink.KIND;
            if (!again) {
                subject = lastKind == InputSink.ATTRIBUTES ? "" : in.text();
            }
            date = ValueSource.date(date, in.bytes().zigzag());
            entries.add(entry(kind & ~InputSink.AGAIN, subject, date.toString()));
        }
        return entries;
    }

    private Map<String, @Nullable Object> entry(int kind, String subject, String date) {
        boolean number = (kind & InputSink.NUMBER) != 0;
        boolean band = (kind & InputSink.BAND) != 0;
        Map<String, @Nullable Object> entry = new TreeMap<>();
        switch (kind & ~(InputSink.NUMBER | InputSink.BAND)) {
            case InputSink.INDICATOR -> {
                requireNot(band);
                entry.put("indicator", subject);
                entry.put("observed_at", date);
                entry.put("value", in.value());
                if (number) {
                    entry.put("campaign_share", number());
                }
            }
            case InputSink.SCORE -> {
                entry.put("score", subject);
                entry.put("as_of", date);
                if (number) {
                    entry.put("value", number());
                }
                if (band) {
                    entry.put("band", in.text());
                }
            }
            case InputSink.PLAYBOOK -> {
                requireNot(number || band);
                entry.put("playbook", subject);
                entry.put("as_of", date);
            }
            case InputSink.ATTRIBUTES -> {
                requireNot(number || band);
                entry.put("as_of", date);
                entry.put("attributes", attributes());
            }
            default -> requireNot(true);
        }
        return entry;
    }

    private BigDecimal number() {
        if (in.value() instanceof BigDecimal number) {
            return number;
        }
        throw new IllegalArgumentException("a record holds something else where a number should be");
    }

    private static void requireNot(boolean unknown) {
        if (unknown) {
            throw new IllegalArgumentException("a record holds an entry of an unknown kind");
        }
    }
}
