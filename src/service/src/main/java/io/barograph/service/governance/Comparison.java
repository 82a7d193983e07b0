package io.barograph.service.governance;

import io.barograph.engine.audit.Evidence;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Recall;
import io.barograph.engine.exchange.SimulationJson;
import io.barograph.engine.governance.Step;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.Tally;
import io.barograph.service.governance.ComparisonStore.Compared;
import io.barograph.service.governance.ComparisonStore.Subject;
import io.barograph.service.governance.ComparisonStore.Totals;
import io.barograph.service.models.Generation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Accounts that the active model and another version both decide, counted as they come; each account once. What this instance found is
 * added to what all found now and then.
 */
final class Comparison implements AutoCloseable {

    /** Accounts that are told apart; further ones are not compared. */
    static final int MOST_ACCOUNTS = 200_000;

    private static final int EXAMPLES = 20;
    private static final int HASH_DIGITS = 16;
    private static final Set<String> TRIES = Set.of("model-shadowed", "model-activated");

    private final Subject subject;
    private final String after;
    private final Simulation simulation;
    private final List<Recall> recalls;
    private final Tally tally;
    private final Set<String> seen = new HashSet<>();
    private final List<Compared> fresh = new ArrayList<>();
    private long leftOut;
    private volatile Totals totals = Totals.NONE;

    private Comparison(Subject subject, String after, Simulation simulation) {
        this.subject = subject;
        this.after = after;
        this.simulation = simulation;
        this.recalls = simulation.recalls();
        this.tally = simulation.tally();
    }

    /** Both models are loaded once more, so that comparing never holds up what decides. */
    static Comparison of(Generation active, GovernedVersion version, ModelFiles files) {
        Compilation.Accepted before = accepted(active.files(), active.version().version());
        Compilation.Accepted after;
        try {
            after = accepted(files, version.label());
        } catch (RuntimeException failure) {
            before.decider().close();
            throw failure;
        }
        return new Comparison(
                subject(active, version),
                version.digest(),
                new Simulation(
                        before, after, ModelDiff.between(active.files(), files).changes(), EXAMPLES));
    }

    /** A version that is tried again is compared anew. */
    static Subject subject(Generation active, GovernedVersion version) {
        List<Step> history = version.life().history();
        int trial = 0;
        for (int i = 0; i < history.size(); i++) {
            trial = TRIES.contains(history.get(i).what()) ? i : trial;
        }
        return new Subject(version.number(), active.version().digest(), trial);
    }

    private static Compilation.Accepted accepted(ModelFiles files, String label) {
        if (ModelCompiler.compile(files, label) instanceof Compilation.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("a version that is to be compared has errors");
    }

    Subject subject() {
        return subject;
    }

    /** What both models ask of an account's past. */
    List<Recall> recalls() {
        return recalls;
    }

    synchronized void compare(List<Inquiry> inquiries) {
        List<Inquiry> unseen = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            if (seen.size() >= MOST_ACCOUNTS) {
                leftOut++;
            } else if (seen.add(inquiry.snapshot().accountId())) {
                unseen.add(inquiry);
            }
        }
        if (!unseen.isEmpty()) {
            tally.add(simulation.compare(
                    unseen, (inquiry, was, is) -> fresh.add(new Compared(hash(inquiry), !sameBand(was, is)))));
        }
    }

    private static long hash(Inquiry inquiry) {
        String account = inquiry.snapshot().accountId();
        return Long.parseUnsignedLong(
                Evidence.sha256(account.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS), 16);
    }

    private static boolean sameBand(Decision was, Decision is) {
        return (was.overall() == null) == (is.overall() == null) && Objects.equals(was.overallBand(), is.overallBand());
    }

    synchronized void skip(long accounts) {
        leftOut += accounts;
    }

    /**
     * Adds what this instance found since the last time to what all found, and looks at the sum. What cannot be added now stays for the
     * next time.
     */
    Totals share(ComparisonStore store) {
        List<Compared> found;
        long left;
        synchronized (this) {
            found = List.copyOf(fresh);
            left = leftOut;
        }
        long id = store.open(subject);
        if (!found.isEmpty()) {
            store.add(id, found);
            synchronized (this) {
                fresh.subList(0, found.size()).clear();
            }
        }
        if (left > 0) {
            store.leaveOut(id, left);
            synchronized (this) {
                leftOut -= left;
            }
        }
        totals = store.totals(id);
        return totals;
    }

    /** Of all instances, as they were when they were looked at last. */
    Totals totals() {
        return totals;
    }

    /** What this instance compared since it started to, as a simulation is told. */
    synchronized byte[] report() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SimulationJson.write(subject.base(), after, simulation.report(tally), out);
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
