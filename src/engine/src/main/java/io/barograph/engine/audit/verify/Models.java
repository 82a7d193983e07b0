package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.audit.verify.Finding.Kind;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models that decided, and those that came as documents, of all files together. */
final class Models {

    private static final int MOST = 100_000;

    private record Document(Place place, String name, Set<ModelFileHash> files) {}

    private final Findings findings;
    private final Map<String, Long> firstDecisions = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, RecordModel> forms = new HashMap<>();

    Models(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads a model's document, whose files must have the digest that it names.
     *
     * @return that digest; null when it is not sound
     */
    @Nullable String document(byte[] json, Place place) {
        ModelDocument document;
        try {
            document = ModelDocument.read(json);
        } catch (IllegalArgumentException e) {
            findings.add(Kind.WRONG_MODEL, null, place, "the model is not sound: " + e.getMessage());
            return null;
        }
        Set<ModelFileHash> files = new HashSet<>();
        for (ModelPart part : ModelPart.of(document.files())) {
            files.add(new ModelFileHash(part.kind().label(), part.file().name(), part.sha256()));
        }
        Document told = new Document(place, document.files().name(), files);
        Document before = documents.putIfAbsent(document.digest(), told);
        if (before != null
                && !(before.name().equals(told.name()) && before.files().equals(told.files()))) {
            findings.add(
                    Kind.WRONG_MODEL,
                    null,
                    place,
                    "the files of model `" + document.digest() + "` are not those of " + before.place());
        }
        if (before == null && ModelParser.parse(document.files()) instanceof Parsing.Accepted accepted) {
            forms.put(document.digest(), RecordModel.of(accepted.model()));
        }
        return document.digest();
    }

    /** What reads the records of a model that came as a document; null when none came, or this version refuses it. */
    @Nullable RecordModel form(@Nullable String digest) {
        return digest == null ? null : forms.get(digest);
    }

    /** @param digest of the model that decided */
    void decided(long index, String digest) {
        firstDecisions.merge(digest, index, Math::min);
        if (firstDecisions.size() > MOST) {
            throw new BeyondLimitException("the records were decided by more than " + MOST + " models");
        }
    }

    int documented() {
        return documents.size();
    }

    /** Compares with what the log says of its models. */
    void compare(Events events) {
        firstDecisions.forEach((digest, index) -> {
            Events.Activation activation = events.activation(digest);
            if (activation == null || activation.index() > index) {
                findings.add(
                        Kind.WRONG_MODEL,
                        Range.of(index),
                        null,
                        "record " + index + " was decided by model `" + digest
                                + "`, which no record before it activates");
            }
        });
        documents.forEach((digest, document) -> {
            Events.Activation activation = events.activation(digest);
            if (activation != null
                    && !(document.name().equals(activation.name())
                            && document.files().equals(activation.files()))) {
                findings.add(
                        Kind.WRONG_MODEL,
                        null,
                        document.place(),
                        "the files of model `" + digest + "` are not those that record " + activation.index()
                                + " activated");
            }
        });
    }
}
