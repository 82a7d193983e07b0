package io.barograph.engine.exchange;

import io.barograph.engine.decision.NamedValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names met so far in one kind of object, in an order that suits most objects, and the values of the object being read. Objects whose
 * names are all known and come in that order share a {@link NamedValues.Shape}. For one thread at a time.
 */
final class NameTable {

    /** So many names are learned; objects with others are read another way. */
    static final int MAX_NAMES = 1_000;

    static final int MAX_NAME_LENGTH = 100;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> written = new ArrayList<>();
    private NamedValues.Shape shape = NamedValues.Shape.of(List.of());

    /** Places from 1 by the bytes of names, 0 where there is none. */
    private int[] index = new int[64];

    /** Of the object being read: its values by place, and which places belong to it. */
    private @Nullable Object[] values = new @Nullable Object[16];

    private int[] stamps = new int[16];
    private int stamp;

    /** Places in the order they came. */
    private int[] order = new int[16];

    private int count;
    private int known;
    private boolean inOrder;

    /** Begins an object. */
    void begin() {
        stamp++;
        count = 0;
        known = names.size();
        inOrder = true;
        if (shape.size() < known) {
            shape = NamedValues.Shape.of(names);
        }
    }

    /**
     * Where the value of the next name belongs.
     *
     * @param bytes the name from {@code from} to {@code to}, without escapes
     * @return negative when it came before in this object, or cannot be learned
     */
    int place(byte[] bytes, int from, int to) {
        int next = count == 0 ? 0 : order[count - 1] + 1;
        int place = next < known && is(next, bytes, from, to) ? next : find(bytes, from, to);
        if (place < 0 || stamps[place] == stamp) {
            return -1;
        }
        stamps[place] = stamp;
        inOrder &= place >= next;
        order[count++] = place;
        return place;
    }

    private boolean is(int place, byte[] bytes, int from, int to) {
        byte[] name = written.get(place);
        return Arrays.equals(name, 0, name.length, bytes, from, to);
    }

    private int find(byte[] bytes, int from, int to) {
        int mask = index.length - 1;
        int at = hash(bytes, from, to) & mask;
        for (; index[at] != 0; at = (at + 1) & mask) {
            if (is(index[at] - 1, bytes, from, to)) {
                return index[at] - 1;
            }
        }
        if (names.size() == MAX_NAMES || to - from > MAX_NAME_LENGTH) {
            return -1;
        }
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (name.indexOf(JsonCursor.REPLACEMENT) >= 0) {
            return -1;
        }
        names.add(name);
        written.add(Arrays.copyOfRange(bytes, from, to));
        index[at] = names.size();
        if (names.size() * 2 > index.length) {
            index = new int[index.length * 2];
            fillIndex();
        }
        if (names.size() > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
            stamps = Arrays.copyOf(stamps, stamps.length * 2);
            order = Arrays.copyOf(order, order.length * 2);
        }
        return names.size() - 1;
    }

    private void fillIndex() {
        Arrays.fill(index, 0);
        int mask = index.length - 1;
        for (int i = 0; i < written.size(); i++) {
            byte[] name = written.get(i);
            int at = hash(name, 0, name.length) & mask;
            while (index[at] != 0) {
                at = (at + 1) & mask;
            }
            index[at] = i + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 16);
    }

    void set(int place, @Nullable Object value) {
        values[place] = value;
    }

    /** How many values the object has so far. */
    int count() {
        return count;
    }

    /** Ends the object. */
    <V extends @Nullable Object> NamedValues<V> values() {
        if (names.size() > known || !inOrder) {
            NamedValues<V> own = ofItsOwn();
            if (names.size() > known) {
                learnOrder();
            }
            return own;
        }
        @Nullable Object[] shared = new @Nullable Object[known];
        for (int i = 0; i < known; i++) {
            shared[i] = stamps[i] == stamp ? values[i] : NamedValues.ABSENT;
        }
        return NamedValues.of(shape, shared);
    }

    private <V extends @Nullable Object> NamedValues<V> ofItsOwn() {
        List<String> own = new ArrayList<>(count);
        @Nullable Object[] ownValues = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            own.add(names.get(order[i]));
            ownValues[i] = values[order[i]];
        }
        return NamedValues.of(NamedValues.Shape.of(own), ownValues);
    }

    /** Puts the names this object brought behind those it had before them, so that the next like it is in order. */
    private void learnOrder() {
        List<String> ordered = new ArrayList<>(names.subList(0, known));
        for (int i = 0; i < count; i++) {
            if (order[i] >= known) {
                int behind = i == 0 ? 0 : ordered.indexOf(names.get(order[i - 1])) + 1;
                ordered.add(behind, names.get(order[i]));
            }
        }
        Map<String, byte[]> bytes = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            bytes.put(names.get(i), written.get(i));
        }
        names.clear();
        written.clear();
        for (String name : ordered) {
            names.add(name);
            written.add(bytes.getOrDefault(name, new byte[0]));
        }
        fillIndex();
        shape = NamedValues.Shape.of(names);
    }
}
