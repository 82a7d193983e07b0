package io.barograph.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.SampleDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {

    @Test
    void rendersToCanonicalJson() {
        byte[] bytes = record("a", "b").canonicalBytes();

        assertThat(new String(bytes, UTF_8))
                .startsWith("{\"caller\":\"api-key:\\\"crm\\\"\",\"decided_at\":\"2026-03-01T10:00:00Z\",\"decision\":"
                        + "{\"account_id\":\"acme-43\",\"arr_at_risk\":null,\"as_of\":\"2026-03-01\",")
                .endsWith(
                        "\"decision_id\":\"d-1\",\"engine\":\"0.1.0\",\"kind\":\"decision\",\"prior\":[{\"as_of\":\"2026-01-01\",\"playbook\":"
                                + "\"save-call\"}],\"snapshot\":{\"account_id\":\"acme-43\",\"as_of\":\"2026-03-01\","
                                + "\"attributes\":{\"a\":1,\"b\":1},\"history\":[],\"indicators\":{\"seats\":65.5}},\"v\":2}");
        assertThat(CanonicalJson.of(bytes)).isEqualTo(bytes);
    }

    @Test
    void doesNotDependOnTheOrderInWhichInputsWereSent() {
        assertThat(record("b", "a").canonicalBytes()).isEqualTo(record("a", "b").canonicalBytes());
    }

    @Test
    void survivesNumbersOfAbsurdSize() {
        Map<String, Object> attributes = Map.of("x", new BigDecimal("1e999999999"));

        assertThat(new String(record(attributes).canonicalBytes(), UTF_8)).contains("{\"x\":1e+999999999}");
    }

    private static DecisionRecord record(String first, String second) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(first, BigDecimal.ONE);
        attributes.put(second, new BigDecimal("1.0"));
        return record(attributes);
    }

    private static DecisionRecord record(Map<String, Object> attributes) {
        return new DecisionRecord(
                new AccountSnapshot(
                        "acme-43",
                        LocalDate.of(2026, 3, 1),
                        new LinkedHashMap<>(attributes),
                        Map.of("seats", Observation.of(new BigDecimal("65.50"))),
                        List.of()),
                new PriorState(List.of(new PlaybookEntry("save-call", LocalDate.of(2026, 1, 1)))),
                "0.1.0",
                "api-key:\"crm\"",
                "d-1",
                Instant.parse("2026-03-01T10:00:00Z"),
                SampleDecision.undecided());
    }
}
