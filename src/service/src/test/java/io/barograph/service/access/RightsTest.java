package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import io.barograph.service.security.Right;
import io.barograph.service.security.Right.Segments;
import io.barograph.service.security.Rights;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Walks every endpoint there is, as Spring knows them, with each role, everywhere and in segments, and compares what happens with the
 * table of rights.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
            "barograph.access.strangers=100000" // more than the table has lines, however fast it is walked
        })
class RightsTest extends ServiceTest {

    private static final String ACCOUNT = "whose";
    private static final String NOWHERE = "no such segment";

    /** Static files, and what answers failures; they are no endpoints of a controller. */
    private static final Set<String> FILES = Set.of("GET /barograph.css", "GET /icon.svg", "GET /swagger-ui/**");

    private static final Set<String> OF_FAILURES = Set.of("GET /error");

    @Autowired
    private Rights rights;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    /** @param scope label of where the roles hold */
    private record Caller(Set<Role> roles, String scope, String token) {}

    @Test
    void everyEndpointHasALineAndEveryLineAnEndpoint() {
        Set<String> table = rights.all().stream().map(RightsTest::name).collect(Collectors.toCollection(TreeSet::new));
        table.removeAll(FILES);

        assertThat(table).hasSizeGreaterThan(40).isEqualTo(endpoints());
    }

