package io.barograph.service.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is trusted with. Roles do not contain each other: who needs two has two. */
public enum Role {
    /** Drafts models and submits them. */
    AUTHOR,
    /** Approves and rejects what others submitted. */
    APPROVER,
    /** Activates models, and looks after users, keys, retention and erasure. */
    OPERATOR,
    /** A service that has accounts decided. */
    DECIDER,
    /** Works with accounts: reads them, observes, overrides within limits. */
    CSM,
    /** Reads everything, changes nothing. */
    AUDITOR;

    /** As it is written in configuration, tokens, the API and the log. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of exactly that label. */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
