package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.issue.Issue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What {@code check} found, as one line of JSON. */
final class CheckJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private CheckJson() {}

    static void write(String model, Compilation compilation, OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("model", model);
            text(json, "digest", compilation.digest());
            json.writeName("issues").writeStartArray();
            compilation.issues().forEach(issue -> issue(json, issue));
            json.writeEndArray();
            json.writeName("tests").writeStartObject();
            json.writeNumberProperty("passed", 0);
            json.writeNumberProperty("failed", 0);
            json.writeEndObject();
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }

    private static void issue(JsonGenerator json, Issue issue) {
        json.writeStartObject();
        json.writeStringProperty("code", issue.code().label());
        json.writeStringProperty("severity", issue.severity().label());
        json.writeStringProperty("message", issue.message());
        json.writeStringProperty("cell", issue.cell().toString());
        text(json, "row", issue.row());
        text(json, "suggestion", issue.suggestion());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }
}
