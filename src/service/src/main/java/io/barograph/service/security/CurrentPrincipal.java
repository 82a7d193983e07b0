package io.barograph.service.security;

import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Who sent the request that the calling thread answers. */
@Component
public class CurrentPrincipal {

    /** Nobody signs in yet: everybody is this one. */
    private static final Principal ANONYMOUS =
            new Principal("anonymous", "anonymous", EnumSet.allOf(Role.class), SegmentScope.ALL);

    /** Not to be asked in threads of batches and background work; those are handed a {@link Principal}. */
    public Principal get() {
        return ANONYMOUS;
    }
}
