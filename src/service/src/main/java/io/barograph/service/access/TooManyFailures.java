package io.barograph.service.access;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came before this one, which was not looked at. */
final class TooManyFailures extends AuthenticationException {

    private final int seconds;

    /** @param seconds to wait */
    TooManyFailures(int seconds) {
        super("too many wrong passwords; try again in " + seconds + " seconds");
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }
}
