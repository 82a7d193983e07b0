package io.barograph.service.decisions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which requests were answered under which key of the caller, until the key expires. */
@Component
class IdempotencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    /** @param fingerprint of the request that was answered with the decision */
    record Taken(String fingerprint, UUID decisionId) {}

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final Clock clock;

    IdempotencyKeys(JdbcClient client, JdbcTemplate template, Clock clock) {
        this.client = client;
        this.template = template;
        this.clock = clock;
    }

    Optional<Taken> find(String key) {
        return client.sql("select fingerprint, decision_id from idempotency_key"
                        + " where idempotency_key = ? and expires_at > ?")
                .params(key, now())
                .query((row, number) ->
                        new Taken(row.getString("fingerprint"), row.getObject("decision_id", UUID.class)))
                .optional();
    }

    /** Takes the keys; fails when one is taken. */
    void add(List<AnsweredDecision> answered) {
        List<IdempotentRequest> requests = answered.stream()
                .map(AnsweredDecision::request)
                .filter(Objects::nonNull)
                .toList();
        if (requests.isEmpty()) {
            return;
        }
        template.batchUpdate(
                "delete from idempotency_key where idempotency_key = ? and expires_at <= ?",
                requests.stream()
                        .map(request -> new Object[] {request.key(), now()})
                        .toList());
        template.batchUpdate(
                "insert into idempotency_key (idempotency_key, fingerprint, decision_id, expires_at)"
                        + " values (?, ?, ?, ?)",
                answered.stream()
                        .filter(decision -> decision.request() != null)
                        .map(IdempotencyKeys::columns)
                        .toList());
    }

    private static Object[] columns(AnsweredDecision answered) {
        IdempotentRequest request = Objects.requireNonNull(answered.request());
        return new Object[] {
            request.key(), request.fingerprint(), answered.id(), DecisionStore.timestamp(request.expiresAt())
        };
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void forgetExpired() {
        int gone = client.sql("delete from idempotency_key where expires_at <= ?")
                .param(now())
                .update();
        LOG.debug("{} idempotency keys expired", gone);
    }

    private OffsetDateTime now() {
        return DecisionStore.timestamp(clock.instant());
    }
}
