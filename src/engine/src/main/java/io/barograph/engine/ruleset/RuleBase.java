package io.barograph.engine.ruleset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** The compiled pipeline, the same for every model; compiled at build time. */
final class RuleBase {

    /** Resource that lists the pipeline's model classes, one a line. */
    static final String PIPELINE_MODELS = "rules/pipeline.models";

    private static @Nullable Thread loading;

    private RuleBase() {}

    /**
     * A session of the pipeline on a KIE base of its own: what belongs to one thread needs no locks, and rules of one base would share
     * the arguments of their consequences between sessions without them. A base takes a tenth of a megabyte.
     */
    static KieSession pipelineSession() {
        KieBase base = of(Pipeline.MODELS, RuleBase.class.getClassLoader());
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return base.newKieSession(configuration, null);
    }

    /**
     * Loads the classes that the first session of a process needs, beside whatever else goes on. Only the first call does anything.
     */
    static synchronized void loadAhead() {
        if (loading == null) {
            Thread started = new Thread(RuleBase::load, "loads the rule engine");
            started.setDaemon(true);
            started.start();
            loading = started;
        }
    }

    private static void load() {
        try {
            pipelineSession().dispose();
        } catch (RuntimeException | LinkageError failure) {
            return; // whoever opens a session meets it again
        }
    }

    private static synchronized @Nullable Thread loadingAhead() {
        return loading;
    }

    /** Two threads never start to load the rule engine at once: its classes need each other, and each thread could wait for the other's. */
    static void awaitLoaded() {
        Thread other = loadingAhead();
        if (other != null && !other.equals(Thread.currentThread())) {
            try {
                other.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A KIE base of the given executable-model classes. */
    static KieBase of(List<String> models, ClassLoader loader) {
        awaitLoaded();
        return KieBaseBuilder.createKieBaseFromModel(
                models.stream().map(name -> instance(name, loader)).toList());
    }

    private static Model instance(String name, ClassLoader loader) {
        try {
            return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rule class " + name + " cannot be loaded", e);
        }
    }

    /** Loaded on first use. */
    private static final class Pipeline {
        static final List<String> MODELS = modelNames();

        private static List<String> modelNames() {
            try (InputStream in = RuleBase.class.getClassLoader().getResourceAsStream(PIPELINE_MODELS)) {
                if (in == null) {
                    throw new IllegalStateException(
                            PIPELINE_MODELS + " is not on the classpath; build with mvn compile");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
