package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.service.auditlog.RecordIds;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.barograph.service.security.RequestRights;
import io.barograph.service.security.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps callers whose roles hold in some segments only within them. What they may not read is answered as if it were not there.
 */
@Component
class SegmentLimits implements HandlerInterceptor {

    private final JdbcClient client;
    private final CurrentPrincipal current;

    SegmentLimits(JdbcClient client, CurrentPrincipal current) {
        this.client = client;
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(RequestRights.RIGHT) instanceof Right right
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                && path.get("id") instanceof String id) {
            current.find().filter(caller -> !caller.segments().all()).ifPresent(caller -> require(caller, right, id));
        }
        return true;
    }

    private void require(Principal caller, Right right, String id) {
        switch (right.segments()) {
            case ACCOUNT -> {
                if (isElsewhere(caller, ofAccount(id))) {
                    throw new Problem(
                            ProblemType.NOT_FOUND,
                            "no account `" + id + "` was decided here yet, or none that is in your segments");
                }
            }
            case DECISION -> {
                if (isElsewhere(
                        caller, RecordIds.parse(id).map(this::ofDecision).orElse(List.of()))) {
                    throw new Problem(
                            ProblemType.NOT_FOUND,
                            "there is no decision `" + id + "`, or none that is in your segments");
                }
            }
            default -> {}
        }
    }

    /** Before deciding: what is known of an account goes into its decision, and must be the caller's to see. */
    void requireKnown(Principal caller, String accountId, boolean stateless) {
        if (!stateless && !caller.segments().all() && isElsewhere(caller, ofAccount(accountId))) {
            throw refused(accountId);
        }
    }

    /** Before keeping and answering a decision. */
    static void requireNew(Principal caller, Decision decision) {
        if (!caller.segments().all() && !caller.segments().covers(decision.segment())) {
            throw refused(decision.accountId());
        }
    }

    private static Problem refused(String accountId) {
        return new Problem(
                ProblemType.FORBIDDEN,
                "account `" + accountId
                        + "` is in no segment where your roles hold; `/api/v1/me` tells which they are");
    }

    /** @param segments of what there is, at most one */
    private static boolean isElsewhere(Principal caller, List<Optional<String>> segments) {
        return segments.stream().anyMatch(segment -> !caller.segments().covers(segment.orElse(null)));
    }

    private List<Optional<String>> ofAccount(String id) {
        return segments("select segment from account where account_id = ?", id);
    }

    private List<Optional<String>> ofDecision(UUID id) {
        return segments(
                "select d.segment from decision d join log_entry e on e.leaf_index = d.leaf_index where e.record_id ="
                        + " ?",
                id);
    }

    private List<Optional<String>> segments(String sql, Object id) {
        return client.sql(sql)
                .param(id)
                .query((row, number) -> Optional.<String>ofNullable(segment(row.getString(1))))
                .list();
    }

    private static @Nullable String segment(@Nullable String column) {
        return column;
    }
}
