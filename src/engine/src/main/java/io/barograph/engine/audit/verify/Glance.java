package io.barograph.engine.audit.verify;

import org.jspecify.annotations.Nullable;

/**
 * What a verifier needs to know of a record.
 *
 * @param kind {@code decision} or {@code event}
 * @param model digest of the model that decided
 * @param sealedWith the key of its sealed values
 */
record Glance(
        @Nullable String kind,
        @Nullable String model,
        @Nullable String sealedWith) {

    static final String DECISION = "decision";
    static final String EVENT = "event";

    /**
     * @param record canonical bytes
     * @throws IllegalArgumentException when it is no JSON object
     */
    static Glance of(byte[] record) {
        JsonCursor json = new JsonCursor(record);
        String kind = null;
        String model = null;
        String sealedWith = null;
        json.enter();
        for (String name = json.member(); name != null; name = json.member()) {
            switch (name) {
                case "kind" -> kind = json.text();
                case "decision" -> model = text(json, "model", "digest");
                case "sealed" -> sealedWith = text(json, "key");
                default -> json.skip();
            }
        }
        return new Glance(kind, model, sealedWith);
    }

    /** The text down a path of members; the whole value is stepped over. */
    private static @Nullable String text(JsonCursor json, String... path) {
        return text(json, path, 0);
    }

    private static @Nullable String text(JsonCursor json, String[] path, int depth) {
        if (depth == path.length) {
            return json.text();
        }
        if (!json.isObject()) {
            json.skip();
            return null;
        }
        String found = null;
        json.enter();
        for (String name = json.member(); name != null; name = json.member()) {
            if (name.equals(path[depth])) {
                found = text(json, path, depth + 1);
            } else {
                json.skip();
            }
        }
        return found;
    }
}
