package io.barograph.service.security;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks. Work that goes on in another thread is handed this, since {@link CurrentPrincipal} knows only the thread of the request.
 *
 * @param id as records and events name it: {@code user:<name>}, {@code api-key:<name>}, or {@code service:<part>} for what the
 *     service does by itself; at most 200 characters
 * @param person who answers for it, whatever door they use: the user's own name, or the name of the user an API key was made by.
 *     Two principals with the same person are one pair of eyes
 * @param roles that hold
 * @param segments where they hold
 */
public record Principal(String id, String person, Set<Role> roles, SegmentScope segments) implements Caller {

    private static final int LONGEST = 200;

    public Principal {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "id must be a text of 1 to " + LONGEST + " characters, but is `" + id + "`");
        }
        if (person.isBlank()) {
            throw new IllegalArgumentException("person must be a name, but is empty");
        }
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
    }

    /** A part of the service that works by itself, with every right: a daily run, the samples of a demo. */
    public static Principal service(String part) {
        return new Principal("service:" + part, "service", EnumSet.allOf(Role.class), SegmentScope.ALL);
    }

    @Override
    public Principal principal() {
        return this;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
