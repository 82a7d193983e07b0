package io.barograph.service.security;

import io.barograph.service.security.Right.Segments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a request through when the table of rights has a line for it and its caller is among those named there. */
@Component
public class RequestRights implements AuthorizationManager<RequestAuthorizationContext> {

    /** Of a request that was let through: its {@link Right}. */
    public static final String RIGHT = Right.class.getName();

    private final Rights rights;

    RequestRights(Rights rights) {
        this.rights = rights;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        Optional<Right> found = rights.of(request.getMethod(), path);
        if (found.isEmpty()) {
            return new Refusal.NoSuchCall(rights.methods(path));
        }
        Right right = found.get();
        request.setAttribute(RIGHT, right);
        if (right.anyone()) {
            return Refusal.NONE;
        }
        Optional<Principal> caller = CurrentPrincipal.of(authentication.get());
        if (caller.isEmpty() || !right.allows(caller.get())) {
            return new Refusal.NotYourRole(right);
        }
        boolean limited =
                right.segments() == Segments.ALL && !caller.get().segments().all();
        return limited ? new Refusal.NotYourSegments() : Refusal.NONE;
    }
}
