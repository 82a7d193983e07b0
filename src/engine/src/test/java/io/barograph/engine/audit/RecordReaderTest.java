package io.barograph.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.SampleDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);

    @Test
    void readsWhatWasWritten() {
        DecisionRecord written = record();

        DecisionRecord read = DecisionRecord.read(written.canonicalBytes());

        assertThat(read.canonicalBytes()).isEqualTo(written.canonicalBytes());
        assertThat(read.snapshot()).isEqualTo(written.snapshot());
        assertThat(read.prior()).isEqualTo(written.prior());
        assertThat(read.caller()).isEqualTo("anonymous");
        assertThat(read.decidedAt()).isEqualTo(written.decidedAt());
    }

    @Test
    void keepsTheOrderOfScores() {
        Decision written = record().decision();

        Decision read = DecisionRecord.read(record().canonicalBytes()).decision();

        assertThat(new ArrayList<>(read.scores().keySet()))
                .isEqualTo(new ArrayList<>(written.scores().keySet()));
    }

    @Test
    void refusesAnotherVersion() {
        String other = new String(record().canonicalBytes(), UTF_8).replace("\"v\":2}", "\"v\":3}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionRecord.read(other.getBytes(UTF_8)))
                .withMessageContaining("version 3");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionRecord.read("[1]".getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionRecord.read("{\"v\":1}".getBytes(UTF_8)));
    }

    private static DecisionRecord record() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("arr", new BigDecimal("180000"));
        attributes.put("industry", "fintech");
        attributes.put("renewed", true);
        attributes.put("tier", null);
        return new DecisionRecord(
                new AccountSnapshot(
                        "acme-43",
                        LocalDate.of(2026, 3, 1),
                        attributes,
                        Map.of("seats", new Observation(new BigDecimal("65.5"), DAY, "crm", new BigDecimal("0.2"))),
                        List.of(new ScoreEntry("Overall", DAY, new BigDecimal("90"), "green"))),
                new PriorState(List.of(
                        new IndicatorEntry("seats", DAY, new BigDecimal("81"), null),
                        new PlaybookEntry("save-call", DAY))),
                "0.1.0",
                "anonymous",
                "d-1",
                Instant.parse("2026-03-01T10:00:00Z"),
                SampleDecision.decided());
    }
}
