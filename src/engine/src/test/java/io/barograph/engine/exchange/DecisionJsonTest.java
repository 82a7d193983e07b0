package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.override.BandOverride;
import io.barograph.engine.override.OverrideKind;
import io.barograph.engine.override.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {

    private static final Envelope ENVELOPE = new Envelope("d-1", Instant.parse("2026-03-01T10:00:00Z"));

    private static final String IDENTITY = """
            "status":"decided","model":{"version":"7","digest":"sha256:ab"},"segment":"enterprise","tier":null,""";

    private static final String ANSWER = """
            "scores":{"Overall":77.5,"Retention":100},"bands":{"Overall":"green"},"coverage":100,"confidence":"high",\
            "probabilities":{"churn_30d":0.02,"expansion_30d":0.01,"churn_90d":0.08,"expansion_90d":0.123456,\
            "churn_180d":0.11,"expansion_180d":0.2},"arr_at_risk":14400,\
            "flags":[{"flag":"champion-risk","severity":"high","rule_id":"SG-1"}],"cohort":"at-risk",\
            "playbooks":[{"playbook":"save-call","action":"=call \\"them\\"","owner_role":"CSM","channel":null,\
            "due":"2026-03-15","priority":1,"expected_value":null,"rule_id":"PB-1","suppressed_by":null,\
            "cooling_until":null},{"playbook":"upsell","action":null,"owner_role":null,"channel":null,"due":null,\
            "priority":null,"expected_value":1200.25,"rule_id":"PB-2","suppressed_by":"PB-1",\
            "cooling_until":"2026-04-01"}],"escalations":[\
            {"escalate_to":"VP Customer Success","action":"call them","due":"2026-03-03","rule_id":"ES-1"},\
            {"escalate_to":"CRO","action":null,"due":null,"rule_id":"ES-2"}],"override":null,""";

    private static final String CONTRIBUTIONS = """
            "contributions":[{"score":"Overall","dimension":"Retention","value":77.5,"sub_score":77.5,"weight":100,\
            "points":77.5,"rule_id":null},\
            {"score":"Retention","indicator":"seats","value":65,"sub_score":65,"weight":60.5,"points":80,"rule_id":"SC-1"},\
            {"score":"Retention","indicator":"csat","value":null,"sub_score":50,"weight":39.5,"points":20.25,\
            "rule_id":"IN-1"},\
            {"score":"Retention","points":-0.25,"rule_id":"CP-1"}],"changes":[\
            {"kind":"missing_data","indicator":"csat","from":4.2,"to":null,"points":-1.5},\
            {"kind":"data","indicator":null,"attribute":"stage","from":"adoption","to":"renewal","points":2.25},\
            {"kind":"model","indicator":null,"from":null,"to":null,"points":-0.01}],""";

    private static final String FIRED = """
            "fired":[{"seq":1,"rule_id":"SC-1","table":"Scoring","cell":"enterprise.xlsx!Scoring!C14",\
            "because":"seats are in use","inputs":{"seats":65,"live":true,"since":"2025-01-01","Flags":["a","b"],\
            "gone":null},"effect":{"indicator":"seats","sub_score":65}}],""";

    private static final String ISSUES = """
            "issues":[{"code":"out-of-range","message":"`csat` is 9, above 5","field":"csat"},\
            {"code":"note","message":"n","field":null}]}""";

    private static final String OVERRIDE = """
            "override":{"bands":{"Overall":"yellow"},"in_force":[{"override_id":"o-1","score":"Overall","kind":"cap",\
            "band":"yellow","computed_band":"green","effective_band":"yellow","author":"user:ann","from":"2026-03-01",\
            "until":"2026-03-31"}]},""";

    @Test
    void tellsBesideTheComputedBandWhichOneCounts() throws IOException {
        BandOverride cap = new BandOverride(
                "o-1",
                "acme-42",
                "enterprise",
                "Overall",
                OverrideKind.CAP,
                "yellow",
                List.of("green", "yellow", "red"),
                "green",
                new Reach(1, 1),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                new BandOverride.Act("user:ann", "ann", ENVELOPE.decidedAt()),
                false,
                null,
                null);

        assertThat(written(Explain.FULL, new Envelope("d-1", ENVELOPE.decidedAt(), List.of(cap))))
                .isEqualTo(written(Explain.FULL, ENVELOPE).replace("\"override\":null,", OVERRIDE));
    }

    @Test
    void writesEveryMemberInItsFixedPlace() throws IOException {
        assertThat(written(Explain.FULL, ENVELOPE))
                .isEqualTo("{\"decision_id\":\"d-1\",\"account_id\":\"acme-42\",\"as_of\":\"2026-03-01\","
                        + "\"decided_at\":\"2026-03-01T10:00:00Z\"," + IDENTITY + ANSWER + CONTRIBUTIONS + FIRED
                        + ISSUES);
    }

    @Test
    void leavesTheEnvelopeOut() throws IOException {
        assertThat(written(Explain.FULL, null))
                .startsWith("{\"account_id\":\"acme-42\",\"as_of\":\"2026-03-01\",\"status\"")
                .doesNotContain("decided_at");
    }

    @Test
    void trimsAsAsked() throws IOException {
        assertThat(written(Explain.SUMMARY, null)).endsWith(ANSWER + CONTRIBUTIONS + ISSUES);
        assertThat(written(Explain.NONE, null)).endsWith(ANSWER + ISSUES);
    }

    @Test
    void writesEqualDecisionsAsEqualBytes() throws IOException {
        assertThat(written(Explain.FULL, ENVELOPE)).isEqualTo(written(Explain.FULL, ENVELOPE));
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        DecisionJson.write(SampleDecision.decided(), null, Explain.NONE, out);

        assertThat(out.size()).isPositive();
    }

    @Test
    void passesFailuresOfTheStreamOn() {
        IOException full = new IOException("disk full");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };

        assertThatIOException()
                .isThrownBy(() -> DecisionJson.write(SampleDecision.decided(), null, Explain.FULL, out))
                .isSameAs(full);
    }

    @Test
    void writesUndecidedDecisionsWithEmptyMembers() throws IOException {
        Decision undecided = SampleDecision.undecided();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionJson.write(undecided, null, Explain.FULL, out);

        assertThat(out.toString(UTF_8))
                .contains(
                        "\"status\":\"undecided\"",
                        "\"segment\":null",
                        "\"scores\":{},\"bands\":{}",
                        "\"coverage\":null");
    }

    private static String written(Explain explain, @Nullable Envelope envelope) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionJson.write(SampleDecision.decided(), envelope, explain, out);
        return out.toString(UTF_8);
    }
}