    @Test
    void whoeverIsNotSignedInGetsWhatIsForAnyoneAlone() throws Exception {
        for (Right right : rights.all()) {
            HttpResponse<String> answer = send(asked(right, strange(path(right, ids()))));

            assertThat(answer.statusCode() == 401)
                    .as(name(right) + " " + answer.statusCode())
                    .isEqualTo(!right.anyone());
        }
        assertThat(send(strange("/api/v1/no-such-call").GET()).statusCode()).isEqualTo(401);
        assertThat(send(strange("/favicon.ico").GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void everyRoleGetsWhatTheTableGivesItAndNothingElse() throws Exception {
        String segment = segment();
        List<Caller> callers = new ArrayList<>();
        for (Role role : Role.values()) {
            callers.add(caller(EnumSet.of(role), "everywhere", SegmentScope.ALL));
            callers.add(caller(EnumSet.of(role), "own", SegmentScope.of(Set.of(segment))));
            callers.add(caller(EnumSet.of(role), "other", SegmentScope.of(Set.of(NOWHERE))));
        }
        List<String> wrong = new ArrayList<>();
        for (Right right : rights.all()) {
            for (Caller caller : callers) {
                HttpResponse<String> answer = send(
                        asked(right, strange(path(right, ids())).header("Authorization", "Bearer " + caller.token())));
                String expected = expected(right, caller);
                if (!outcome(answer, right).equals(expected)) {
                    wrong.add(name(right) + " by " + caller.roles() + " " + caller.scope() + ": " + answer.statusCode()
                            + " instead of " + expected + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableKeepsTheRulesItIsMadeBy() {
        for (Right right : rights.all()) {
            boolean changes = !right.method().equals("GET");
            String path = right.path().getPatternString();
            if (changes && right.roles().contains(Role.AUDITOR)) {
                assertThat(path)
                        .as("auditors change nothing but their password")
                        .matches(".*(replay|replays|replays/\\{id}|/me/password)");
            }
            if (changes
                    && (path.startsWith("/api/v1/access")
                            || path.startsWith("/access")
                            || path.startsWith("/api/v1/audit/keys")
                            || path.endsWith("retention")
                            || path.endsWith("erasure"))) {
                assertThat(right.roles()).as(path).containsExactly(Role.OPERATOR);
                assertThat(right.segments()).as(path).isEqualTo(Segments.ALL);
            }
        }
    }

    @Test
    void anEndpointWithoutALineIsRefusedToEveryRole() throws Exception {
        assertThat(get("/api/v1/no-such-call").statusCode()).isEqualTo(404);
        assertThat(get("/error").statusCode()).isEqualTo(404);
        assertThat(get("/webjars/swagger-ui/index.html").statusCode()).isEqualTo(404);
        assertThat(send(request("/api/v1/models").PUT(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    /** What Spring maps: the controllers, the actuator, the description of the API. */
    private Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                            .map(method -> method + " " + (pattern.isEmpty() ? "/" : pattern))
                            .forEach(endpoints::add);
                }
            }
        }
        assertThat(endpoints.removeAll(OF_FAILURES)).isTrue();
        return endpoints;
    }

    /** {@code 403}, {@code 404} when what is asked for is in another segment, or else {@code let in}. */
    private static String expected(Right right, Caller caller) {
        if (right.anyone()) {
            return "let in";
        }
        boolean everywhere = caller.scope().equals("everywhere");
        if (caller.roles().stream().noneMatch(right.roles()::contains)
                || (right.segments() == Segments.ALL && !everywhere)) {
            return "403";
        }
        boolean other = caller.scope().equals("other");
        if (other && (right.segments() == Segments.ACCOUNT || right.segments() == Segments.DECISION)) {
            return "404";
        }
        return other && name(right).equals("POST /api/v1/decisions") ? "403" : "let in";
    }

    private static String outcome(HttpResponse<String> answer, Right right) {
        boolean ofSegments = right.segments() == Segments.ACCOUNT || right.segments() == Segments.DECISION;
        if (answer.statusCode() == 403 && !answer.body().contains("has no password here")) {
            return "403";
        }
        return answer.statusCode() == 404 && ofSegments ? "404" : answer.statusCode() == 401 ? "401" : "let in";
    }

    private static String name(Right right) {
        return right.method() + " " + right.path().getPatternString();
    }

    private Caller caller(Set<Role> roles, String label, SegmentScope scope) {
        String name = roles + "-" + label;
        return new Caller(roles, label, KeysForTests.plant(client, name, roles, scope));
    }

    private static HttpRequest.Builder asked(Right right, HttpRequest.Builder request) {
        String path = right.path().getPatternString();
        if (right.method().equals("GET")) {
            return request.GET();
        }
        String body = path.equals("/api/v1/decisions") || path.endsWith("batch")
                ? "{\"account_id\":\"" + ACCOUNT + "\",\"as_of\":\"2026-03-02\"}"
                : path.endsWith("observations") ? "{\"observations\":[]}" : "{}";
        String type = path.startsWith("/accounts")
                ? "application/x-www-form-urlencoded"
                : path.endsWith("batch") ? "application/x-ndjson" : "application/json";
        return request.header("Content-Type", type).method(right.method(), BodyPublishers.ofString(body));
    }

    private String path(Right right, Map<String, String> ids) {
        String path = right.path().getPatternString();
        String id = path.startsWith("/api/v1/accounts") || path.startsWith("/accounts") ? ACCOUNT : ids.get("decision");
        String filled = path.replace("{id}", String.valueOf(id))
                .replace("{override}", UUID.nameUUIDFromBytes(new byte[0]).toString())
                .replace("{digest}", String.valueOf(ids.get("digest")))
                .replace("{index}", "0")
                .replace("{v}", "999")
                .replace("{name}", "smb.xlsx")
                .replace("/health/**", "/health/liveness")
                .replace("/**", "/index.html");
        assertThat(right.path().matches(PathContainer.parsePath(filled)))
                .as(filled)
                .isTrue();
        return filled;
    }

    private Map<String, String> ids() throws Exception {
        if (known.isEmpty()) {
            JsonNode decision =
                    json(post("/api/v1/decisions", "{\"account_id\":\"" + ACCOUNT + "\",\"as_of\":\"2026-03-01\"}"));
            known.put("decision", decision.get("decision_id").asString());
            known.put("digest", decision.get("model").get("digest").asString());
            known.put("segment", decision.get("segment").asString());
        }
        return known;
    }

    private final Map<String, String> known = new TreeMap<>();

    private String segment() throws Exception {
        return String.valueOf(ids().get("segment"));
    }
}
