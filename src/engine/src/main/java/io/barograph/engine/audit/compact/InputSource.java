package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link InputSink} writes, as the tree of the canonical JSON, or reads past it. */
final class InputSource {

    /** An object of the tree that is being read, or, when nobody asks for it, nothing. */
    private static final class Members {

        private final @Nullable Map<String, @Nullable Object> tree;

        Members(boolean asked) {
            tree = asked ? new TreeMap<>() : null;
        }

        void put(String name, @Nullable Object value) {
            if (tree != null) {
                tree.put(name, value);
            }
        }

        void putDate(String name, LocalDate date) {
            if (tree != null) {
                tree.put(name, date.toString());
            }
        }

        Map<String, @Nullable Object> tree() {
            return tree == null ? Map.of() : tree;
        }
    }

    private final RecordModel model;
    private final ValueSource in;
    private final RecordHead head;
    private final boolean asked;

    private InputSource(RecordModel model, ValueSource in, RecordHead head, boolean asked) {
        this.model = model;
        this.in = in;
        this.head = head;
        this.asked = asked;
    }

    InputSource(RecordModel model, ValueSource in, RecordHead head) {
        this(model, in, head, true);
    }

    /** Reads past the snapshot and what was known before, refusing what cannot be read. */
    static void skip(RecordModel model, ValueSource in, RecordHead head) {
        InputSource inputs = new InputSource(model, in, head, false);
        inputs.snapshot();
        inputs.history();
    }

    Map<String, @Nullable Object> snapshot() {
        Members snapshot = new Members(asked);
        snapshot.put("account_id", head.accountId());
        snapshot.putDate("as_of", head.asOf());
        snapshot.put("attributes", attributes());
        snapshot.put("indicators", inputs(model.indicators(), this::observation));
        snapshot.put("history", history());
        return snapshot.tree();
    }

    private Map<String, @Nullable Object> attributes() {
        return inputs(model.attributes(), in::value);
    }

    private Map<String, @Nullable Object> inputs(List<String> fields, Supplier<@Nullable Object> input) {
        byte[] bits = in.bytes().raw((fields.size() + Byte.SIZE - 1) / Byte.SIZE);
        Members inputs = new Members(asked);
        for (int i = 0; i < fields.size(); i++) {
            if ((bits[i / Byte.SIZE] >> (i % Byte.SIZE) & 1) == 1) {
                inputs.put(fields.get(i), input.get());
            }
        }
        int others = in.bytes().count();
        for (int i = 0; i < others; i++) {
            inputs.put(in.text(), input.get());
        }
        return inputs.tree();
    }

    private @Nullable Object observation() {
        if (in.bytes().peek() != Tag.OBSERVATION) {
            return in.value();
        }
        in.bytes().octet();
        int parts = in.bytes().upTo(InputSink.ALL_OF_OBSERVATION);
        Members observation = new Members(asked);
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
        return observation.tree();
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
            Map<String, @Nullable Object> entry = entry(kind & ~InputSink.AGAIN, subject, date);
            if (asked) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private Map<String, @Nullable Object> entry(int kind, String subject, LocalDate date) {
        boolean number = (kind & InputSink.NUMBER) != 0;
        boolean band = (kind & InputSink.BAND) != 0;
        Members entry = new Members(asked);
        switch (kind & ~(InputSink.NUMBER | InputSink.BAND)) {
            case InputSink.INDICATOR -> {
                requireNot(band);
                entry.put("indicator", subject);
                entry.putDate("observed_at", date);
                entry.put("value", in.value());
                if (number) {
                    entry.put("campaign_share", number());
                }
            }
            case InputSink.SCORE -> {
                entry.put("score", subject);
                entry.putDate("as_of", date);
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
                entry.putDate("as_of", date);
            }
            case InputSink.ATTRIBUTES -> {
                requireNot(number || band);
                entry.putDate("as_of", date);
                entry.put("attributes", attributes());
            }
            default -> requireNot(true);
        }
        return entry.tree();
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
