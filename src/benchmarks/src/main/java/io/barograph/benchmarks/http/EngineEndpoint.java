package io.barograph.benchmarks.http;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rate of the engine by itself, in the same process: accounts that were read before, in the groups of a batch, on one thread. */
@RestController
class EngineEndpoint {

    static final String PATH = "/benchmark/engine/decisions/batch";

    private static final int GROUP = 128;

    private final ActiveModel model;
    private final Clock clock;

    EngineEndpoint(ActiveModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** @return accounts, nanoseconds by the clock and of processor time, with blanks between them */
    @PostMapping(PATH)
    String decide(InputStream body) throws IOException {
        try (Generation.Lease lease = model.hold()) {
            List<List<Inquiry>> groups = read(body, lease);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long started = System.nanoTime();
            long decided = 0;
            for (List<Inquiry> group : groups) {
                decided += lease.decider().decide(group).size();
            }
            long taken = System.nanoTime() - started;
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            return decided + " " + taken + " " + used;
        }
    }

    private List<List<Inquiry>> read(InputStream body, Generation.Lease lease) throws IOException {
        List<AccountSnapshot> accounts = new ArrayList<>();
        try (AccountFile file = AccountFile.open(
                body, AccountFile.Format.NDJSON, lease.generation().contract(), LocalDate.now(clock))) {
            while (file.hasNext()) {
                if (file.next() instanceof SnapshotLine.Good good) {
                    accounts.add(good.snapshot());
                }
            }
        }
        List<List<Inquiry>> groups = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += GROUP) {
            groups.add(accounts.subList(from, Math.min(accounts.size(), from + GROUP)).stream()
                    .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                    .toList());
        }
        return groups;
    }
}
