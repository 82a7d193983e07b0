package io.barograph.service.models;

import io.barograph.engine.audit.ModelLease;
import io.barograph.engine.audit.ModelSource;
import io.barograph.engine.audit.Replay.Impossible;
import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Compilation.Accepted;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.issue.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Deciders of any model that ever was active, by digest. Besides the active one a few are kept compiled, those used last; one that is
 * in use is never closed.
 */
@Component
public class Deciders implements ModelSource, DisposableBean {

    private static final int MOST_COMPILED = 3;
    private static final String KEPT = "kept";

    /** A compiled model, or why there is none, and how many use it at the moment. */
    private static final class Loaded {
        private final @Nullable Accepted model;
        private final @Nullable Impossible fault;
        private int users;
        private boolean dropped;

        Loaded(@Nullable Accepted model, @Nullable Impossible fault) {
            this.model = model;
            this.fault = fault;
        }

        void closeIfUnused() {
            if (dropped && users == 0 && model != null) {
                model.decider().close();
            }
        }
    }

    private final ActiveModel active;
    private final KeptModels kept;
    private final RuleTrust trust;
    private final Map<String, Loaded> loaded = new LinkedHashMap<>(8, 0.75f, true);
    private final Object compiling = new Object();

    Deciders(ActiveModel active, KeptModels kept, RuleTrust trust) {
        this.active = active;
        this.kept = kept;
        this.trust = trust;
    }

    @Override
    public ModelLease lease(String digest) {
        Generation.Lease current = active.hold();
        if (digest.equals(current.generation().version().digest())) {
            return new ModelLease.Granted(current.decider(), current::close);
        }
        current.close();
        Optional<ModelLease> known = known(digest);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (compiling) {
            return known(digest).orElseGet(() -> load(digest));
        }
    }

    private Optional<ModelLease> known(String digest) {
        synchronized (loaded) {
            return Optional.ofNullable(loaded.get(digest)).map(this::granted);
        }
    }

    private ModelLease granted(Loaded entry) {
        if (entry.model == null) {
            return new ModelLease.Refused(Objects.requireNonNull(entry.fault));
        }
        entry.users++;
        return new ModelLease.Granted(entry.model.decider(), () -> release(entry));
    }

    private void release(Loaded entry) {
        synchronized (loaded) {
            entry.users--;
            entry.closeIfUnused();
        }
    }

    /** What is not kept may be soon, so that is not remembered. */
    private ModelLease load(String digest) {
        Optional<KeptModel> found = kept.find(digest);
        if (found.isEmpty()) {
            return ModelSource.missing("no model `" + digest
                    + "` is kept here; it decided in another installation, whose export holds it");
        }
        Loaded entry = compile(found.get());
        synchronized (loaded) {
            loaded.put(digest, entry);
            List<String> eldest =
                    new ArrayList<>(loaded.keySet()).subList(0, Math.max(0, loaded.size() - MOST_COMPILED));
            eldest.forEach(this::drop);
            return granted(entry);
        }
    }

    private void drop(String digest) {
        Loaded gone = loaded.remove(digest);
        if (gone != null) {
            gone.dropped = true;
            gone.closeIfUnused();
        }
    }

    private Loaded compile(KeptModel model) {
        String digest = model.document().digest();
        if (!model.document().isWhatItSays()) {
            return refused(
                    Obstacle.MODEL_MISSING,
                    "the files kept as model `" + digest
                            + "` have another digest, so they were changed in the database");
        }
        List<String> strangers = trust.strangers(model);
        if (!strangers.isEmpty()) {
            return refused(
                    Obstacle.UNTRUSTED_RULES,
                    "model `" + digest + "` brings the rule files `" + String.join("`, `", strangers)
                            + "`, which are code that no key of this log vouches for; put the same files into `rules/guardrails/"
                            + model.document().files().name() + "/` to let them run");
        }
        Compilation compilation = ModelCompiler.compile(model.document().files(), KEPT);
        return compilation instanceof Accepted accepted
                ? new Loaded(accepted, null)
                : refused(
                        Obstacle.MODEL_REJECTED,
                        "this version of the engine finds errors in model `" + digest + "`, the first "
                                + firstError(compilation));
    }

    private static Loaded refused(Obstacle obstacle, String why) {
        return new Loaded(null, new Impossible(obstacle, why));
    }

    private static String firstError(Compilation compilation) {
        return compilation.issues().stream()
                .filter(Issue::isError)
                .findFirst()
                .map(issue -> "at " + issue.cell() + ": " + issue.message())
                .orElse("unnamed");
    }

    @Override
    public void destroy() {
        synchronized (loaded) {
            new ArrayList<>(loaded.keySet()).forEach(this::drop);
        }
    }
}
