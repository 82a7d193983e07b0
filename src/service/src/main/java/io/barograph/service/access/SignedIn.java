package io.barograph.service.access;

import io.barograph.service.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** That somebody signed in: with an API key, a token, or as a user whose session may go on. */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Principal principal;
    private final @Nullable Integer revision;

    /** @param revision of the user who signed in with a password; null otherwise */
    SignedIn(Principal principal, @Nullable Integer revision) {
        super(List.of());
        this.principal = principal;
        this.revision = revision;
        super.setAuthenticated(true);
    }

    @Override
    public Principal getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return principal.id();
    }

    @Nullable Integer revision() {
        return revision;
    }
}
