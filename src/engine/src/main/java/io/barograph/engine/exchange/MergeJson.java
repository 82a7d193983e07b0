package io.barograph.engine.exchange;

import io.barograph.engine.model.merge.MergeConflict;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What came of a merge as JSON:
 *
 * <pre>{@code
 * {"merged": true when there is no conflict,
 *  "files": ["enterprise.xlsx"], what the merged model consists of; empty while there are conflicts,
 *  "errors": how many the check finds in it; null while there are conflicts, and where a single file was merged,
 *  "conflicts": [{"conflict": "enterprise.xlsx!Weights!Seat utilisation!Retention", "kind": "cell-changed-twice",
 *                 "file", "sheet", "row", "words", "column", "cell_theirs": "enterprise.xlsx!Weights!C4", "cell_mine",
 *                 "base", "theirs", "mine", "message", "remedy"}]}
 * }</pre>
 *
 * Keys are always there; null where {@link MergeConflict} says so. {@code kind} is a {@linkplain MergeConflict.Kind#label label}.
 */
public final class MergeJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private MergeJson() {}

    /**
     * One line of UTF-8, ended by a line feed.
     *
     * @param files names of what was merged
     * @param errors that the check finds; null when nothing was checked
     */
    public static byte[] line(List<String> files, @Nullable Integer errors, List<MergeConflict> conflicts) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeBooleanProperty("merged", conflicts.isEmpty());
            json.writeName("files").writeStartArray();
            files.forEach(json::writeString);
            json.writeEndArray();
            json.writeName("errors");
            if (errors == null) {
                json.writeNull();
            } else {
                json.writeNumber(errors);
            }
            json.writeName("conflicts").writeStartArray();
            conflicts.forEach(conflict -> conflict(json, conflict));
            json.writeEndArray();
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void conflict(JsonGenerator json, MergeConflict conflict) {
        json.writeStartObject();
        json.writeStringProperty("conflict", conflict.id());
        json.writeStringProperty("kind", conflict.kind().label());
        json.writeStringProperty("file", conflict.file());
        text(json, "sheet", conflict.sheet());
        text(json, "row", conflict.row());
        text(json, "words", conflict.words());
        text(json, "column", conflict.column());
        text(json, "cell_theirs", conflict.cellTheirs());
        text(json, "cell_mine", conflict.cellMine());
        text(json, "base", conflict.base());
        text(json, "theirs", conflict.theirs());
        text(json, "mine", conflict.mine());
        json.writeStringProperty("message", conflict.message());
        json.writeStringProperty("remedy", conflict.remedy());
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
