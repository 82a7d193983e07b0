package io.barograph.service.governance;

import io.barograph.engine.model.ModelFiles;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.KeptModel;
import io.barograph.service.models.KeptModels;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Finds versions by what callers call them: a number, a digest, or {@code active}. */
@Component
class VersionLookup {

    static final String ACTIVE = "active";
    private static final String RETIRED = "retired";

    private final ActiveModel active;
    private final Versions versions;
    private final KeptModels kept;

    VersionLookup(ActiveModel active, Versions versions, KeptModels kept) {
        this.active = active;
        this.versions = versions;
        this.kept = kept;
    }

    GovernedVersion require(String name) {
        return versions.require(name.equals(ACTIVE) ? activeDigest() : name);
    }

    /** The active one first, then the newest; models that decided before versions were kept come last. */
    List<VersionDocument> all() {
        List<VersionDocument> documents = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (GovernedVersion version : versions.all()) {
            known.add(version.digest());
            VersionDocument document = VersionDocument.of(version, activeDigest(), null);
            documents.add(document.state().equals(ACTIVE) ? 0 : documents.size(), document);
        }
        List<KeptModels.Entry> earlier = kept.all();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (!known.contains(earlier.get(i).digest())) {
                documents.add(earlier(earlier.get(i)));
            }
        }
        return documents;
    }

    VersionDocument document(String name) {
        if (name.startsWith("sha256:") && versions.find(name).isEmpty()) {
            KeptModel model = requireKept(name);
            ModelFiles files = model.document().files();
            return earlier(new KeptModels.Entry(name, files.name(), model.keptAt()), FileDocument.of(files));
        }
        GovernedVersion version = require(name);
        return VersionDocument.of(version, activeDigest(), FileDocument.of(versions.files(version)));
    }

    ModelFiles files(String name) {
        return name.startsWith("sha256:") && versions.find(name).isEmpty()
                ? requireKept(name).document().files()
                : versions.files(require(name));
    }

    String activeDigest() {
        return active.now().version().digest();
    }

    private KeptModel requireKept(String digest) {
        return kept.find(digest)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no model `" + digest + "` was ever here; `/api/v1/models` names those that were"));
    }

    private static VersionDocument earlier(KeptModels.Entry entry) {
        return earlier(entry, null);
    }

    private static VersionDocument earlier(
            KeptModels.Entry entry, @org.jspecify.annotations.Nullable List<FileDocument> files) {
        return new VersionDocument(
                entry.name(),
                null,
                null,
                entry.digest(),
                RETIRED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                entry.keptAt(),
                files);
    }
}
