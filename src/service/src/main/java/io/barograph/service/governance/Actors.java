package io.barograph.service.governance;

import io.barograph.engine.governance.Actor;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import java.util.stream.Collectors;

/** Who asks, as decision rights know them. */
public final class Actors {

    private Actors() {}

    public static Actor of(Principal principal) {
        return new Actor(
                principal.id(),
                principal.person(),
                principal.roles().stream().map(Role::label).collect(Collectors.toSet()),
                principal.segments().all(),
                principal.segments().names());
    }
}
