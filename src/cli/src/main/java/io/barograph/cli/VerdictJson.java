package io.barograph.cli;

import io.barograph.engine.audit.verify.Coverage;
import io.barograph.engine.audit.verify.Finding;
import io.barograph.engine.audit.verify.LiveVersion;
import io.barograph.engine.audit.verify.Place;
import io.barograph.engine.audit.verify.Range;
import io.barograph.engine.audit.verify.Signer;
import io.barograph.engine.audit.verify.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What came of verifying an export, as one line of JSON; {@code to} is one more than the last record. */
final class VerdictJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private VerdictJson() {}

    static void write(Verdict verdict, OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("verdict", VerdictText.word(verdict));
            Coverage coverage = verdict.coverage();
            if (coverage != null) {
                coverage(coverage, json);
            }
            json.writeName("findings").writeStartArray();
            if (verdict instanceof Verdict.Broken broken) {
                broken.findings().forEach(finding -> finding(finding, json));
            }
            json.writeEndArray();
            json.writeNumberProperty("total", verdict instanceof Verdict.Broken broken ? broken.total() : 0);
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }

    private static void coverage(Coverage coverage, JsonGenerator json) {
        json.writeStringProperty("origin", coverage.origin());
        json.writeNumberProperty("from", coverage.from());
        json.writeNumberProperty("to", coverage.to());
        json.writeNumberProperty("size", coverage.size());
        json.writeStringProperty("root", coverage.root());
        Signer signer = coverage.signer();
        json.writeName("signer");
        if (signer == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("key", signer.key());
            String trusted = signer.trusted().name().toLowerCase(Locale.ROOT).replace('_', '-');
            json.writeStringProperty("trusted", trusted);
            json.writeStringProperty("through", signer.through());
            json.writeEndObject();
        }
        json.writeNumberProperty("files", coverage.files());
        json.writeNumberProperty("decisions", coverage.decisions());
        json.writeNumberProperty("events", coverage.events());
        json.writeNumberProperty("retired", coverage.retired());
        json.writeNumberProperty("models", coverage.models());
        json.writeNumberProperty("account_keys", coverage.accountKeys());
        json.writeNumberProperty("checkpoints", coverage.checkpoints());
        json.writeNumberProperty("seen", coverage.seen());
        json.writeName("live").writeStartArray();
        coverage.live().forEach(version -> live(version, json));
        json.writeEndArray();
    }

    private static void live(LiveVersion version, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("record", version.index());
        json.writeName("number");
        if (version.number() == null) {
            json.writeNull();
        } else {
            json.writeNumber(version.number());
        }
        json.writeStringProperty("model", version.model());
        json.writeStringProperty("how", version.how());
        texts("authors", version.authors(), json);
        texts("approved_by", version.approvers(), json);
        json.writeBooleanProperty("shown", version.shown());
        json.writeEndObject();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) {
        json.writeName(name).writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void finding(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", finding.kind().label());
        Range records = finding.records();
        if (records != null) {
            json.writeNumberProperty("from", records.from());
            json.writeNumberProperty("to", records.to());
        }
        Place place = finding.place();
        if (place != null) {
            json.writeStringProperty("file", place.file());
            json.writeNumberProperty("line", place.line());
        }
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
    }
}
