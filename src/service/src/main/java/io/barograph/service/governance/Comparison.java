package io.barograph.service.governance;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.SimulationJson;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.Tally;
import io.barograph.service.models.Generation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Accounts that the active model and another version both decide, counted as they come; each account once. */
final class Comparison implements AutoCloseable {

    /** Accounts that are told apart; further ones are not compared. */
    static final int MOST_ACCOUNTS = 200_000;

    private static final int EXAMPLES = 20;

    private final int version;
    private final String before;
    private final String after;
    private final Simulation simulation;
    private final Tally tally;
    private final Set<String> seen = new HashSet<>();
    private long changing;
    private long notCompared;

    private Comparison(int version, String before, String after, Simulation simulation) {
        this.version = version;
        this.before = before;
        this.after = after;
        this.simulation = simulation;
        this.tally = simulation.tally();
    }

    /** Both models are loaded once more, so that comparing never holds up what decides. */
    static Comparison of(Generation active, GovernedVersion version, ModelFiles files) {
        Compilation.Accepted before = accepted(active.files(), active.version().version());
        Compilation.Accepted after = accepted(files, version.label());
        return new Comparison(
                version.number(),
                active.version().digest(),
                version.digest(),
                new Simulation(
                        before, after, ModelDiff.between(active.files(), files).changes(), EXAMPLES));
    }

    private static Compilation.Accepted accepted(ModelFiles files, String label) {
        if (ModelCompiler.compile(files, label) instanceof Compilation.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("a version that is to be compared has errors");
    }

    int version() {
        return version;
    }

    /** Digest of the model that decides. */
    String before() {
        return before;
    }

    synchronized void compare(List<Inquiry> inquiries) {
        List<Inquiry> fresh = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            if (seen.size() >= MOST_ACCOUNTS) {
                notCompared++;
            } else if (seen.add(inquiry.snapshot().accountId())) {
                fresh.add(inquiry);
            }
        }
        if (!fresh.isEmpty()) {
            tally.add(simulation.compare(fresh, (inquiry, was, is) -> changing += sameBand(was, is) ? 0 : 1));
        }
    }

    private static boolean sameBand(Decision was, Decision is) {
        return (was.overall() == null) == (is.overall() == null) && Objects.equals(was.overallBand(), is.overallBand());
    }

    synchronized void skip(long accounts) {
        notCompared += accounts;
    }

    synchronized long accounts() {
        return tally.accounts();
    }

    /** Accounts that get another band. */
    synchronized long changing() {
        return changing;
    }

    synchronized long notCompared() {
        return notCompared;
    }

    /** As a simulation is told. */
    synchronized byte[] report() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SimulationJson.write(before, after, simulation.report(tally), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public synchronized void close() {
        simulation.close();
    }
}
