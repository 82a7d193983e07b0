package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The model that decides. The first is read and compiled before the service answers anything; another takes its place at
 * once, while requests go on: those that hold the one of before finish with it.
 */
@Component
public final class ActiveModel implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveModel.class);

    private final boolean fromFolder;
    private volatile Generation active;
    private volatile @Nullable Canary canary;
    private volatile @Nullable String fault;

    /** When the folder has no sound model, the last that decided on this instance does. */
    ActiveModel(ModelProperties properties, LastGood lastGood) {
        Generation first;
        boolean sound = true;
        try {
            first = ofFolder(properties);
        } catch (ModelRejectedException | ModelUnreadableException broken) {
            sound = false;
            first = ofLastGood(lastGood, properties).orElseThrow(() -> broken);
            LOG.error(
                    "the folder {} has no model that can decide, so the last one that decided here does: {}",
                    properties.directory(),
                    broken.getMessage());
        }
        this.fromFolder = sound;
        this.active = first;
    }

    private static Generation ofFolder(ModelProperties properties) {
        ModelFiles files = read(properties);
        Compilation compilation = ModelCompiler.compile(files, properties.version());
        if (compilation instanceof Compilation.Accepted accepted) {
            return new Generation(files, accepted);
        }
        throw new ModelRejectedException(properties.directory(), compilation.issues());
    }

    private static Optional<Generation> ofLastGood(LastGood lastGood, ModelProperties properties) {
        return lastGood.find()
                .map(ModelDocument::files)
                .flatMap(files ->
                        ModelCompiler.compile(files, properties.version()) instanceof Compilation.Accepted accepted
                                ? Optional.of(new Generation(files, accepted))
                                : Optional.empty());
    }

    /** Whether the service began with the model of the configured folder. */
    public boolean isFromFolder() {
        return fromFolder;
    }

    private static ModelFiles read(ModelProperties properties) {
        try {
            return ModelFolder.read(properties.directory(), properties.home());
        } catch (IOException e) {
            throw new ModelUnreadableException(properties.directory(), e);
        }
    }

    /**
     * The model to decide one request with, from its first question to the last; to be given back. Whoever asks again may get
     * another one.
     *
     * @throws IllegalStateException when the service is stopping
     */
    public Generation.Lease hold() {
        while (true) {
            Generation current = active;
            Generation.Lease lease = current.hold();
            if (lease != null) {
                return lease;
            }
            if (current == active) {
                throw new IllegalStateException("the service is stopping");
            } // else it was replaced, and closed, between the two calls
        }
    }

    /** The same for one account: its share of the accounts a canary decides. */
    public Generation.Lease hold(String accountId) {
        Generation.Lease lease = holdCanary(accountId);
        return lease == null ? hold() : lease;
    }

    /** Null when the active model decides the account. */
    public Generation.@Nullable Lease holdCanary(String accountId) {
        Canary bird = canary;
        return bird != null && bird.takes(accountId) ? bird.generation().hold() : null;
    }

    /** Whether a generation is not the active one, but decides a share of the accounts besides it. */
    public boolean isCanary(Generation generation) {
        Canary bird = canary;
        return bird != null && bird.generation() == generation;
    }

    /** The model as it is now, to tell about and not to decide with. */
    public Generation now() {
        return active;
    }

    /** Why another model decides here than the one that should; empty when it is the right one. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** @param why another model decides here than the one that should; null when it is the right one */
    public void standsIn(@Nullable String why) {
        fault = why;
    }

    /**
     * Puts another model in the place of the active one, which is closed once nobody decides with it. To be called after the log
     * was told; see {@link ModelActivation}.
     */
    synchronized void swap(Generation next) {
        Generation before = active;
        active = next;
        told(next);
        before.release();
    }

    /**
     * Lets another model decide a share of the accounts from now on. To be called after the log was told.
     *
     * @param share percent, 1–99
     */
    public synchronized void canary(Generation generation, int share) {
        Canary before = canary;
        canary = new Canary(generation, share);
        LOG.info("model {} decides {} % of the accounts", generation.version().digest(), share);
        if (before != null) {
            before.generation().release();
        }
    }

    /** Ends that, if there is a canary. */
    public synchronized void endCanary() {
        Canary before = canary;
        canary = null;
        if (before != null) {
            before.generation().release();
        }
    }

    private static void told(Generation generation) {
        LOG.info(
                "model {} {} is active", generation.name(), generation.version().digest());
    }

    @Override
    public void destroy() {
        endCanary();
        active.release();
    }
}
