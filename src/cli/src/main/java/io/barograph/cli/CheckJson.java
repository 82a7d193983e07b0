package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.MutationReport;
import io.barograph.engine.decision.TestFailure;
import io.barograph.engine.decision.TestOutcome;
import io.barograph.engine.decision.TestReport;
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

    static void write(String model, Compilation compilation, @Nullable MutationReport mutation, OutputStream out)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("model", model);
            text(json, "digest", compilation.digest());
            json.writeName("issues").writeStartArray();
            compilation.issues().forEach(issue -> issue(json, issue));
            if (mutation != null) {
                mutation.unnoticed().forEach(issue -> issue(json, issue));
            }
            json.writeEndArray();
            tests(json, compilation.tests());
            if (mutation != null) {
                json.writeName("mutation").writeStartObject();
                json.writeNumberProperty("noticed", mutation.noticed());
                json.writeNumberProperty("unnoticed", mutation.unnoticed().size());
                json.writeNumberProperty("left_out", mutation.leftOut());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }

    private static void tests(JsonGenerator json, TestReport tests) {
        json.writeName("tests").writeStartObject();
        json.writeNumberProperty("passed", tests.passed());
        json.writeNumberProperty("failed", tests.failed());
        json.writeName("outcomes").writeStartArray();
        for (TestOutcome outcome : tests.outcomes()) {
            json.writeStartObject();
            json.writeStringProperty("cell", outcome.cell().toString());
            json.writeStringProperty("test", outcome.test());
            json.writeBooleanProperty("passed", outcome.passed());
            json.writeName("failures").writeStartArray();
            outcome.failures().forEach(failure -> failure(json, failure));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("untested").writeStartArray();
        for (TestReport.UntestedSheet sheet : tests.untested()) {
            json.writeStartObject();
            json.writeStringProperty("sheet", sheet.sheet().toString());
            json.writeNumberProperty("of", sheet.of());
            json.writeName("rules").writeStartArray();
            sheet.rules().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, TestFailure failure) {
        json.writeStartObject();
        json.writeStringProperty("cell", failure.cell().toString());
        json.writeStringProperty("subject", failure.subject());
        json.writeStringProperty("expected", failure.expected());
        json.writeStringProperty("found", failure.found());
        json.writeStringProperty("difference", failure.difference());
        json.writeEndObject();
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
