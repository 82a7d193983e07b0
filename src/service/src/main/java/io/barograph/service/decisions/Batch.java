package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Answers the lines of one batch, group by group; each group is kept before it is answered. */
final class Batch {

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
    }

    /** @throws IOException when the caller went away; what was not answered by then is not decided */
    void answer(LineFeed lines) throws IOException {
        OutputStream out = response.getOutputStream();
        for (List<SnapshotLine> group = lines.nextGroup(); !group.isEmpty(); group = lines.nextGroup()) {
            try {
                write(group, decide(group), out);
            } catch (DataAccessException | TransactionException | Problem failure) {
                if (!response.isCommitted()) {
                    throw failure;
                }
                LOG.error(
                        "the store failed during a batch, at line {}",
                        group.get(0).line(),
                        failure);
                writeFailure(group, failure, out);
                return;
            }
            out.flush();
        }
    }

    private Iterator<Outcome> decide(List<SnapshotLine> group) {
        List<AccountSnapshot> snapshots = group.stream()
                .filter(SnapshotLine.Good.class::isInstance)
                .map(line -> ((SnapshotLine.Good) line).snapshot())
                .toList();
        if (snapshots.isEmpty()) {
            return List.<Outcome>of().iterator();
        }
        if (!caller.segments().all()) {
            return snapshots.stream().map(this::decideAlone).toList().iterator();
        }
        return deciding.decideGroup(lease, snapshots, stateless, started, caller).stream()
                .<Outcome>map(Answered::new)
                .iterator();
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
            answers.write(answered.answer(), explain, out);
            out.write('\n');
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
                        "line " + next + " and those after it were not read, because the database takes no records;"
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
