package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are here, and lets users change their password. */
@Tag(name = "Access")
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private static final String USER = "user:";

    /**
     * @param id as records and events name the caller
     * @param person who answers for it
     * @param segments where the roles hold; null for all
     */
    record Me(
            String id,
            String person,
            List<String> roles,
            @Nullable List<String> segments) {

        static Me of(Principal principal) {
            return new Me(
                    principal.id(),
                    principal.person(),
                    principal.roles().stream().sorted().map(Role::label).toList(),
                    principal.segments().all() ? null : principal.segments().list());
        }
    }

    /** @param current the one until now */
    record NewPassword(@Nullable String current, @Nullable String password) {

        /** Without either. */
        @Override
        public String toString() {
            return "new password";
        }
    }

    private final CurrentPrincipal current;
    private final Users users;

    MeController(CurrentPrincipal current, Users users) {
        this.current = current;
        this.users = users;
    }

    @Operation(summary = "Who you are here, and what you may do")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Me me() {
        return Me.of(current.get());
    }

    @Operation(
            summary = "Change your password",
            description = "For users who sign in with a password that is kept here. Their sessions end.")
    @PostMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> password(@RequestBody NewPassword change) {
        Principal me = current.get();
        String name = me.id().startsWith(USER) ? me.id().substring(USER.length()) : "";
        if (name.isEmpty() || users.find(name).isEmpty()) {
            throw new Problem(ProblemType.FORBIDDEN, "`" + me.id() + "` has no password here");
        }
        if (change.current() == null || change.password() == null) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "a change of the password has `current` and `password`");
        }
        users.password(name, change.current(), change.password(), me);
        return ResponseEntity.noContent().build();
    }
}
