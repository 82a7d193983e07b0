package io.barograph.service.demo;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.service.decisions.Deciding;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.security.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Decides the sample accounts at start, the way a batch would be; the service is ready when that is done. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final int GROUP = 128;
    private static final Principal CALLER = Principal.service("demo");

    private final Path file;
    private final ActiveModel model;
    private final Deciding deciding;
    private final Clock clock;

    DemoAccounts(@Value("${barograph.demo.accounts}") Path file, ActiveModel model, Deciding deciding, Clock clock) {
        this.file = file;
        this.model = model;
        this.deciding = deciding;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        long started = deciding.now();
        int decided = 0;
        try (Generation.Lease lease = model.hold();
                InputStream in = Files.newInputStream(file);
                AccountFile accounts = AccountFile.open(
                        in, AccountFile.Format.NDJSON, lease.generation().contract(), LocalDate.now(clock))) {
            List<AccountSnapshot> group = new ArrayList<>();
            while (accounts.hasNext()) {
                SnapshotLine line = accounts.next();
                if (line instanceof SnapshotLine.Good good) {
                    group.add(good.snapshot());
                } else if (line instanceof SnapshotLine.Bad bad) {
                    LOG.warn("{}, line {}: {}", file, bad.line(), bad.message());
                }
                if (group.size() == GROUP || (!accounts.hasNext() && !group.isEmpty())) {
                    decided += deciding.decideGroup(lease, group, false, started, CALLER)
                            .size();
                    group.clear();
                }
            }
        }
        LOG.info("{} sample accounts decided", decided);
    }
}
