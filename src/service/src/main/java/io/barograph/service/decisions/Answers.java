package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.override.BandOverride;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What calls that decide one account have in common: the idempotency key they take and the answer they give. */
@Component
class Answers {

    private static final int LONGEST_KEY = 200;

    private final IdempotencyProperties idempotency;
    private final Disclosure disclosure;
    private final OverrideLookup overrides;
    private final Clock clock;
    private final AnswerWriters writers = new AnswerWriters();

    Answers(IdempotencyProperties idempotency, Disclosure disclosure, OverrideLookup overrides, Clock clock) {
        this.idempotency = idempotency;
        this.disclosure = disclosure;
        this.overrides = overrides;
        this.clock = clock;
    }

    /**
     * @param key null when none was sent
     * @param parameters everything besides the body that makes the request what it is
     */
    @Nullable IdempotentRequest idempotent(@Nullable String key, String parameters, byte[] body) {
        if (key == null) {
            return null;
        }
        boolean good =
                !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!good) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`Idempotency-Key` must be 1 to " + LONGEST_KEY + " visible ASCII characters, but has "
                            + key.length() + "; a UUID is a good key");
        }
        return new IdempotentRequest(
                key, RequestBytes.fingerprint(parameters, body), clock.instant().plus(idempotency.expiresAfter()));
    }

    ResponseEntity<byte[]> created(Deciding.Answer answer, Explain explain) {
        ResponseEntity.BodyBuilder response = ResponseEntity.created(
                URI.create("/api/v1/decisions/" + answer.decision().id()));
        if (answer.replayed()) {
            response.header("Idempotent-Replay", "true");
        }
        byte[] body;
        try {
            body = writers.bytes(explain, writer -> write(answer, explain, writer));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return response.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /**
     * The decision as its caller gets it: the same bytes whether it was made just now or is read from its record.
     *
     * @param writer of that explanation
     */
    void write(Deciding.Answer answer, Explain explain, DecisionWriter writer) throws IOException {
        StoredDecision stored = answer.decision();
        Decision open = answer.open();
        if (open != null) {
            writer.write(open, stored.envelope(overrides(answer, open.accountId())));
            return;
        }
        byte[] kept = stored.bytes();
        DecisionRecord told = answer.replayed() ? disclosure.tell(kept) : disclosure.tellNew(kept);
        writer.write(
                told.decision(),
                stored.envelope(overrides(answer, told.snapshot().accountId())));
    }

    private List<BandOverride> overrides(Deciding.Answer answer, String accountId) {
        Instant decidedAt = answer.decision().decidedAt();
        return answer.replayed() ? overrides.kept(accountId, decidedAt) : overrides.now(accountId, decidedAt);
    }
}
