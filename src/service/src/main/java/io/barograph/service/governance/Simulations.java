package io.barograph.service.governance;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.TestReport;
import io.barograph.engine.exchange.SimulationJson;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.Figures;
import io.barograph.engine.governance.GuardrailCheck;
import io.barograph.engine.governance.Study;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.Tally;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Decides the portfolio by a version and by the active model, in the background, one version at a time. */
@Component
class Simulations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);
    private static final int EXAMPLES = 20;

    private final ActiveModel active;
    private final Versions versions;
    private final Portfolio portfolio;
    private final Policies policies;
    private final EvidenceStore store;
    private final UploadProperties limits;
    private final Clock clock;
    private volatile boolean stopping;
    private @Nullable SimulationRun current;
    private @Nullable Thread worker;

    Simulations(
            ActiveModel active,
            Versions versions,
            Portfolio portfolio,
            Policies policies,
            EvidenceStore store,
            UploadProperties limits,
            Clock clock) {
        this.active = active;
        this.versions = versions;
        this.portfolio = portfolio;
        this.policies = policies;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws Problem when one is running already */
    synchronized SimulationRun.Progress start(GovernedVersion version) {
        if (current != null && current.isRunning()) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            "version " + current.number() + " is being simulated; one at a time is")
                    .retryAfter(5);
        }
        Generation base = active.now();
        SimulationRun run = new SimulationRun(version.number(), base.version().digest(), clock.instant());
        Thread thread = new Thread(() -> run(run, version, base), "simulation");
        thread.setDaemon(true);
        thread.start();
        current = run;
        worker = thread;
        return run.progress();
    }

    /** The one that is running, or ran last, if it is of that version. */
    synchronized Optional<SimulationRun.Progress> progress(int number) {
        return Optional.ofNullable(current)
                .filter(run -> run.number() == number)
                .map(SimulationRun::progress);
    }

    private void run(SimulationRun run, GovernedVersion version, Generation base) {
        try {
            ModelFiles files = versions.files(version);
            Compilation.Accepted before = accepted(base.files(), base.version().version());
            Compilation.Accepted after;
            try {
                after = accepted(files, version.label());
            } catch (RuntimeException failure) {
                before.decider().close();
                throw failure;
            }
            ModelDiff diff = ModelDiff.between(base.files(), files);
            try (Simulation simulation = new Simulation(before, after, diff.changes(), EXAMPLES)) {
                simulate(run, version, simulation, after.model(), after.tests());
            }
        } catch (Problem refused) {
            run.failed(String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("the simulation of version {} failed", version.number(), failure);
            run.failed("it failed; the service's log says more");
        }
    }

    private void simulate(
            SimulationRun run, GovernedVersion version, Simulation simulation, Model model, TestReport tests) {
        Policies.Guardrails guardrails = policies.guardrails(version.name(), model.contract());
        Study study = new Study(model, guardrails.policy());
        Tally total = simulation.tally();
        run.of(Math.min(limits.accounts(), portfolio.size()));
        long unreadable = portfolio.read(simulation.recalls(), limits.accounts(), () -> !stopping, accounts -> {
            total.add(simulation.compare(accounts, study::add));
            run.did(accounts.size());
        });
        if (stopping) {
            run.failed("the service was stopped");
            return;
        }
        Figures figures = study.figures();
        List<Breach> breaches = GuardrailCheck.breaches(guardrails.policy(), model, tests, figures);
        String base = run.progress().base();
        store.add(new StoredSimulation(
                version.number(),
                base,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                guardrails.sha256(),
                json(base, version.digest(), simulation, total),
                GuardrailDocument.of(guardrails.sha256(), figures, breaches),
                breaches.stream().map(Breach::message).toList()));
        run.finished(unreadable);
    }

    private static byte[] json(String before, String after, Simulation simulation, Tally total) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SimulationJson.write(before, after, simulation.report(total), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Compilation.Accepted accepted(ModelFiles files, String label) {
        Compilation compilation = ModelCompiler.compile(files, label);
        if (compilation instanceof Compilation.Accepted accepted) {
            return accepted;
        }
        throw new Problem(
                ProblemType.VERSION_REFUSED,
                "model `" + compilation.digest()
                        + "` has errors, so nothing can be decided by it; its issues tell them");
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        Thread running;
        synchronized (this) {
            running = worker;
        }
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(10));
        }
    }
}
