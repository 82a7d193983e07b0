package io.barograph.service.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How many requests a caller sent in the second at hand. */
@Component
class RequestRates {

    private static final int MOST = 20_000;
    private static final long SECOND = 1_000_000_000L;

    /** Counts within one second. */
    private static final class Count {
        private long since;
        private int requests;

        synchronized boolean add(long now, int limit) {
            if (now - since >= SECOND) {
                since = now;
                requests = 0;
            }
            requests = Math.min(requests + 1, limit + 1);
            return requests <= limit;
        }
    }

    private final AccessProperties properties;
    private final LongSupplier nanoseconds;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Autowired
    RequestRates(AccessProperties properties) {
        this(properties, System::nanoTime);
    }

    /** @param nanoseconds since some moment */
    RequestRates(AccessProperties properties, LongSupplier nanoseconds) {
        this.properties = properties;
        this.nanoseconds = nanoseconds;
    }

    /** Counts a request of somebody who is signed in; false when it is one too many. */
    boolean caller(String id) {
        return add(id, properties.rate());
    }

    /** Counts a request of somebody who is not. */
    boolean stranger(String address) {
        return add("address " + address, properties.strangers());
    }

    private boolean add(String key, int limit) {
        if (counts.size() > MOST) {
            counts.clear();
        }
        long now = nanoseconds.getAsLong();
        return counts.computeIfAbsent(key, unknown -> new Count()).add(now, limit);
    }
}
