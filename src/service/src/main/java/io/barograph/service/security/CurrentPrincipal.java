package io.barograph.service.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sent the request that the calling thread answers. */
@Component
public class CurrentPrincipal {

    /**
     * Not to be asked in threads of batches and background work; those are handed a {@link Principal}.
     *
     * @throws IllegalStateException when nobody is signed in in this thread
     */
    public Principal get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in in this thread"));
    }

    /** Empty when nobody is signed in in this thread. */
    public Optional<Principal> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Principal> of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller.principal())
                : Optional.empty();
    }
}
