package io.barograph.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventRecordTest {

    private static final EventRecord ERASURE = new EventRecord(
            UUID.fromString("01957b3e-6f2a-7c3d-9a41-3f5b8c7d2e10"),
            EventRecord.ERASURE,
            Instant.parse("2026-03-01T12:00:00.123Z"),
            "anonymous",
            Map.of("account_id", "acme", "keys", List.of("k-1"), "records", BigDecimal.valueOf(3)));

    @Test
    void isCanonicalJsonWithItsOwnMembers() {
        assertThat(new String(ERASURE.canonicalBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"account_id\":\"acme\",\"at\":\"2026-03-01T12:00:00.123Z\",\"by\":\"anonymous\","
                        + "\"event\":\"erasure\",\"event_id\":\"01957b3e-6f2a-7c3d-9a41-3f5b8c7d2e10\",\"keys\":[\"k-1\"],"
                        + "\"kind\":\"event\",\"records\":3,\"v\":1}");
    }

    @Test
    void readsBackWhatWasWritten() {
        assertThat(EventRecord.read(ERASURE.canonicalBytes())).isEqualTo(ERASURE);
        assertThat(EventRecord.is(ERASURE.canonicalBytes())).isTrue();
        assertThat(ERASURE.number("records")).isEqualTo(3);
        assertThat(ERASURE.text("account_id")).isEqualTo("acme");
    }

    @Test
    void refusesOtherRecordsAndOtherVersions() {
        byte[] decision = "{\"kind\":\"decision\",\"v\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] later = new String(ERASURE.canonicalBytes(), StandardCharsets.UTF_8)
                .replace("\"v\":1", "\"v\":2")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(EventRecord.is(decision)).isFalse();
        assertThatThrownBy(() -> EventRecord.read(decision)).hasMessageContaining("no record of an event");
        assertThatThrownBy(() -> EventRecord.read(later)).hasMessageContaining("version 2");
    }

    @Test
    void refusesDetailsThatHideItsOwnMembers() {
        assertThatThrownBy(
                        () -> new EventRecord(ERASURE.id(), "x", ERASURE.at(), "y", Map.of("event_id", "another one")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
