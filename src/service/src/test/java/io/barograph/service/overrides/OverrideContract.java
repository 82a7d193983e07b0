package io.barograph.service.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.override.BandOverride;
import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import io.barograph.service.access.KeysForTests;
import io.barograph.service.security.Role;
import io.barograph.service.security.SegmentScope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Overrides, outcomes and feedback over HTTP, on accounts of the samples; decision rights are the shipped ones. */
@Import(SettableClock.Installed.class)
abstract class OverrideContract extends ServiceTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "../.."));
    private static final String WHY = "the sponsor signed the renewal yesterday, <b>not</b> in the CRM yet";

    @Autowired
    private SettableClock clock;

    @Autowired
    private OverrideStore store;

    @Autowired
    private StandingOverrides standing;

    private final Set<String> used = new TreeSet<>();

    @AfterEach
    void goBackToToday() {
        clock.set(Clock.systemUTC().instant());
    }

    @Test
    void bothBandsAreToldWhereverAnAccountIs() throws Exception {
        String account = account("smb", "red");
        JsonNode before = json(get("/api/v1/accounts/" + account));
        assertThat(before.get("override").isNull()).isTrue();

        JsonNode made = made(post(path(account), request("floor", "yellow", 30)));

        assertThat(made.get("state").asString()).isEqualTo("in-force");
        assertThat(made.get("computed_band").asString()).isEqualTo("red");
        assertThat(made.get("effective_band").asString()).isEqualTo("yellow");
        assertThat(made.get("author").asString()).isEqualTo("api-key:test");
        JsonNode after = json(get("/api/v1/accounts/" + account));
        assertThat(after.at("/override/bands/Overall").asString()).isEqualTo("yellow");
        assertThat(after.at("/override/in_force/0/rationale").asString()).isEqualTo(WHY);
        assertThat(after.at("/decision/bands/Overall").asString()).isEqualTo("red");
        assertThat(after.at("/decision/override").isNull())
                .as("the decision was made before")
                .isTrue();
        JsonNode row = json(get("/api/v1/accounts?q=" + account)).at("/items/0");
        assertThat(row.get("band").asString()).isEqualTo("red");
        assertThat(row.at("/override/effective_band").asString()).isEqualTo("yellow");
        assertThat(row.at("/override/rationale").asString()).isEqualTo(WHY);
        assertThat(get("/").body()).contains("floor by api-key:test until").doesNotContain("<b>not</b>");
    }

    @Test
    void newDecisionsTellWhichBandCountsAndStayWhatTheyAre() throws Exception {
        String account = account("smb", "red");
        String sample = sample(account);
        JsonNode made = made(post(path(account), request("floor", "yellow", 30)));

        HttpResponse<String> answer = post("/api/v1/decisions", sample);

        JsonNode decision = json(answer);
        String id = decision.get("decision_id").asString();
        assertThat(decision.at("/bands/Overall").asString()).isEqualTo("red");
        assertThat(decision.at("/override/bands/Overall").asString()).isEqualTo("yellow");
        JsonNode told = decision.at("/override/in_force/0");
        assertThat(told.get("override_id")).isEqualTo(made.get("override_id"));
        assertThat(told.get("computed_band").asString()).isEqualTo("red");
        assertThat(told.get("effective_band").asString()).isEqualTo("yellow");
        assertThat(get("/api/v1/decisions/" + id).body()).isEqualTo(answer.body());
        assertThat(JSON.readTree(postLines("/api/v1/decisions/batch", sample).body())
                        .at("/override/bands/Overall")
                        .asString())
                .isEqualTo("yellow");
        assertThat(json(post("/api/v1/decisions?stateless=true", sample))
                        .get("override")
                        .isNull())
                .isTrue();
        assertThat(json(send(request("/api/v1/decisions/" + id + "/replay").POST(BodyPublishers.noBody())))
                        .get("result")
                        .asString())
                .isEqualTo("identical");
        withdrawn(account, made);
        assertThat(get("/api/v1/decisions/" + id).body())
                .as("it counted when it was decided")
                .isEqualTo(answer.body());
        JsonNode timeline =
                json(get("/api/v1/accounts/" + account + "/timeline")).get("items");
        assertThat(timeline.get(0).at("/override/effective_band").asString()).isEqualTo("yellow");
        assertThat(timeline.get(timeline.size() - 1).get("override").isNull()).isTrue();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerThoughTheOverrideIsGone() throws Exception {
        String account = account("smb", "red");
        JsonNode made = made(post(path(account), request("floor", "yellow", 30)));
        String first = post("/api/v1/decisions", sample(account), "Idempotency-Key", account)
                .body();
        withdrawn(account, made);

        HttpResponse<String> again = post("/api/v1/decisions", sample(account), "Idempotency-Key", account);

        assertThat(again.body()).isEqualTo(first).contains("effective_band");
        assertThat(json(post("/api/v1/decisions", sample(account)))
                        .get("override")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesWhatDecisionRightsDoNotAllowAndSaysWhy() throws Exception {
        String account = account("enterprise", "red");

        assertThat(detail(post(path(account), request("floor", "yellow", 31)), 409))
                .contains("is 31 days; decision rights allow 30 in segment `enterprise`");
        assertThat(detail(post(path(account), request("floor", "yelow", 30).replace(WHY, "because")), 409))
                .contains("did you mean `yellow`?", "rationale: must be 10 to 2,000 characters, but has 7");
        assertThat(count("account_override where account_id = '" + account + "'"))
                .isZero();
    }

    @Test
    void saysWhichPartOfARequestCannotBeRead() throws Exception {
        String account = account("smb", "yellow");
        ObjectNode good = (ObjectNode) JSON.readTree(request("cap", "red", 10));

        assertThat(detail(post(path(account), "{}"), 400))
                .isEqualTo("kind: must be one of `floor`, `cap`, `fixed`, but is missing");
        assertThat(detail(post(path(account), with(good, "kind", "roof")), 400)).endsWith("but is `roof`");
        assertThat(detail(post(path(account), with(good, "until", "soon")), 400))
                .isEqualTo("until: must be a day such as `2026-03-01`, but is `soon`");
        assertThat(detail(post(path(account), with(good, "band", " ")), 400)).startsWith("band: must be a text");
        assertThat(detail(post(path(account), with(good, "rationale", "\u0000".repeat(20))), 400))
                .startsWith("rationale: holds control characters");
        assertThat(detail(post(path("never-decided"), good.toString()), 404)).contains("`never-decided`");
        assertThat(detail(post(path(account), with(good, "score", "Overal")), 409))
                .contains("did you mean `Overall`?");
    }

    @Test
    void whatGoesFurtherWaitsForASecondPerson() throws Exception {
        String account = account("smb", "red");
        JsonNode made = made(post(path(account), request("fixed", "green", 20)));
        String id = made.get("override_id").asString();
        String why = "{\"why\": \"seen the contract\"}";

        assertThat(made.get("state").asString()).isEqualTo("waiting");
        assertThat(made.get("effective_band").asString()).isEqualTo("green");
        assertThat(json(get("/api/v1/accounts/" + account)).get("override").isNull())
                .isTrue();
        assertThat(ids(json(get("/api/v1/overrides?state=waiting&segment=smb"))))
                .contains(id);
        assertThat(detail(post(path(account) + "/" + id + "/agreement", why), 409))
                .contains("`tester` made it, and a second person must agree");
        HttpResponse<String> agreed = by(second(), path(account) + "/" + id + "/agreement", why);
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
        assertThat(json(agreed).get("agreed_by").asString()).isEqualTo("api-key:second");
        assertThat(json(get("/api/v1/accounts/" + account))
                        .at("/override/bands/Overall")
                        .asString())
                .isEqualTo("green");
        assertThat(ids(json(get("/api/v1/overrides?state=waiting")))).doesNotContain(id);
        assertThat(events(account)).contains("override-made", "override-agreed");
    }

    @Test
    void oneCountsAtATimeUntilItIsWithdrawn() throws Exception {
        String account = account("smb", "red");
        JsonNode first = made(post(path(account), request("floor", "yellow", 30)));

        assertThat(detail(post(path(account), request("fixed", "yellow", 5)), 409))
                .contains(first.get("override_id").asString(), "withdraw it first");
        String id = first.get("override_id").asString();
        assertThat(detail(delete(path(account) + "/" + id), 400)).startsWith("why: must be a text");
        JsonNode gone = withdrawn(account, first);
        assertThat(gone.get("state").asString()).isEqualTo("withdrawn");
        assertThat(gone.get("withdrawal").asString()).isEqualTo("it was lost");
        assertThat(detail(delete(path(account) + "/" + id + "?why=again"), 409)).contains("withdrawn already");
        assertThat(detail(delete(path(account) + "/" + "nonsense?why=x"), 404)).contains("no override `nonsense`");
        made(post(path(account), request("fixed", "yellow", 5)));
        assertThat(json(get(path(account))).get("items")).hasSize(1);
        assertThat(ids(json(get(path(account) + "?state=past")))).containsExactly(id);
        JsonNode page = json(get(path(account) + "?state=all&limit=1"));
        assertThat(json(get(page.get("next").asString()))
                        .at("/items/0/override_id")
                        .asString())
                .isEqualTo(id);
        assertThat(get(path(account) + "?state=some").statusCode()).isEqualTo(400);
        assertThat(get(path(account) + "?state=all&cursor=eA").statusCode()).isEqualTo(400);
        assertThat(events(account)).contains("override-withdrawn");
    }

    @Test
    void endsByTheClock() throws Exception {
        String account = account("smb", "red");
        JsonNode made = made(post(path(account), request("floor", "yellow", 10)));

        clock.set(Clock.systemUTC().instant().plus(Duration.ofDays(11)));

        assertThat(json(get("/api/v1/accounts/" + account)).get("override").isNull())
                .isTrue();
        assertThat(json(get("/api/v1/accounts?q=" + account))
                        .at("/items/0/override")
                        .isNull())
                .isTrue();
        assertThat(json(post("/api/v1/decisions", sample(account)))
                        .get("override")
                        .isNull())
                .isTrue();
        JsonNode past = json(get(path(account) + "?state=past")).get("items");
        assertThat(past.get(0).get("override_id")).isEqualTo(made.get("override_id"));
        assertThat(past.get(0).get("state").asString()).isEqualTo("expired");
    }

    @Test
    void segmentsAndRolesLimitWhoMay() throws Exception {
        String account = account("smb", "red");
        String mine = key("csm-smb", EnumSet.of(Role.CSM), "smb");
        String other = key("csm-other", EnumSet.of(Role.CSM), "enterprise");
        String auditor = key("reader", EnumSet.of(Role.AUDITOR), null);

        assertThat(detail(by(other, path(account), request("floor", "yellow", 5)), 404))
                .contains("or none that is in your segments");
        assertThat(detail(by(auditor, path(account), request("floor", "yellow", 5)), 403))
                .contains("for the role `csm`");
        JsonNode made = made(by(mine, path(account), request("floor", "yellow", 5)));
        assertThat(ids(json(getBy(other, "/api/v1/overrides"))))
                .doesNotContain(made.get("override_id").asString());
        assertThat(ids(json(getBy(auditor, "/api/v1/overrides"))))
                .contains(made.get("override_id").asString());
        assertThat(getBy(other, path(account)).statusCode()).isEqualTo(404);
    }

    @Test
    void followsWhatAnotherInstanceDid() throws Exception {
        StandingOverrides other = new StandingOverrides(store, clock);
        String account = account("smb", "red");
        JsonNode made = made(post(path(account), request("floor", "yellow", 30)));

        assertThat(other.now(account, clock.instant())).isEmpty();
        other.catchUp();
        assertThat(other.now(account, clock.instant()))
                .extracting(BandOverride::id)
                .containsExactly(made.get("override_id").asString());
        withdrawn(account, made);
        other.catchUp();
        assertThat(other.now(account, clock.instant())).isEmpty();
        assertThat(standing.now(account, clock.instant())).isEmpty();
    }

    @Test
    void whatPeopleWroteGoesWithTheAccountsKeys() throws Exception {
        String account = account("smb", "red");
        JsonNode made = made(post(path(account), request("floor", "yellow", 30)));
        String decision = json(get("/api/v1/accounts/" + account))
                .at("/decision/decision_id")
                .asString();
        JsonNode feedback = made(post(
                "/api/v1/decisions/" + decision + "/feedback",
                "{\"text\": \"Mrs Smith says the seats are wrong\", \"kind\": \"data-wrong\"}"));
        withdrawn(account, made);
        assertThat(everythingKept()).doesNotContain("the sponsor signed", "it was lost", "Mrs Smith");

        HttpResponse<String> erased =
                post("/api/v1/accounts/" + account + "/erasure", "{\"reason\": \"asked\", \"by\": \"privacy-office\"}");

        assertThat(json(erased).get("keys")).hasSize(1);
        JsonNode past = json(get(path(account) + "?state=past")).at("/items/0");
        assertThat(past.get("rationale").asString()).isEqualTo("[erased]");
        assertThat(past.get("withdrawal").asString()).isEqualTo("[erased]");
        assertThat(past.get("band").asString()).isEqualTo("yellow");
        JsonNode left = json(get("/api/v1/feedback"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("feedback_id").equals(feedback.get("feedback_id")))
                .findFirst()
                .orElseThrow();
        assertThat(left.get("text").asString()).isEqualTo("[erased]");
        made(post(path(account), request("floor", "yellow", 30)));
        assertThat(json(get(path(account))).at("/items/0/rationale").asString()).isEqualTo(WHY);
    }

    @Test
    void scoresOverridesAgainstWhatHappened() throws Exception {
        String segment = "enterprise";
        JsonNode before = json(get("/api/v1/overrides/report?segment=" + segment));
        long earlier = before.at("/tallies/0/overrides").asLong();
        String kept = account(segment, "red");
        String lost = account(segment, "red");
        String unknown = account(segment, "red");
        for (String account : List.of(kept, lost, unknown)) {
            made(post(path(account), request("floor", "yellow", 20)));
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(detail(post(outcome(kept), "{\"outcome\": \"kept\", \"date\": \"" + today.plusDays(2) + "\"}"), 400))
                .startsWith("date: ");
        assertThat(detail(post(outcome(kept), "{\"outcome\": \"won\"}"), 400))
                .isEqualTo("outcome: must be one of `kept`, `lost`, but is `won`");
        clock.set(Clock.systemUTC().instant().plus(Duration.ofDays(30)));
        told(kept, "lost", today.plusDays(25), "1200.5");
        told(kept, "kept", today.plusDays(25), "1200.5");
        told(lost, "lost", today.plusDays(29), null);

        JsonNode all = json(get("/api/v1/overrides/report?segment=" + segment)).at("/tallies/0");

        assertThat(all.get("overrides").asLong()).isEqualTo(earlier + 3);
        assertThat(all.at("/up/kept").asInt()).isEqualTo(1);
        assertThat(all.at("/up/lost").asInt()).isEqualTo(1);
        assertThat(all.at("/override_right/count").asInt()).isEqualTo(1);
        assertThat(all.at("/override_right/of").asInt()).isEqualTo(2);
        assertThat(all.at("/override_right/percent").decimalValue()).isEqualByComparingTo("50");
        assertThat(all.at("/override_right/low").decimalValue()).isEqualByComparingTo("9.5");
        assertThat(all.at("/override_right/high").decimalValue()).isEqualByComparingTo("90.5");
        JsonNode outcomes = json(get(outcome(kept))).get("outcomes");
        assertThat(outcomes).as("the last one told counts").hasSize(1);
        assertThat(outcomes.get(0).get("outcome").asString()).isEqualTo("kept");
        assertThat(outcomes.get(0).get("amount").decimalValue()).isEqualByComparingTo("1200.5");
        assertThat(json(get("/api/v1/overrides/report?within=0&segment=" + segment))
                        .at("/tallies/0/override_right/of")
                        .asInt())
                .as("both outcomes came after the last day")
                .isZero();
        assertThat(get("/api/v1/overrides/report?segment=" + segment, "Accept", "text/plain")
                        .body())
                .contains("1 of 2, 50.0 % (9.5 to 90.5)", "author_roles", "red to yellow", "180 days after its last");
        assertThat(get("/api/v1/overrides/report?within=-1").statusCode()).isEqualTo(400);
        String elsewhere = key("author-smb", EnumSet.of(Role.AUTHOR), "smb");
        assertThat(json(getBy(elsewhere, "/api/v1/overrides/report?segment=" + segment))
                        .at("/tallies/0/overrides")
                        .asInt())
                .isZero();
        assertThat(events(kept)).contains("outcome-told");
    }

    @Test
    void feedbackReachesTheModelsOwnersAndIsAnswered() throws Exception {
        String account = account("smb", "yellow");
        String decision = json(get("/api/v1/accounts/" + account))
                .at("/decision/decision_id")
                .asString();
        String path = "/api/v1/decisions/" + decision + "/feedback";
        assertThat(detail(post(path, "{\"text\": \"x\", \"kind\": \"wrong\"}"), 400))
                .startsWith("kind: must be one of `score-looks-wrong`");
        assertThat(detail(
                        post(path, "{\"text\": \"x\", \"kind\": \"other\", \"indicator\": \"seat_utilisatoin\"}"), 400))
                .isEqualTo("indicator: the data contract has no `seat_utilisatoin`; did you mean `seat_utilisation`?");
        JsonNode left = made(
                post(
                        path,
                        "{\"text\": \"they use\\na second tenant\", \"kind\": \"score-looks-wrong\", \"indicator\": \"seat_utilisation\"}"));
        String id = left.get("feedback_id").asString();
        String author = key("author", EnumSet.of(Role.AUTHOR), null);
        String elsewhere = key("author-enterprise", EnumSet.of(Role.AUTHOR), "enterprise");
        String list = "/api/v1/feedback?open=true&indicator=seat_utilisation&segment=smb";

        assertThat(feedbackIds(json(getBy(author, list)))).contains(id);
        assertThat(feedbackIds(json(getBy(elsewhere, "/api/v1/feedback")))).doesNotContain(id);
        assertThat(detail(by(elsewhere, "/api/v1/feedback/" + id + "/answer", "{\"answer\": \"no\"}"), 404))
                .contains("or none that is in your segments");
        assertThat(detail(by(author, "/api/v1/feedback/" + id + "/answer", "{}"), 400))
                .startsWith("answer: must be a text");
        JsonNode answered =
                json(by(author, "/api/v1/feedback/" + id + "/answer", "{\"answer\": \"both tenants count now\"}"));
        assertThat(answered.get("open").asBoolean()).isFalse();
        assertThat(answered.get("answered_by").asString()).isEqualTo("api-key:author");
        assertThat(detail(by(author, "/api/v1/feedback/" + id + "/answer", "{\"answer\": \"again\"}"), 409))
                .contains("was answered by `api-key:author`");
        assertThat(feedbackIds(json(get(list)))).doesNotContain(id);
        assertThat(feedbackIds(json(get(list.replace("true", "false"))))).contains(id);
        assertThat(events(account)).contains("feedback-left", "feedback-answered");
    }

    private static String path(String account) {
        return "/api/v1/accounts/" + account + "/overrides";
    }

    private static String outcome(String account) {
        return "/api/v1/accounts/" + account + "/outcome";
    }

    /** @param days how many it is to hold, from today */
    private String request(String kind, String band, int days) {
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days - 1L);
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("kind", kind)
                .put("band", band)
                .put("until", last.toString())
                .put("rationale", WHY));
    }

    private static String with(ObjectNode good, String member, String value) {
        return good.deepCopy().put(member, value).toString();
    }

    private void told(String account, String outcome, LocalDate date, @Nullable String amount) throws Exception {
        made(post(
                outcome(account),
                "{\"outcome\": \"" + outcome + "\", \"date\": \"" + date + "\", \"amount\": " + amount + "}"));
    }

    private JsonNode withdrawn(String account, JsonNode made) throws Exception {
        HttpResponse<String> answer =
                delete(path(account) + "/" + made.get("override_id").asString() + "?why=it+was+lost");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    private HttpResponse<String> getBy(String token, String path) throws Exception {
        return send(strange(path).header("Authorization", "Bearer " + token).GET());
    }

    private HttpResponse<String> by(String token, String path, String body) throws Exception {
        return send(strange(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String detail(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer).get("detail").asString();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(one -> one.get("override_id").asString())
                .toList();
    }

    private static List<String> feedbackIds(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(one -> one.get("feedback_id").asString())
                .toList();
    }

    private List<String> events(String account) throws Exception {
        return json(get("/api/v1/audit/records?kind=event&account=" + account))
                .get("items")
                .valueStream()
                .map(one -> one.get("event").asString())
                .toList();
    }

    /** Whatever text the tables hold of overrides and feedback, and the events of the log. */
    private String everythingKept() {
        List<String> kept = new ArrayList<>();
        kept.addAll(client.sql("select rationale from account_override")
                .query(String.class)
                .list());
        kept.addAll(client.sql("select coalesce(withdrawal, '') from account_override")
                .query(String.class)
                .list());
        kept.addAll(client.sql("select message from decision_feedback")
                .query(String.class)
                .list());
        client.sql("select record from log_entry where kind = 'event'")
                .query((row, number) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                .list()
                .forEach(kept::add);
        assertThat(kept).hasSizeGreaterThan(4);
        return String.join("\n", kept);
    }

    /** A key of another person with the same roles. */
    private String second() {
        return KeysForTests.plant(client, "second", "somebody-else", EnumSet.of(Role.CSM), SegmentScope.ALL);
    }

    private String key(String name, Set<Role> roles, @Nullable String segment) {
        return KeysForTests.plant(
                client, name, roles, segment == null ? SegmentScope.ALL : SegmentScope.of(Set.of(segment)));
    }

    /** Some account of a segment that is computed to be in a band and that no test took before. */
    private String account(String segment, String band) throws Exception {
        if (count("account") < 100) {
            assertThat(postLines("/api/v1/decisions/batch", String.join("\n", samples()))
                            .statusCode())
                    .isEqualTo(200);
        }
        List<String> overridden = client.sql("select distinct account_id from account_override")
                .query(String.class)
                .list();
        String found = json(get("/api/v1/accounts?limit=200&segment=" + segment + "&band=" + band))
                .get("items")
                .valueStream()
                .map(row -> row.get("account_id").asString())
                .filter(account -> !overridden.contains(account) && !used.contains(account))
                .findFirst()
                .orElseThrow();
        used.add(found);
        return found;
    }

    private static List<String> samples() throws IOException {
        return Files.readAllLines(ROOT.resolve("samples/customer-health/accounts.ndjson"));
    }

    private static String sample(String account) throws IOException {
        return samples().stream()
                .filter(line -> line.contains("\"" + account + "\""))
                .findFirst()
                .orElseThrow();
    }
}
