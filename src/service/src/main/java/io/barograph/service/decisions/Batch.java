package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.service.models.Generation;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the lines of one batch, group by group; each group is kept before it is answered. While one is kept by a thread of its own,
 * the next is decided.
 */
final class Batch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** What stands in the answer for a line that has no decision. */
    record Fault(long line, ProblemDetail error) {}

    /** What became of a line that could be read. */
    private sealed interface Outcome permits Answered, Refused {}

    private record Answered(Deciding.Answer answer) implements Outcome {}

    private record Refused(Problem problem) implements Outcome {}

    private final Generation.Lease lease;
    private final Deciding deciding;
    private final Answers answers;
    private final JsonMapper json;
    private final Principal caller;
    private final Explain explain;
    private final boolean stateless;
    private final HttpServletResponse response;
    private final long started;
    private final ExecutorService keeper;
    private final DecisionWriter writer;

    Batch(
            Generation.Lease lease,
            Deciding deciding,
            Answers answers,
            JsonMapper json,
            Principal caller,
            Explain explain,
            boolean stateless,
            HttpServletResponse response) {
        this.lease = lease;
        this.deciding = deciding;
        this.answers = answers;
        this.json = json;
        this.caller = caller;
        this.explain = explain;
        this.stateless = stateless;
        this.response = response;
        this.started = deciding.now();
        this.writer = new DecisionWriter(explain);
        String name = Thread.currentThread().getName() + "-keeps";
        this.keeper = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits for what is being kept. */
    @Override
    public void close() {
        keeper.shutdown();
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = keeper.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some lines on their way: what becomes of those that could be read, or the failure that ends the batch. */
    private record Pending(List<SnapshotLine> group, CompletableFuture<List<Outcome>> outcomes) {}

    /** @throws IOException when the caller went away; at most two groups that were not answered are kept by then */
    void answer(LineFeed lines) throws IOException {
        OutputStream out = response.getOutputStream();
        Pending before = null;
        while (true) {
            if (before != null && !lines.isReady()) {
                if (!write(before, out)) {
                    return;
                }
                before = null;
            }
            List<SnapshotLine> group = lines.nextGroup();
            if (group.isEmpty()) {
                break;
            }
            Pending next = begin(group, before);
            if (before != null && !write(before, out)) {
                return;
            }
            before = next;
        }
        if (before != null) {
            write(before, out);
        }
    }

    /** Decides a group; it is kept after the one before, unless that failed. */
    private Pending begin(List<SnapshotLine> group, @Nullable Pending before) {
        List<AccountSnapshot> snapshots = group.stream()
                .filter(SnapshotLine.Good.class::isInstance)
                .map(line -> ((SnapshotLine.Good) line).snapshot())
                .toList();
        try {
            Supplier<List<Outcome>> rest = decide(snapshots);
            CompletableFuture<?> kept = before == null ? CompletableFuture.completedFuture(null) : before.outcomes();
            return new Pending(group, kept.thenApplyAsync(ended -> rest.get(), keeper));
        } catch (RuntimeException failure) { // told when the group before is answered
            return new Pending(group, CompletableFuture.failedFuture(failure));
        }
    }

    /** @return keeps what was decided */
    private Supplier<List<Outcome>> decide(List<AccountSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return List::of;
        }
        if (!caller.segments().all()) {
            return () -> snapshots.stream().map(this::decideAlone).toList();
        }
        Supplier<List<Deciding.Answer>> rest = deciding.beginGroup(lease, snapshots, stateless, started, caller);
        return () -> rest.get().stream().<Outcome>map(Answered::new).toList();
    }

    /** For callers to whom some of the lines may be refused, which must not hinder the others. */
    private Outcome decideAlone(AccountSnapshot snapshot) {
        try {
            return new Answered(deciding.decideGroup(lease, List.of(snapshot), stateless, started, caller)
                    .get(0));
        } catch (Problem problem) {
            if (problem.type() != ProblemType.FORBIDDEN) {
                throw problem;
            }
            return new Refused(problem);
        }
    }

    /** @return whether the batch goes on */
    private boolean write(Pending pending, OutputStream out) throws IOException {
        List<SnapshotLine> group = pending.group();
        try {
            write(group, pending.outcomes().join().iterator(), out);
        } catch (CompletionException ended) {
            RuntimeException failure = cause(ended);
            if (!response.isCommitted() || !isOfStore(failure)) {
                throw failure;
            }
            LOG.error(
                    "the store failed during a batch, at line {}", group.get(0).line(), failure);
            writeFailure(group, failure, out);
            return false;
        }
        out.flush();
        return true;
    }

    private static boolean isOfStore(RuntimeException failure) {
        return failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof Problem;
    }

    private static RuntimeException cause(CompletionException ended) {
        return ended.getCause() instanceof RuntimeException failure ? failure : ended;
    }

    private void write(List<SnapshotLine> group, Iterator<Outcome> decided, OutputStream out) throws IOException {
        for (SnapshotLine line : group) {
            if (line instanceof SnapshotLine.Bad bad) {
                write(bad.line(), new Problem(ProblemType.MALFORMED_REQUEST, bad.message()), out);
            } else {
                write(line.line(), decided.next(), out);
            }
        }
    }

    private void write(long line, Outcome outcome, OutputStream out) throws IOException {
        if (outcome instanceof Answered answered) {
            try {
                answers.write(answered.answer(), explain, writer);
                writer.write('\n');
                writer.writeTo(out);
            } finally {
                writer.clear();
            }
        } else if (outcome instanceof Refused refused) {
            write(line, refused.problem(), out);
        }
    }

    private void writeFailure(List<SnapshotLine> group, RuntimeException failure, OutputStream out) throws IOException {
        for (SnapshotLine line : group) {
            write(
                    line.line(),
                    line instanceof SnapshotLine.Bad bad
                            ? new Problem(ProblemType.MALFORMED_REQUEST, bad.message())
                            : told(failure),
                    out);
        }
        long next = group.get(group.size() - 1).line() + 1;
        write(
                next,
                new Problem(
                        ProblemType.STORE_UNAVAILABLE,
                        "line " + next + " and those after it were not decided, because the database takes no records;"
                                + " send them again later",
                        failure),
                out);
        out.flush();
    }

    private static Problem told(RuntimeException failure) {
        return failure instanceof Problem problem ? problem : Problem.storeUnavailable(failure);
    }

    private void write(long line, Problem problem, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(new Fault(line, problem.getBody())));
        out.write('\n');
    }
}
