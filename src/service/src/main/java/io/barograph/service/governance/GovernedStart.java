package io.barograph.service.governance;

import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReleaseManifest;
import io.barograph.engine.governance.State;
import io.barograph.engine.governance.Step;
import io.barograph.engine.governance.VersionLife;
import io.barograph.service.auditlog.LogOpened;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.models.LastGood;
import io.barograph.service.models.ModelActivation;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Settles which version decides when the service starts: the one that was active, unless the folder of workbooks holds a released
 * version that was never here, or neither it nor what decided before was ever released.
 */
@Component
class GovernedStart {

    private static final Logger LOG = LoggerFactory.getLogger(GovernedStart.class);
    private static final String BY = "service:start";

    private final ActiveModel active;
    private final ModelActivation activation;
    private final Versions versions;
    private final Lineups lineups;
    private final Releases releases;
    private final Governing governing;
    private final LineupKeeper keeper;
    private final LastGood lastGood;

    GovernedStart(
            ActiveModel active,
            ModelActivation activation,
            Versions versions,
            Lineups lineups,
            Releases releases,
            Governing governing,
            LineupKeeper keeper,
            LastGood lastGood) {
        this.active = active;
        this.activation = activation;
        this.versions = versions;
        this.lineups = lineups;
        this.releases = releases;
        this.governing = governing;
        this.keeper = keeper;
        this.lastGood = lastGood;
    }

    @EventListener(LogOpened.class)
    void settle() {
        Generation folder = active.now();
        Optional<ReleaseManifest> release = active.isFromFolder()
                ? releases.find(folder.files(), folder.version().digest()).map(Release::manifest)
                : Optional.empty();
        Optional<GovernedVersion> current = current();
        if (active.isFromFolder() && isToBeImported(folder, release, current)) {
            add(folder, release, current.map(GovernedVersion::number).orElse(null));
        }
        serve(current().orElseThrow(() -> new IllegalStateException("no version of the model is active")));
    }

    private Optional<GovernedVersion> current() {
        Integer number = lineups.read().active();
        return number == null ? Optional.empty() : versions.find(number);
    }

    private boolean isToBeImported(
            Generation folder, Optional<ReleaseManifest> release, Optional<GovernedVersion> current) {
        String digest = folder.version().digest();
        if (current.isEmpty()) {
            return true;
        }
        GovernedVersion decides = current.get();
        if (decides.digest().equals(digest)) {
            return false;
        }
        boolean governed = decides.life().isGoverned();
        if (release.isPresent()) {
            return !governed || versions.find(digest).isEmpty();
        }
        if (governed) {
            LOG.warn(
                    "the workbooks in the folder are model {}, which was never released; version {} of the store goes"
                            + " on deciding",
                    digest,
                    decides.number());
        }
        return !governed;
    }

    /** Another instance that starts at the same time may do it first. */
    private void add(Generation folder, Optional<ReleaseManifest> release, @Nullable Integer replaced) {
        String digest = folder.version().digest();
        ModelDocument kept = activation.keep(new ModelDocument(digest, folder.files()));
        String why = release.map(manifest -> "released as version " + manifest.release())
                .orElse("found in the folder of workbooks; it was never released");
        if (release.isEmpty()) {
            LOG.warn("model {} was never released: it stands in no manifest of governance/releases/", digest);
        }
        Set<String> authors = new TreeSet<>();
        release.ifPresent(manifest -> authors.addAll(manifest.authors()));
        String label = release.isPresent() ? null : folder.version().version();
        governing.importActive(
                kept,
                label,
                replaced,
                why,
                (number, none, at) -> VersionLife.imported(
                        number,
                        digest,
                        authors,
                        Edits.everything(folder.model()),
                        new Step(
                                release.isPresent() ? VersionLife.IMPORTED : VersionLife.FOUND,
                                State.ACTIVE,
                                BY,
                                "service",
                                at,
                                why)));
    }

    /** What cannot be loaded is not served; then the last that could be is. */
    private void serve(GovernedVersion version) {
        String fault = null;
        try {
            if (!active.now().version().equals(new ModelVersion(version.label(), version.digest()))) {
                activation.serve(keeper.load(version));
            }
            lastGood.keep(active.now());
        } catch (RuntimeException failure) {
            fault = String.valueOf(failure.getMessage());
            LOG.error("version {} cannot be served: {}", version.number(), fault);
            serveLastGood(failure);
        }
        keeper.start(fault);
    }

    private void serveLastGood(RuntimeException failure) {
        Optional<ModelDocument> kept = lastGood.find();
        GovernedVersion version = kept.map(ModelDocument::digest)
                .flatMap(versions::find)
                .filter(one -> one.life().everActive())
                .orElseThrow(() -> failure);
        Compilation compilation = ModelCompiler.compile(kept.orElseThrow().files(), version.label());
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw failure;
        }
        activation.serve(new Generation(kept.orElseThrow().files(), accepted));
        LOG.error("version {}, the last that could be loaded here, decides in its place", version.number());
    }
}
