package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People who sign in with a password: add them, and change what they may do. */
@Tag(name = "Access")
@RestController
@RequestMapping(path = UsersController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class UsersController {

    static final String PATH = "/api/v1/access/users";

    /**
     * @param person who it is, when they have other names here or sign in elsewhere too; the name when left out
     * @param password to begin with; they change it by {@code POST /api/v1/me/password}
     * @param segments where the roles hold; all when left out
     */
    record NewUser(
            @Nullable String name,
            @Nullable String person,
            @Nullable String password,
            @Nullable List<String> roles,
            @Nullable List<String> segments) {

        /** Without the password. */
        @Override
        public String toString() {
            return "new user `" + name + "`";
        }
    }

    /** @param enabled whether they may sign in; true when left out */
    record Change(
            @Nullable List<String> roles,
            @Nullable List<String> segments,
            @Nullable Boolean enabled) {}

    /** @param segments null for all */
    record UserDocument(
            String name,
            String person,
            List<String> roles,
            @Nullable List<String> segments,
            boolean enabled,
            Instant createdAt) {

        static UserDocument of(User user) {
            return new UserDocument(
                    user.name(),
                    user.person(),
                    user.grant().labels(),
                    user.grant().segments().all()
                            ? null
                            : user.grant().segments().list(),
                    user.enabled(),
                    user.createdAt());
        }
    }

    record UserList(List<UserDocument> items) {
        UserList {
            items = List.copyOf(items);
        }
    }

    private final Users users;
    private final CurrentPrincipal current;
    private final AccessProperties properties;

    UsersController(Users users, CurrentPrincipal current, AccessProperties properties) {
        this.users = users;
        this.current = current;
        this.properties = properties;
    }

    @Operation(summary = "People who sign in with a password")
    @GetMapping
    UserList list() {
        return new UserList(users.list().stream().map(UserDocument::of).toList());
    }

    @Operation(summary = "Add somebody who signs in with a password")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UserDocument> add(@RequestBody NewUser wanted) {
        if (!properties.users()) {
            throw new Problem(
                    ProblemType.CONFLICT, "nobody signs in with a password here (`barograph.access.users` is `false`)");
        }
        String name = Texts.name("name", wanted.name());
        User user = users.add(
                name,
                wanted.person() == null ? name : Texts.name("person", wanted.person()),
                wanted.password() == null ? "" : wanted.password(),
                Grant.of(wanted.roles(), wanted.segments()),
                current.get());
        return ResponseEntity.created(URI.create(PATH)).body(UserDocument.of(user));
    }

    @Operation(
            summary = "Change what somebody may do",
            description =
                    "Roles and segments as they are from now on; sessions of before end. Nobody changes their own.")
    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    UserDocument change(@PathVariable String name, @RequestBody Change wanted) {
        boolean enabled = wanted.enabled() == null || wanted.enabled();
        return UserDocument.of(users.change(name, Grant.of(wanted.roles(), wanted.segments()), enabled, current.get()));
    }
}
