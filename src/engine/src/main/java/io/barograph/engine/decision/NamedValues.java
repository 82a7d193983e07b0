package io.barograph.engine.decision;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, in the order of their names' {@link Shape}; immutable. Accounts of one file have their names in common, so
 * they share the shape and keep no more than an array of values each.
 */
public final class NamedValues<V extends @Nullable Object> extends AbstractMap<String, V> {

    /** Stands in the place of a name that an account does not have; null is a value. */
    public static final Object ABSENT = new Object();

    private final Shape shape;
    private final @Nullable Object[] values;
    private final int size;

    private NamedValues(Shape shape, @Nullable Object[] values, int size) {
        this.shape = shape;
        this.values = values;
        this.size = size;
    }

    /**
     * @param values one a name of the shape, {@link #ABSENT} where there is none; kept, so nobody may change it afterwards
     */
    public static <V extends @Nullable Object> NamedValues<V> of(Shape shape, @Nullable Object[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "there must be " + shape.size() + " values, but there are " + values.length);
        }
        int size = 0;
        for (Object value : values) {
            if (value != ABSENT) {
                size++;
            }
        }
        return new NamedValues<>(shape, values, size);
    }

    /** The same values; the same map when it is one of these already. */
    @SuppressWarnings("unchecked")
    public static <V extends @Nullable Object> NamedValues<V> copyOf(Map<String, ? extends V> map) {
        if (map instanceof NamedValues<?>) {
            return (NamedValues<V>) map;
        }
        String[] names = new String[map.size()];
        @Nullable Object[] values = new @Nullable Object[names.length];
        int next = 0;
        for (Map.Entry<String, ? extends V> entry : map.entrySet()) {
            names[next] = entry.getKey();
            values[next++] = entry.getValue();
        }
        return new NamedValues<>(new Shape(names), values, next);
    }

    /** Equal for accounts that may be looked at by the same plan. */
    public Shape shape() {
        return shape;
    }

    /** The value of a name by its place in the shape; {@link #ABSENT} when there is none. */
    public @Nullable Object at(int place) {
        return values[place];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        int place = shape.place(name);
        return place >= 0 && values[place] != ABSENT;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object name) {
        int place = shape.place(name);
        return place < 0 || values[place] == ABSENT ? null : (V) values[place];
    }

    @Override
    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != ABSENT) {
                action.accept(shape.name(i), (V) values[i]);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, V>> {

        private int next = following(0);

        private int following(int place) {
            int present = place;
            while (present < values.length && values[present] == ABSENT) {
                present++;
            }
            return present;
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map.Entry<String, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more values");
            }
            int place = next;
            next = following(place + 1);
            return new SimpleImmutableEntry<>(shape.name(place), (V) values[place]);
        }
    }

    /** Names in an order; compared by identity, so that what is worked out for a shape can be kept by it. */
    public static final class Shape {

        private final String[] names;

        /** Places from 1 by open addressing, 0 where there is none; made when first asked for. */
        private volatile int @Nullable [] index;

        private Shape(String... names) {
            this.names = names;
        }

        /** @throws IllegalArgumentException when a name comes twice */
        public static Shape of(Iterable<String> names) {
            Set<String> distinct = new LinkedHashSet<>();
            for (String name : names) {
                if (!distinct.add(name)) {
                    throw new IllegalArgumentException("`" + name + "` stands twice");
                }
            }
            return new Shape(distinct.toArray(new String[0]));
        }

        public int size() {
            return names.length;
        }

        public String name(int place) {
            return names[place];
        }

        /** Where a name stands; -1 when it does not. */
        int place(@Nullable Object name) {
            int[] places = index;
            if (places == null) {
                places = places();
                index = places;
            }
            if (name == null) {
                return -1;
            }
            int mask = places.length - 1;
            for (int at = spread(name) & mask; places[at] != 0; at = (at + 1) & mask) {
                if (names[places[at] - 1].equals(name)) {
                    return places[at] - 1;
                }
            }
            return -1;
        }

        private int[] places() {
            int[] places = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
            int mask = places.length - 1;
            for (int i = 0; i < names.length; i++) {
                int at = spread(names[i]) & mask;
                while (places[at] != 0) {
                    at = (at + 1) & mask;
                }
                places[at] = i + 1;
            }
            return places;
        }

        private static int spread(Object name) {
            int hash = name.hashCode();
            return hash ^ (hash >>> 16);
        }
    }
}
