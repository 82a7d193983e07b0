package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding;
import io.barograph.engine.audit.verify.Range;
import io.barograph.engine.audit.verify.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports of random logs, changed at random by somebody who has the file: both verifiers must notice, and ours must name the place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileTamperingDifferentialTest {

    private static final int LOGS = 30;
    private static final int TAMPERINGS = 75;
    private static final int BREAKS = 4;

    private final Map<String, Integer> found = new TreeMap<>();
    private final RecordPool customers = RecordPool.customers();
    private final List<RecordPool> small = RecordPool.small();

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + Long.getLong("barograph.logs", LOGS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesWhatWasChanged(long seed) {
        Random random = new Random(seed);
        boolean ofCustomers = seed % 8 == 0;
        RandomLog log = new RandomLog(seed, ofCustomers ? List.of(customers) : small);
        RandomLog another = new RandomLog(seed + 1_000_000, ofCustomers ? small : List.of(customers));
        byte[] other = new Exported(another, another.stored, true, false).range(0, another.size(), another.size());
        Sample sample = exports(new Exported(log, log.stored, seed % 3 == 0, seed % 8 == 1), random);
        List<byte[]> files = sample.files();
        List<VerifierKey> keys = log.verifierKeys(sample.size());
        VerifierKey trusted = keys.get(random.nextInt(2) * (keys.size() - 1));

        assertThat(Tamperings.verdict(files, trusted, List.of()))
                .as("seed %d, untouched", seed)
                .isInstanceOf(Verdict.Intact.class);
        assertThat(Tamperings.complaints(files, trusted, List.of()))
                .as("seed %d, untouched", seed)
                .isEmpty();
        for (int i = 0; i < TAMPERINGS; i++) {
            int one = random.nextInt(files.size());
            TamperedFile tampered = TamperedFile.draw(files.get(one), other, random);
            if (one < files.size() - 1 && tampered.onlyBreaksOff(files.get(one))) {
                continue;
            }
            List<byte[]> changed = new ArrayList<>(files);
            changed.set(one, tampered.bytes());
            String as = "seed %d, tampering %d of file %d: %s".formatted(seed, i, one + 1, tampered.what());
            Verdict verdict = Tamperings.verdict(changed, trusted, List.of());
            assertThat(Tamperings.complaints(changed, trusted, List.of()))
                    .as(as)
                    .isNotEmpty();
            assertThat(verdict).as(as).isInstanceOf(Verdict.Broken.class);
            List<Finding> findings = ((Verdict.Broken) verdict).findings();
            assertThat(findings).as(as).anyMatch(finding -> names(finding, tampered));
            findings.forEach(finding -> found.merge(finding.kind().label(), 1, Integer::sum));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void joinsAnExportThatBrokeOffAnywhere(long seed) {
        Random random = new Random(seed);
        RandomLog log = new RandomLog(seed, small);
        Exported exported = new Exported(log, log.stored, true, seed % 8 == 1);
        long size = log.size();
        byte[] whole = exported.range(0, size, size);
        VerifierKey trusted = log.verifierKeys(size).get(0);
        for (int i = 0; i < BREAKS; i++) {
            int second = TamperedFile.endOfLine(whole, 2);
            byte[] part = Arrays.copyOf(whole, second + random.nextInt(whole.length - second));
            long next = Math.min(TamperedFile.wholeRecords(part), size - 1);
            List<byte[]> files = List.of(part, exported.range(next, size, size));

            assertThat(Tamperings.verdict(files, trusted, List.of()))
                    .as("seed %d, broken off after %d bytes", seed, part.length)
                    .isInstanceOf(Verdict.Intact.class);
            assertThat(Tamperings.complaints(files, trusted, List.of()))
                    .as("seed %d, broken off after %d bytes", seed, part.length)
                    .isEmpty();
            assertThat(Tamperings.verdict(List.of(part), trusted, List.of())).isInstanceOf(Verdict.Broken.class);
        }
    }

    /** @param size of the tree that all of it is proven by */
    private record Sample(long size, List<byte[]> files) {}

    /** One whole export, a part, one of an older size, or two that belong together. */
    private static Sample exports(Exported exported, Random random) {
        RandomLog log = exported.log();
        long size = log.size();
        long from = random.nextInt((int) size);
        long to = from + random.nextInt((int) (size - from) + 1);
        return switch (random.nextInt(4)) {
            case 0 -> new Sample(size, List.of(exported.range(0, size, size)));
            case 1 -> new Sample(size, List.of(exported.range(from, to, size)));
            case 2 -> {
                List<Long> sizes = List.copyOf(log.stored
                        .checkpoints
                        .tailMap(log.sizeNeeded(0, size), true)
                        .keySet());
                long older = sizes.get(random.nextInt(sizes.size()));
                yield new Sample(older, List.of(exported.range(Math.min(from, older), older, older)));
            }
            default -> new Sample(size, List.of(exported.range(0, from, size), exported.range(from, size, size)));
        };
    }

    /** A record by its index or the place of its line, or that of a neighbour; what other lines are missed by may be elsewhere. */
    private static boolean names(Finding finding, TamperedFile tampered) {
        if (tampered.records().isEmpty()) {
            return true;
        }
        Range range = finding.records();
        return (range != null && tampered.records().stream().anyMatch(range::contains))
                || (finding.place() != null
                        && tampered.lines().contains(finding.place().line()));
    }

    @AfterAll
    void everyKindOfFindingWasMade() {
        if (Long.getLong("barograph.logs", LOGS) == LOGS) {
            assertThat(found)
                    .containsKeys("altered", "missing", "reordered", "duplicate", "unsigned", "truncated")
                    .containsKeys("retired-without-tombstone", "bad-proof", "bad-line", "bad-key-change");
        }
    }
}
