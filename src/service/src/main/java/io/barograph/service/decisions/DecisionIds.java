package io.barograph.service.decisions;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ids of decisions: UUIDs of version 7 (RFC 9562, method 1 of section 6.2), so that indexes on them stay compact. They
 * say nothing about order: that is the log's.
 */
@Component
public final class DecisionIds {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    DecisionIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        long high = rise();
        long millis = high >>> COUNTER_BITS;
        long counter = high & ((1L << COUNTER_BITS) - 1);
        return new UUID(millis << 16 | 0x7000 | counter, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** Milliseconds and counter as one number; when the clock stands still or goes back, the number before plus one. */
    private synchronized long rise() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}
