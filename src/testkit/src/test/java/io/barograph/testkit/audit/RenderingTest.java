package io.barograph.testkit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding;
import io.barograph.engine.audit.verify.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an export says beside a record's bytes is compared with what they say by the model in the export. */
class RenderingTest {

    private static final RecordPool CUSTOMERS = RecordPool.customers();

    @Test
    void findsNothingWrongWithWhatTheServiceWrites() {
        assertThat(kinds(export -> export)).isEmpty();
        assertThat(text(exported())).contains("\"rendered\":{\"caller\":", "\"type\":\"legend\"");
    }

    @Test
    void findsWhatARecordDoesNotSay() {
        assertThat(kinds(export -> export.replaceFirst("(\"rendered\":\\{.*?\"coverage\":)[0-9.]+", "$112.34")))
                .containsOnly(Finding.Kind.WRONG_RENDERING);
    }

    @Test
    void findsALegendThatIsNotTheModels() {
        assertThat(kinds(export -> export.replaceFirst("\"texts\":\\[\"Overall\"", "\"texts\":[\"Overalls\"")))
                .containsOnly(Finding.Kind.WRONG_MODEL);
    }

    private static List<Finding.Kind> kinds(UnaryOperator<String> change) {
        RandomLog log = log();
        byte[] changed = change.apply(text(exported())).getBytes(UTF_8);
        List<VerifierKey> keys = log.verifierKeys(log.size());
        Verdict verdict = Tamperings.verdict(List.of(changed), keys.get(keys.size() - 1), List.of());
        return verdict instanceof Verdict.Broken broken
                ? broken.findings().stream().map(Finding::kind).distinct().toList()
                : List.of();
    }

    private static RandomLog log() {
        return new RandomLog(4, List.of(CUSTOMERS));
    }

    private static byte[] exported() {
        RandomLog log = log();
        return new Exported(log, log.stored, false, true, true).range(0, log.size(), log.size());
    }

    private static String text(byte[] export) {
        return new String(export, UTF_8);
    }
}
