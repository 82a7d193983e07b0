package io.barograph.service.decisions;

import com.zaxxer.hikari.HikariDataSource;
import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.exchange.Explain;
import io.barograph.service.UncleanStore;
import io.barograph.service.auditlog.LogForTests;
import io.barograph.service.crash.Answered;
import io.barograph.service.past.CondensedPasts;
import io.barograph.service.past.NewEntries;
import io.barograph.service.past.SealedHistory;
import io.barograph.service.privacy.PrivacyForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/**
 * What keeps decisions, in a process that starts fast: the store, the grouped commit, the log and its signatures, without the
 * web and without a model. The decisions are real ones that were made before.
 *
 * <p>Each line of standard input is a request, {@code <number> one|keyed|batch|checkpoint <names>}, and is answered with a
 * line {@code <number> <answer>} once its decisions are kept, or {@code <number> failed}.
 */
public final class CrashProcess {

    private static final Clock CLOCK = Clock.systemUTC();

    private final List<DecisionRecord> made;
    private final DecisionIds ids = new DecisionIds(CLOCK);
    private final IdempotencyKeys keys;
    private final DecisionStore store;
    private final GroupCommit commit;
    private final LogForTests.Opened opened;

    private CrashProcess(HikariDataSource database, Path keyFolder, List<DecisionRecord> made) {
        this.made = made;
        JdbcClient client = JdbcClient.create(database);
        JdbcTemplate template = new JdbcTemplate(database);
        opened = LogForTests.open(database, keyFolder, 2000);
        keys = new IdempotencyKeys(client, template, CLOCK);
        store = new DecisionStore(
                client,
                template,
                new JdbcTransactionManager(database),
                opened.log(),
                new LatestDecisions(template),
                keys,
                PrivacyForTests.keys(client, template, keyFolder.resolve("master.key")),
                new CondensedPasts(template));
        commit = new GroupCommit(store, new Limits(DataSize.ofMegabytes(1), 128, 4, 1000, Duration.ofSeconds(5)));
    }

    /** @param arguments URL and user of the database, folder of keys, file of decisions made before */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].startsWith("jdbc:h2:file:")) {
            UncleanStore.mend(
                    Path.of(arguments[0].substring("jdbc:h2:file:".length()).split(";", 2)[0] + ".mv.db"));
        }
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(arguments[0]);
        database.setUsername(arguments[1]);
        database.setPassword("");
        database.setMinimumIdle(1);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        CrashProcess process = new CrashProcess(database, Path.of(arguments[2]), read(Path.of(arguments[3])));
        ExecutorService threads = Executors.newCachedThreadPool();
        threads.execute(process::signEveryNowAndThen);
        System.err.println("damage: " + process.opened.damage());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] request = line.split(" ");
            threads.execute(() -> {
                String answer = process.answer(request);
                synchronized (out) {
                    out.print(request[0] + " " + answer + "\n");
                    out.flush();
                }
            });
        }
        System.exit(0);
    }

    /** One in base64 a line. */
    private static List<DecisionRecord> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> DecisionRecord.read(Base64.getDecoder().decode(line)))
                .toList();
    }

    private void signEveryNowAndThen() {
        while (true) {
            try {
                opened.checkpoints().current();
                Thread.sleep(20);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                System.err.println("no checkpoint: " + failure);
            }
        }
    }

    private String answer(String[] request) {
        try {
            if (request[1].equals("checkpoint")) {
                String note = opened.checkpoints().current().note();
                return Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8));
            }
            List<String> names = List.of(request[2].split(","));
            List<StoredDecision> kept =
                    request[1].equals("keyed") ? List.of(decideOnce(names.get(0))) : decide(names, null);
            return kept.stream()
                    .map(decision -> decision.id() + ":"
                            + Answered.digest(decision.with(DecisionRecord.read(decision.bytes()))
                                    .json(Explain.FULL)))
                    .collect(Collectors.joining(","));
        } catch (RuntimeException failure) {
            System.err.println(failure);
            return "failed";
        }
    }

    /** As {@link Deciding} does for a request with a key. */
    private StoredDecision decideOnce(String name) {
        return earlier(name).orElseGet(() -> {
            try {
                return decide(
                                List.of(name),
                                new IdempotentRequest(
                                        name, "0".repeat(64), CLOCK.instant().plus(Duration.ofHours(24))))
                        .get(0);
            } catch (DuplicateKeyException taken) {
                return earlier(name).orElseThrow(() -> taken);
            }
        });
    }

    private Optional<StoredDecision> earlier(String name) {
        return keys.find(name).map(taken -> {
            commit.settle();
            return store.find(taken.decisionId()).orElseThrow();
        });
    }

    private List<StoredDecision> decide(List<String> names, @Nullable IdempotentRequest request) {
        List<AnsweredDecision> answered = new ArrayList<>();
        for (String name : names) {
            answered.add(again(made.get(Math.floorMod(name.hashCode(), made.size())), name, request));
        }
        commit.append(answered);
        return answered.stream().map(AnsweredDecision::stored).toList();
    }

    private AnsweredDecision again(DecisionRecord before, String name, @Nullable IdempotentRequest request) {
        DecisionRecord record = new DecisionRecord(
                before.snapshot(),
                before.prior(),
                before.engineVersion(),
                "client " + name,
                ids.next().toString(),
                CLOCK.instant().truncatedTo(ChronoUnit.MILLIS),
                before.decision());
        List<HistoryEntry> decided = new ArrayList<>();
        before.decision()
                .scores()
                .forEach((score, value) -> decided.add(new ScoreEntry(
                        score,
                        before.decision().asOf(),
                        value,
                        before.decision().bands().get(score))));
        return new AnsweredDecision(
                UUID.fromString(record.decisionId()),
                record.decidedAt(),
                record.caller(),
                before.decision(),
                new SealedHistory(PrivacyForTests.sealing())
                        .pack(
                                new NewEntries(decided, List.of()),
                                PrivacyForTests.sealingNothing(),
                                before.decision(),
                                null),
                null,
                record.canonicalBytes(),
                null,
                request,
                null);
    }
}
