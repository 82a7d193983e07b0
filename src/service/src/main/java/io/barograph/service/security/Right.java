package io.barograph.service.security;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Who may make a call: a line of the table of rights.
 *
 * @param method as HTTP has it; {@code HEAD} goes with {@code GET}
 * @param anyone whether callers need not be signed in; then no roles are named
 * @param roles any of which is enough
 * @param segments what is asked of those whose roles hold in some segments only
 */
public record Right(String method, PathPattern path, boolean anyone, Set<Role> roles, Segments segments) {

    /** What a call has to do with segments. */
    public enum Segments {
        /** Nothing. */
        ANY,
        /** It shows or does what belongs to all of them. */
        ALL,
        /** It is about the account in its address. */
        ACCOUNT,
        /** It is about the decision in its address. */
        DECISION,
        /** It shows or takes what is in the caller's, and nothing else. */
        OWN;

        static Segments of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Right {
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
        if (anyone != roles.isEmpty()) {
            throw new IllegalArgumentException("`" + method + " " + path + "` must be for anyone or for some roles");
        }
    }

    /** Whether one of these roles is enough. */
    boolean allows(Principal principal) {
        return anyone || roles.stream().anyMatch(principal::has);
    }
}
