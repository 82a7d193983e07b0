package io.barograph.engine.audit.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object within a record's JSON and where it stands.
 *
 * @param members may be changed
 * @param pointer after RFC 6901; empty for the whole record
 */
record Place(Map<String, @Nullable Object> members, String pointer) {

    /** @throws IllegalArgumentException when the tree is no object */
    @SuppressWarnings("unchecked") // a tree's objects are maps by name
    static Place of(@Nullable Object tree, String pointer) {
        if (tree instanceof Map<?, ?> members) {
            return new Place((Map<String, @Nullable Object>) members, pointer);
        }
        throw new IllegalArgumentException("a record holds no object at `" + (pointer.isEmpty() ? "/" : pointer) + "`");
    }

    Place in(String name) {
        return of(members.get(name), pointerTo(name));
    }

    /** The objects of a list; none when there is no list. */
    List<Place> each(String name) {
        List<Place> places = new ArrayList<>();
        if (members.get(name) instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                places.add(of(items.get(i), pointerTo(name) + "/" + i));
            }
        }
        return places;
    }

    boolean holdsObject(String name) {
        return members.get(name) instanceof Map;
    }

    /** Null when it is missing or no text. */
    @Nullable String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The object that holds what a pointer names, and its name there.
     *
     * @throws IllegalArgumentException when the pointer leads nowhere
     */
    Target target(String target) {
        String[] names = target.split("/", -1);
        @Nullable Object tree = members;
        for (int i = 1; i < names.length - 1; i++) {
            tree = tree instanceof List<?> items
                    ? item(items, names[i], target)
                    : of(tree, target).members.get(plain(names[i]));
        }
        Place holder = of(tree, target);
        String name = plain(names[names.length - 1]);
        if (names.length < 2 || !names[0].isEmpty() || !holder.members.containsKey(name)) {
            throw new IllegalArgumentException("a record holds nothing at `" + target + "`");
        }
        return new Target(holder, name);
    }

    /** A member of an object. */
    record Target(Place holder, String name) {

        @Nullable Object value() {
            return holder.members().get(name);
        }

        void put(@Nullable Object value) {
            holder.members().put(name, value);
        }

        void remove() {
            holder.members().remove(name);
        }
    }

    private static @Nullable Object item(List<?> items, String index, String target) {
        if (!index.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(index) >= items.size()) {
            throw new IllegalArgumentException("a record holds nothing at `" + target + "`");
        }
        return items.get(Integer.parseInt(index));
    }

    private static String plain(String escaped) {
        return escaped.replace("~1", "/").replace("~0", "~");
    }
}
