package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding;
import io.barograph.engine.audit.verify.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random logs, changed at random by somebody who has the database but not the key, then exported by a service that
 * notices nothing: both verifiers must, and ours must name the record or a range that holds it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTamperingDifferentialTest {

    private static final int LOGS = 30;
    private static final int TAMPERINGS = 75;

    private final Map<String, Integer> found = new TreeMap<>();
    private final List<RecordPool> pools = RecordPool.small();

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + Long.getLong("barograph.logs", LOGS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesWhatWasChanged(long seed) {
        Random random = new Random(seed);
        RandomLog log = new RandomLog(seed, pools);
        List<VerifierKey> keys = log.verifierKeys(log.size());
        for (int i = 0; i < TAMPERINGS; i++) {
            TamperedStore tampered = TamperedStore.draw(log, random);
            List<byte[]> files = List.of(tampered.exported(log));
            VerifierKey trusted = keys.get(random.nextInt(2) * (keys.size() - 1));
            String as = "seed %d, tampering %d: %s".formatted(seed, i, tampered.what());
            Verdict verdict = Tamperings.verdict(files, trusted, tampered.seen());
            assertThat(Tamperings.complaints(files, trusted, tampered.seen()))
                    .as(as)
                    .isNotEmpty();
            assertThat(verdict).as(as).isInstanceOf(Verdict.Broken.class);
            List<Finding> findings = ((Verdict.Broken) verdict).findings();
            assertThat(findings).as(as).anyMatch(finding -> names(finding, tampered));
            findings.forEach(finding -> found.merge(finding.kind().label(), 1, Integer::sum));
        }
    }

    private static boolean names(Finding finding, TamperedStore tampered) {
        return finding.records() != null
                && finding.records().from() < tampered.to()
                && finding.records().to() > tampered.from();
    }

    @AfterAll
    void everyKindOfFindingWasMade() {
        if (Long.getLong("barograph.logs", LOGS) == LOGS) {
            assertThat(found)
                    .containsKeys("altered", "unsigned", "forked", "rolled-back", "reordered")
                    .containsKeys("retired-without-tombstone", "bad-proof", "bad-key-change");
        }
    }
}
