package io.barograph.testkit.audit;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.VerifierKey;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log with everything that logs have: decisions by several models, changes of the key, erasures, retention. */
final class RandomLog {

    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    final StoredLog stored = new StoredLog();
    final List<RecordPool> pools;
    final Set<Long> events = new TreeSet<>();
    final Map<Long, Integer> deciders = new TreeMap<>();
    final Map<Long, RecordPool.Kept> decisions = new TreeMap<>();
    /** By index of the event, the range whose records it retired. */
    final Map<Long, long[]> retentions = new HashMap<>();

    final Map<Long, String> erasures = new HashMap<>();
    final Map<Integer, Long> activations = new HashMap<>();
    final List<Long> keyChanges = new ArrayList<>();
    private final List<SigningKey> keys = new ArrayList<>();
    private final Random random;

    RandomLog(long seed, List<RecordPool> pools) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.pools = pools;
        int size = 5 + random.nextInt(20);
        addKey();
        event(EventRecord.LOG_CREATED, Map.of("origin", StoredLog.ORIGIN, "key", vkey(0)));
        activate(0);
        int pool = 0;
        while (stored.size() < size) {
            int draw = random.nextInt(100);
            if (draw < 7) {
                changeKey();
            } else if (draw < 13 && !decisions.isEmpty()) {
                erase();
            } else if (draw < 18 && decisions.size() > 3) {
                retire();
            } else if (draw < 23 && pool + 1 < pools.size()) {
                activate(++pool);
            } else {
                decide(random.nextInt(10) == 0 ? random.nextInt(pool + 1) : pool);
            }
            if (random.nextInt(10) == 0 || stored.size() == size) {
                sign(stored.size());
            }
        }
    }

    static SigningKey signingKey(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        byte[] der = ByteBuffer.allocate(PKCS8.length + seed.length)
                .put(PKCS8)
                .put(seed)
                .array();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        return SigningKey.ofPem(StoredLog.ORIGIN, pem.replace("\r", ""));
    }

    int size() {
        return stored.size();
    }

    /** Those that the log had when it had grown to a size. */
    List<VerifierKey> verifierKeys(long size) {
        long changes = keyChanges.stream().filter(change -> change < size).count();
        return keys.stream().limit(1 + changes).map(SigningKey::verifierKey).toList();
    }

    private String vkey(int key) {
        return keys.get(key).verifierKey().toString();
    }

    private void addKey() {
        keys.add(signingKey(random));
        stored.keys.add(vkey(keys.size() - 1));
    }

    private void sign(long size) {
        resign(stored, size);
    }

    /** Signs a tree of that size with the keys that have to. */
    void resign(StoredLog changed, long size) {
        int key = (int) keyChanges.stream().filter(change -> change + 1 < size).count();
        changed.sign(size, keys.subList(key, keyChanges.contains(size - 1) ? key + 2 : key + 1));
    }

    private void changeKey() {
        addKey();
        keyChanges.add((long) stored.size());
        event(EventRecord.KEY_CHANGED, Map.of("from", vkey(keys.size() - 2), "to", vkey(keys.size() - 1)));
        sign(stored.size());
    }

    private void activate(int pool) {
        activations.put(pool, (long) stored.size());
        event(EventRecord.MODEL_ACTIVATED, pools.get(pool).model().activation("1"));
    }

    private void decide(int pool) {
        List<RecordPool.Kept> records = pools.get(pool).records();
        RecordPool.Kept kept = records.get(random.nextInt(records.size()));
        deciders.put((long) stored.size(), pool);
        decisions.put((long) stored.size(), kept);
        stored.append(kept.record());
    }

    private void erase() {
        List<RecordPool.Kept> all = List.copyOf(decisions.values());
        RecordPool.Kept erased = all.get(random.nextInt(all.size()));
        erasures.put((long) stored.size(), erased.keyId());
        event(
                EventRecord.ERASURE,
                Map.of(
                        "account_id",
                        erased.accountId(),
                        "keys",
                        List.of(erased.keyId()),
                        "records",
                        BigDecimal.ONE,
                        "reason",
                        "asked for"));
    }

    private void retire() {
        int to = 2 + random.nextInt(stored.size() - 2);
        int from = random.nextInt(to);
        List<BigDecimal> kept = new ArrayList<>();
        long retired = 0;
        for (int i = from; i < to; i++) {
            if (events.contains((long) i)) {
                kept.add(BigDecimal.valueOf(i));
            } else if (stored.rows.get(i).record != null) {
                stored.rows.get(i).record = null;
                retired++;
            }
        }
        retentions.put((long) stored.size(), new long[] {from, to});
        event(
                EventRecord.RETENTION,
                Map.of(
                        "from", BigDecimal.valueOf(from),
                        "to", BigDecimal.valueOf(to),
                        "before", "2026-01-01T00:00:00Z",
                        "records", BigDecimal.valueOf(retired),
                        "kept", kept));
    }

    private void event(String event, Map<String, ? extends @Nullable Object> details) {
        events.add((long) stored.size());
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant at = Instant.EPOCH.plusSeconds(stored.size());
        stored.append(new EventRecord(id, event, at, "tester", new TreeMap<>(details)).canonicalBytes());
    }

    /** Records and checkpoints of a log that nobody touched, by index. */
    byte[] record(long index) {
        return Objects.requireNonNull(stored.rows.get((int) index).record);
    }

    /** The smallest size at which an export of the range can account for what retention took away. */
    long sizeNeeded(long from, long to) {
        return retentions.entrySet().stream()
                .filter(one -> one.getValue()[0] < to && one.getValue()[1] > from)
                .mapToLong(one -> one.getKey() + 1)
                .max()
                .orElse(0);
    }
}
