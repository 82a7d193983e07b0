package io.barograph.engine.exchange;

import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.model.diff.ModelDiff;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The differences between two models as JSON:
 *
 * <pre>{@code
 * {"before": {"model", "digest"}, "after": {"model", "digest"},
 *  "same": true when there is no change and every file could be read,
 *  "changes": [{"kind": "weight-changed", "message", "file", "sheet", "row", "words", "column", "from", "to",
 *               "cell_before": "enterprise.xlsx!Weights!C4", "cell_after"}],
 *  "unreadable": [{"side": "before" | "after", "file", "message", "suggestion"}]}
 * }</pre>
 *
 * Keys are always there; null where {@link ModelChange} says so. {@code kind} is a {@linkplain ModelChange.Kind#label
 * label}.
 */
public final class DiffJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private DiffJson() {}

    /** One line of UTF-8, ended by a line feed. */
    public static byte[] line(ModelDiff diff) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            side(json, "before", diff.before());
            side(json, "after", diff.after());
            json.writeBooleanProperty(
                    "same", diff.changes().isEmpty() && diff.unreadable().isEmpty());
            json.writeName("changes").writeStartArray();
            diff.changes().forEach(change -> change(json, change));
            json.writeEndArray();
            json.writeName("unreadable").writeStartArray();
            diff.unreadable().forEach(file -> unreadable(json, file));
            json.writeEndArray();
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void side(JsonGenerator json, String name, ModelDiff.Side side) {
        json.writeName(name).writeStartObject();
        json.writeStringProperty("model", side.name());
        text(json, "digest", side.digest());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, ModelChange change) {
        json.writeStartObject();
        json.writeStringProperty("kind", change.kind().label());
        json.writeStringProperty("message", change.message());
        json.writeStringProperty("file", change.file());
        text(json, "sheet", change.sheet());
        text(json, "row", change.row());
        text(json, "words", change.words());
        text(json, "column", change.column());
        text(json, "from", change.before());
        text(json, "to", change.after());
        text(json, "cell_before", change.cellBefore());
        text(json, "cell_after", change.cellAfter());
        json.writeEndObject();
    }

    private static void unreadable(JsonGenerator json, ModelDiff.Unreadable file) {
        json.writeStartObject();
        json.writeStringProperty("side", file.side());
        json.writeStringProperty("file", file.issue().cell().toString());
        json.writeStringProperty("message", file.issue().message());
        text(json, "suggestion", file.issue().suggestion());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
