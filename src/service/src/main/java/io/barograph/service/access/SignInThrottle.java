package io.barograph.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords within a quarter of an hour: of a name from one address, from one address, and of a name from anywhere.
 * Who passes a limit waits until the quarter of an hour is over. The name alone has the widest limit, since whoever knows a name
 * could otherwise keep its owner out.
 */
@Component
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int OF_NAME_FROM_ADDRESS = 5;
    private static final int FROM_ADDRESS = 50;
    private static final int OF_NAME = 100;
    private static final int MOST = 20_000;

    private record Failures(int count, Instant since) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws TooManyFailures when the password is not to be looked at */
    synchronized void check(String name, String address) {
        check("both " + name + " " + address, OF_NAME_FROM_ADDRESS);
        check("address " + address, FROM_ADDRESS);
        check("name " + name, OF_NAME);
    }

    synchronized void failed(String name, String address) {
        count("both " + name + " " + address);
        count("address " + address);
        count("name " + name);
    }

    synchronized void succeeded(String name, String address) {
        failures.remove("both " + name + " " + address);
    }

    private void check(String key, int limit) {
        Failures before = failures.get(key);
        if (before != null && before.count() >= limit) {
            Instant end = before.since().plus(WINDOW);
            if (clock.instant().isBefore(end)) {
                throw new TooManyFailures(1
                        + Math.toIntExact(Duration.between(clock.instant(), end).toSeconds()));
            }
            failures.remove(key);
        }
    }

    private void count(String key) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        failures.put(
                key,
                before != null && now.isBefore(before.since().plus(WINDOW))
                        ? new Failures(before.count() + 1, before.since())
                        : new Failures(1, now));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
