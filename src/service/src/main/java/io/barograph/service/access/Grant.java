package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Roles and where they hold, as users and keys have them.
 *
 * @param roles at least one
 */
record Grant(Set<Role> roles, SegmentScope segments) {

    private static final int MOST_SEGMENTS = 50;
    private static final int LONGEST_SEGMENT = 100;

    /**
     * As a caller writes it.
     *
     * @param segments null or empty for all
     */
    static Grant of(@Nullable List<String> roles, @Nullable List<String> segments) {
        if (roles == null || roles.isEmpty()) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "roles: must name at least one of " + known());
        }
        EnumSet<Role> named = EnumSet.noneOf(Role.class);
        for (String label : roles) {
            named.add(Role.of(String.valueOf(label))
                    .orElseThrow(() -> new Problem(
                            ProblemType.MALFORMED_REQUEST,
                            "roles: there is no role `" + label + "`; there are " + known())));
        }
        if (segments == null || segments.isEmpty()) {
            return new Grant(named, SegmentScope.ALL);
        }
        boolean good = segments.size() <= MOST_SEGMENTS
                && segments.stream().allMatch(segment -> Texts.isLine(segment, LONGEST_SEGMENT));
        if (!good) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "segments: must be at most " + MOST_SEGMENTS + " names of 1 to " + LONGEST_SEGMENT
                            + " characters; leave them out for all");
        }
        return new Grant(named, SegmentScope.of(segments));
    }

    /** As the database has it. */
    static Grant stored(String roles, @Nullable String segments) {
        return new Grant(
                Arrays.stream(roles.split(","))
                        .map(label -> Role.of(label).orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                segments == null ? SegmentScope.ALL : SegmentScope.of(List.of(segments.split("\n"))));
    }

    String rolesColumn() {
        return String.join(",", labels());
    }

    /** Null for all. */
    @Nullable String segmentsColumn() {
        return segments.all() ? null : String.join("\n", segments.names());
    }

    /** In the order of {@link Role}. */
    List<String> labels() {
        return roles.stream().sorted().map(Role::label).toList();
    }

    private static String known() {
        return Arrays.stream(Role.values())
                .map(role -> "`" + role.label() + "`")
                .collect(Collectors.joining(", "));
    }
}
