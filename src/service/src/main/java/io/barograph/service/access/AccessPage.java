package io.barograph.service.access;

import io.barograph.service.access.ApiKeys.Issued;
import io.barograph.service.access.KeysController.KeyDocument;
import io.barograph.service.access.UsersController.UserDocument;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may use the service: people and keys, for those who look after them. A new key is shown once, on the page that comes next. */
@Controller
class AccessPage {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final String BACK = "redirect:/access";
    private static final Duration SOON = Duration.ofDays(14);

    /**
     * A key and how it stands.
     *
     * @param state {@code good}, {@code soon} to run out, or {@code over}
     * @param told the same in words
     */
    record Line(KeyDocument key, String state, String told) {

        static Line of(ApiKey key, Instant now) {
            KeyDocument shown = KeyDocument.of(key);
            if (key.revokedAt() != null) {
                return new Line(shown, "over", "revoked");
            }
            Duration left = Duration.between(now, key.expiresAt());
            if (left.isNegative() || left.isZero()) {
                return new Line(shown, "over", "ran out");
            }
            String told = left.toDays() == 0
                    ? "runs out within a day"
                    : "runs out in " + left.toDays() + (left.toDays() == 1 ? " day" : " days");
            return new Line(shown, left.compareTo(SOON) <= 0 ? "soon" : "good", told);
        }
    }

    private final ApiKeys keys;
    private final Users users;
    private final AccessProperties properties;
    private final CurrentPrincipal current;
    private final Clock clock;

    AccessPage(ApiKeys keys, Users users, AccessProperties properties, CurrentPrincipal current, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.properties = properties;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(path = "/access", produces = "text/html")
    String access(Model page) {
        Principal reader = current.get();
        Instant now = clock.instant();
        page.addAttribute("who", reader.id());
        page.addAttribute("changes", reader.has(Role.OPERATOR));
        page.addAttribute(
                "keys", keys.list().stream().map(key -> Line.of(key, now)).toList());
        page.addAttribute("users", users.list().stream().map(UserDocument::of).toList());
        page.addAttribute("passwords", properties.users());
        page.addAttribute("roles", Arrays.stream(Role.values()).map(Role::label).toList());
        return "access";
    }

    @PostMapping(path = "/access/keys", consumes = FORM)
    String makeKey(
            @RequestParam @Nullable String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(required = false) @Nullable String segments,
            @RequestParam(defaultValue = "90") String days,
            @RequestParam(required = false) @Nullable String person,
            RedirectAttributes next) {
        Principal by = current.get();
        return done(next, () -> {
            String answers = person == null || person.isBlank() ? by.person() : Texts.name("person", person.strip());
            issued(
                    next,
                    keys.create(
                            Texts.name("name", stripped(name)),
                            answers,
                            Grant.of(roles, lines(segments)),
                            days("validity", days),
                            by));
        });
    }

    @PostMapping(path = "/access/keys/{name}/rotation", consumes = FORM)
    String renewKey(
            @PathVariable String name,
            @RequestParam(defaultValue = "1") String overlap,
            @RequestParam(defaultValue = "90") String days,
            RedirectAttributes next) {
        return done(
                next,
                () -> issued(next, keys.rotate(name, days("overlap", overlap), days("validity", days), current.get())));
    }

    @PostMapping(path = "/access/keys/{name}/revocation", consumes = FORM)
    String revokeKey(@PathVariable String name, RedirectAttributes next) {
        return done(next, () -> {
            keys.revoke(name, current.get());
            told(next, "no key `" + name + "` is good any more");
        });
    }

    @PostMapping(path = "/access/users", consumes = FORM)
    String addUser(
            @RequestParam @Nullable String name,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam @Nullable String password,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(required = false) @Nullable String segments,
            RedirectAttributes next) {
        return done(next, () -> {
            if (!properties.users()) {
                throw new Problem(
                        ProblemType.CONFLICT,
                        "nobody signs in with a password here (`barograph.access.users` is `false`)");
            }
            String named = Texts.name("name", stripped(name));
            users.add(
                    named,
                    person == null || person.isBlank() ? named : Texts.name("person", person.strip()),
                    password == null ? "" : password,
                    Grant.of(roles, lines(segments)),
                    current.get());
            told(next, "`" + named + "` can sign in");
        });
    }

    @PostMapping(path = "/access/users/{name}", consumes = FORM)
    String changeUser(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(required = false) @Nullable String segments,
            @RequestParam(defaultValue = "false") boolean enabled,
            RedirectAttributes next) {
        return done(next, () -> {
            users.change(name, Grant.of(roles, lines(segments)), enabled, current.get());
            told(
                    next,
                    "the rights of `" + name
                            + "` are changed; whoever was signed in by that name has to sign in again");
        });
    }

    private static String done(RedirectAttributes next, Runnable change) {
        try {
            change.run();
        } catch (Problem refused) {
            next.addFlashAttribute("problem", refused.getMessage());
        }
        return BACK;
    }

    private static void issued(RedirectAttributes next, Issued issued) {
        next.addFlashAttribute("token", issued.token());
        next.addFlashAttribute("made", issued.key().name());
    }

    private static void told(RedirectAttributes next, String what) {
        next.addFlashAttribute("told", what);
    }

    private static Duration days(String member, String days) {
        if (!days.strip().matches("[0-9]{1,4}")) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST, member + ": must be a number of days, but is `" + days + "`");
        }
        return Duration.ofDays(Integer.parseInt(days.strip()));
    }

    /** Names of segments, one a line or with commas between; empty for all. */
    private static List<String> lines(@Nullable String segments) {
        return segments == null
                ? List.of()
                : Arrays.stream(segments.split("[,\\r\\n]"))
                        .map(String::strip)
                        .filter(segment -> !segment.isEmpty())
                        .toList();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
