package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The models and account keys of one file: each stands right before the first record that needs it. */
final class Companions {

    /** Keys are remembered to know which came already; with more of them than this, no longer. */
    private static final int MOST_KEYS = 1_000_000;

    private record Waiting<T>(T line, Place place) {}

    private final Models models;
    private final Findings findings;
    private final Set<String> modelsSeen = new HashSet<>();
    private final Set<String> modelsDecided = new HashSet<>();
    private final Set<String> keysSeen = new HashSet<>();
    private @Nullable Waiting<String> model;
    private @Nullable Waiting<ExportLine.AccountKey> key;

    Companions(Models models, Findings findings) {
        this.models = models;
        this.findings = findings;
    }

    void model(ExportLine.Model line, Place place) {
        unneeded();
        String digest = models.document(line.document(), place);
        if (digest == null) {
            return;
        }
        if (modelsDecided.contains(digest)) {
            findings.badLine(place, "a record before this line was decided by its model `" + digest + "`");
        }
        modelsSeen.add(digest);
        model = new Waiting<>(digest, place);
    }

    /** Right behind its model. */
    void legend(ExportLine.Legend line, Place place) {
        RecordModel form = model == null ? null : models.form(model.line());
        if (model == null || key != null) {
            unneeded();
            findings.badLine(place, "a `legend` line must follow its model's");
        } else if (form != null && !Arrays.equals(form.legend(), line.document())) {
            findings.add(
                    Kind.WRONG_MODEL,
                    null,
                    place,
                    "the legend is not that of the files of model `" + model.line() + "`");
        }
    }

    void key(ExportLine.AccountKey line, Place place) {
        if (key != null) {
            unneeded();
        }
        if (keysSeen.size() < MOST_KEYS && !keysSeen.add(line.keyId())) {
            findings.badLine(place, "the key `" + line.keyId() + "` came before");
        }
        key = new Waiting<>(line, place);
    }

    /** A record whose bytes are the signed ones. */
    void record(ExportLine.Entry entry, Glance glance, Place place) {
        long index = entry.index();
        byte[] record = entry.record();
        RecordModel form = models.form(glance.model());
        if (entry.rendered() != null && form != null && !says(record, form, entry.rendered())) {
            findings.add(
                    Kind.WRONG_RENDERING,
                    Range.of(index),
                    place,
                    "record " + index + " was signed as it is, but does not say what stands beside it");
        }
        if (model != null && model.line().equals(glance.model())) {
            model = null;
        }
        if (key != null && key.line().keyId().equals(glance.sealedWith())) {
            String fault = AccountKeyCheck.fault(key.line(), index, record);
            if (fault != null) {
                findings.add(Kind.WRONG_KEY, null, key.place(), fault);
            }
            key = null;
        }
        unneeded();
        if (glance.model() != null && modelsDecided.add(glance.model())) {
            models.decided(index, glance.model());
        }
    }

    private static boolean says(byte[] record, RecordModel form, byte[] rendered) {
        try {
            return Arrays.equals(StoredRecord.of(record).json(form), rendered);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return false;
        }
    }

    /** A record of which nothing is known: what waits may well be for it. */
    void unknown() {
        model = null;
        key = null;
    }

    /** Something else than a record came, or the end. */
    void unneeded() {
        if (model != null) {
            findings.badLine(model.place(), "the record after it was not decided by model `" + model.line() + "`");
            model = null;
        }
        if (key != null) {
            findings.badLine(
                    key.place(),
                    "the record after it is not sealed with `" + key.line().keyId() + "`");
            key = null;
        }
    }

    /** @param place of the end */
    void end(Place place) {
        unneeded();
        if (!modelsSeen.isEmpty() && !modelsSeen.containsAll(modelsDecided)) {
            Set<String> lacking = new HashSet<>(modelsDecided);
            lacking.removeAll(modelsSeen);
            findings.add(
                    Kind.WRONG_MODEL,
                    null,
                    place,
                    "the file has models, but not `"
                            + lacking.stream().sorted().findFirst().orElse("") + "`");
        }
    }

    int keys() {
        return keysSeen.size();
    }
}
