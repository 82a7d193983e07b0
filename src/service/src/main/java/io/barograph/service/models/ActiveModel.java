package io.barograph.service.models;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
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

    private volatile Generation active;

    ActiveModel(ModelProperties properties) {
        ModelFiles files = read(properties);
        Compilation compilation = ModelCompiler.compile(files, properties.version());
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new ModelRejectedException(properties.directory(), compilation.issues());
        }
        Generation first = new Generation(files, accepted);
        this.active = first;
        told(first);
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

    /** The model as it is now, to tell about and not to decide with. */
    public Generation now() {
        return active;
    }

    /**
     * Puts another model in the place of the active one, which is closed once nobody decides with it. To be called after the log
     * was told; see {@link ModelActivation#activate(Generation)}.
     */
    synchronized void swap(Generation next) {
        Generation before = active;
        active = next;
        told(next);
        before.release();
    }

    private static void told(Generation generation) {
        LOG.info(
                "model {} {} is active", generation.name(), generation.version().digest());
    }

    @Override
    public void destroy() {
        active.release();
    }
}
