package io.barograph.service.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How callers sign in, and how much they may ask.
 *
 * @param users whether people sign in with a password that is kept here
 * @param longestKey how long an API key is valid at most
 * @param freshness after which a change that another instance made to users and keys holds here too
 * @param body largest body of a request that is not streamed
 * @param rate requests a second of one caller
 * @param strangers requests a second of one address that are not signed in
 * @param tokens of OAuth 2 and OpenID Connect
 */
@ConfigurationProperties("barograph.access")
record AccessProperties(
        boolean users, Duration longestKey, Duration freshness, DataSize body, int rate, int strangers, Tokens tokens) {

    /**
     * Names of claims.
     *
     * @param name who it is
     * @param roles a list, or a text with blanks between; others than ours are ignored
     * @param segments where the roles hold, a list; without the claim nowhere, with {@code *} in it everywhere
     */
    record Tokens(String name, String roles, String segments) {}

    AccessProperties {
        if (rate < 1 || strangers < 1) {
            throw new IllegalArgumentException("`barograph.access.rate` and `strangers` must be at least 1, but are "
                    + rate + " and " + strangers);
        }
    }
}
