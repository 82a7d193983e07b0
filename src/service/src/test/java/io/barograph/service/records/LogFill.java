package io.barograph.service.records;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.issue.CellAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a log with decisions and events as a portfolio would leave them: few accounts that are decided often and many that are not, common
 * rules and rare ones, a model that changes on the way, a clock that mostly runs forward.
 */
final class LogFill {

    /** What a test knows of a record without reading it. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Entry(
            long index,
            UUID id,
            String kind,
            Instant at,
            @Nullable String account,
            String caller,
            @Nullable String status,
            List<String> models,
            @Nullable String segment,
            @Nullable String band,
            @Nullable String event,
            List<Firing> fired,
            byte[] bytes) {}

    record Firing(String ruleId, String cell) {}

    static final List<String> SEGMENTS = List.of("enterprise", "mid-market", "smb", "startup");
    static final List<String> BANDS = List.of("green", "green", "green", "yellow", "yellow", "red");
    static final List<String> CALLERS =
            List.of("nightly", "nightly", "nightly", "nightly", "crm", "crm", "api-key:ops");
    static final int RULES = 250;
    static final CellAddress RARE_CELL = new CellAddress("rare.xlsx", "Signals", 3, 3);
    static final Firing RARE = new Firing("GR-RARE", RARE_CELL.toString());
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private final Random random;
    private final int size;
    private final int accounts;

    LogFill(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
        this.accounts = Math.max(3, size / 200);
    }

    Instant start() {
        return START;
    }

    Instant end() {
        return START.plus(Duration.ofDays(365));
    }

    Entry entry(long index) {
        Instant at = at(index);
        if (index % 4001 == 17) {
            return event(index, at);
        }
        String segment = SEGMENTS.get(Math.min(3, skewed(6)));
        boolean decided = random.nextInt(200) > 0;
        return decision(
                index,
                at,
                "account-" + skewed(accounts),
                CALLERS.get(random.nextInt(CALLERS.size())),
                decided,
                version(index),
                segment,
                decided ? BANDS.get(random.nextInt(BANDS.size())) : null,
                fired(segment, version(index)));
    }

    /** The clock runs forward, but is set back a day once. */
    private Instant at(long index) {
        Instant even = START.plus(Duration.ofDays(365).multipliedBy(index).dividedBy(size))
                .truncatedTo(ChronoUnit.MILLIS);
        return index > size / 3 && index < size / 3 + size / 50 ? even.minus(Duration.ofDays(1)) : even;
    }

    private int version(long index) {
        return (int) (4 * index / size) + 1;
    }

    static String digest(int version) {
        return "sha256:" + "%064x".formatted(version);
    }

    /** Small numbers often, large ones seldom. */
    private int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * uniform * uniform);
    }

    private List<Firing> fired(String segment, int version) {
        TreeSet<Integer> rows = new TreeSet<>();
        for (int i = 0; i < 25; i++) {
            rows.add(skewed(RULES));
        }
        List<Firing> fired = new ArrayList<>();
        for (int row : rows) {
            fired.add(new Firing(rule(segment, row), cell(segment, row, version)));
        }
        if (random.nextInt(20_000) == 0) {
            fired.add(RARE);
        }
        return fired;
    }

    static String rule(String segment, int row) {
        return segment.substring(0, 2).toUpperCase(Locale.ROOT) + "-SC-%03d".formatted(row);
    }

    /** A new row on top moves the others down with each version. */
    static String cell(String segment, int row, int version) {
        return address(segment, row, version).toString();
    }

    static CellAddress address(String segment, int row, int version) {
        return new CellAddress(segment + ".xlsx", "Scoring", row + 9 + version, 3);
    }

    private Entry decision(
            long index,
            Instant at,
            String account,
            String caller,
            boolean decided,
            int version,
            String segment,
            @Nullable String band,
            List<Firing> fired) {
        UUID id = id(index);
        String status = decided ? "decided" : "undecided";
        return new Entry(
                index,
                id,
                "decision",
                at,
                account,
                caller,
                status,
                List.of(digest(version), "v" + version),
                segment,
                band,
                null,
                fired,
                FilledModel.of(version).record(id, at, account, caller, segment, band, fired, noise()));
    }

    private Entry event(long index, Instant at) {
        boolean erasure = random.nextBoolean();
        String account = "account-" + skewed(accounts);
        int version = version(index);
        EventRecord event = erasure
                ? new EventRecord(
                        id(index), EventRecord.ERASURE, at, "privacy", Map.of("account_id", account, "reason", "asked"))
                : new EventRecord(
                        id(index),
                        EventRecord.MODEL_ACTIVATED,
                        at,
                        "operator",
                        Map.of("model", Map.of("digest", digest(version), "name", "m", "version", "v" + version)));
        return new Entry(
                index,
                event.id(),
                "event",
                at,
                erasure ? account : null,
                event.by(),
                null,
                erasure ? List.of() : List.of(digest(version), "v" + version),
                null,
                null,
                event.event(),
                List.of(),
                event.canonicalBytes());
    }

    private UUID id(long index) {
        return new UUID(index << 16 | 0x7000L, random.nextLong());
    }

    private String noise() {
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    /** Adds entries to the tables as the service does. */
    static void add(List<Entry> entries, JdbcTemplate template) {
        template.batchUpdate(
                "insert into log_entry (leaf_index, record_id, kind, recorded_at, leaf_hash, record) values (?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.index(),
                            entry.id(),
                            entry.kind(),
                            timestamp(entry.at()),
                            MerkleHash.leaf(entry.bytes()).bytes(),
                            entry.bytes()
                        })
                        .toList());
        template.batchUpdate(
                "insert into log_event (leaf_index, event, subject) values (?, ?, ?)",
                entries.stream()
                        .filter(entry -> entry.event() != null)
                        .map(entry -> new Object[] {entry.index(), entry.event(), entry.account()})
                        .toList());
        template.batchUpdate(
                """
                insert into decision (decision_id, leaf_index, account_id, as_of, decided_at, caller, stateless, status,
                  model_version, model_digest, segment, tier, overall, overall_band)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries.stream()
                        .filter(entry -> entry.event() == null)
                        .map(entry -> new Object[] {
                            entry.id(),
                            entry.index(),
                            entry.account(),
                            LocalDate.of(2026, 3, 1),
                            timestamp(entry.at()),
                            entry.caller(),
                            false,
                            entry.status(),
                            entry.models().get(1),
                            entry.models().get(0),
                            entry.segment(),
                            null,
                            entry.band() == null ? null : new BigDecimal("60.88"),
                            entry.band()
                        })
                        .toList());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
