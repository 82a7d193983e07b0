package io.barograph.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time as a test wants it: it goes on, from wherever it was set. */
public final class SettableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** Puts the clock in place of the system's. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    public void set(Instant time) {
        offset = Duration.between(Clock.systemUTC().instant(), time);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
