package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.service.models.Generation;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
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

    private final Generation.Lease lease;
    private final Deciding deciding;
    private final Disclosure disclosure;
    private final JsonMapper json;
    private final Explain explain;
    private final boolean stateless;
    private final HttpServletResponse response;
    private final long started;

    Batch(
            Generation.Lease lease,
            Deciding deciding,
            Disclosure disclosure,
            JsonMapper json,
            Explain explain,
            boolean stateless,
            HttpServletResponse response) {
        this.lease = lease;
        this.deciding = deciding;
        this.disclosure = disclosure;
        this.json = json;
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

    private Iterator<StoredDecision> decide(List<SnapshotLine> group) {
        List<AccountSnapshot> snapshots = group.stream()
                .filter(SnapshotLine.Good.class::isInstance)
                .map(line -> ((SnapshotLine.Good) line).snapshot())
                .toList();
        return snapshots.isEmpty()
                ? List.<StoredDecision>of().iterator()
                : deciding.decideGroup(lease, snapshots, stateless, started, Deciding.ANONYMOUS)
                        .iterator();
    }

    private void write(List<SnapshotLine> group, Iterator<StoredDecision> answers, OutputStream out)
            throws IOException {
        for (SnapshotLine line : group) {
            if (line instanceof SnapshotLine.Bad bad) {
                write(bad.line(), new Problem(ProblemType.MALFORMED_REQUEST, bad.message()), out);
            } else {
                StoredDecision answer = answers.next();
                out.write(answer.with(disclosure.tellNew(answer.bytes())).json(explain));
                out.write('\n');
            }
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
