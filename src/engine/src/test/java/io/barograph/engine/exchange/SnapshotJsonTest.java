package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotJsonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final String WHOLE = """
            {"account_id": "acme-42", "as_of": "2026-02-28",
             "attributes": {"arr": 180000.00, "stage": "renewal", "live": true, "industry": null},
             "indicators": {"seat_utilisation": 65,
                            "logins": {"value": 31, "observed_at": "2026-02-27T23:30:00-02:00",
                                       "source": "telemetry", "campaign_share": 0.20}},
             "history": [{"indicator": "logins", "observed_at": "2026-01-30", "value": 81, "campaign_share": 1},
                         {"score": "Overall", "as_of": "2026-01-30", "value": 90.0, "band": "green"},
                         {"playbook": "save-call", "as_of": "2026-01-01"}]}
            """;

    @Test
    void readsEveryMember() throws Exception {
        AccountSnapshot snapshot = read(WHOLE);

        assertThat(snapshot.accountId()).isEqualTo("acme-42");
        assertThat(snapshot.asOf()).isEqualTo("2026-02-28");
        assertThat(snapshot.attributes())
                .containsEntry("arr", new BigDecimal("180000"))
                .containsEntry("stage", "renewal")
                .containsEntry("live", true)
                .containsEntry("industry", null);
        assertThat(snapshot.indicators())
                .containsEntry("seat_utilisation", Observation.of(new BigDecimal("65")))
                .containsEntry(
                        "logins",
                        new Observation(
                                new BigDecimal("31"), LocalDate.of(2026, 2, 28), "telemetry", new BigDecimal("0.2")));
        assertThat(snapshot.history())
                .containsExactly(
                        new IndicatorEntry("logins", LocalDate.of(2026, 1, 30), new BigDecimal("81"), BigDecimal.ONE),
                        new ScoreEntry("Overall", LocalDate.of(2026, 1, 30), new BigDecimal("90"), "green"),
                        new PlaybookEntry("save-call", LocalDate.of(2026, 1, 1)));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        AccountSnapshot snapshot = read(WHOLE);

        assertThat(read(written(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void writesInOneFixedForm() throws Exception {
        assertThat(written(read(WHOLE)))
                .isEqualTo("{\"account_id\":\"acme-42\",\"as_of\":\"2026-02-28\",\"attributes\":{\"arr\":180000,"
                        + "\"stage\":\"renewal\",\"live\":true,\"industry\":null},\"indicators\":{\"seat_utilisation\":65,"
                        + "\"logins\":{\"value\":31,\"observed_at\":\"2026-02-28\",\"source\":\"telemetry\","
                        + "\"campaign_share\":0.2}},\"history\":[{\"indicator\":\"logins\",\"observed_at\":\"2026-01-30\","
                        + "\"value\":81,\"campaign_share\":1},{\"score\":\"Overall\",\"as_of\":\"2026-01-30\","
                        + "\"value\":90,\"band\":\"green\"},{\"playbook\":\"save-call\",\"as_of\":\"2026-01-01\"}]}");
    }

    @Test
    void writesPriorStateAsAListOfEntries() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotJson.write(new PriorState(read(WHOLE).history().subList(2, 3)), out);

        assertThat(out.toString(UTF_8)).isEqualTo("[{\"playbook\":\"save-call\",\"as_of\":\"2026-01-01\"}]");
    }

    @Test
    void fillsInTheDefaultAsOfDate() throws Exception {
        assertThat(read("{\"account_id\": \"a\"}").asOf()).isEqualTo(TODAY);
        assertThat(read("{\"account_id\": \"a\", \"as_of\": null}").asOf()).isEqualTo(TODAY);
    }

    @Test
    void toleratesAByteOrderMark() throws Exception {
        assertThat(read("\uFEFF{\"account_id\": \"a\"}").accountId()).isEqualTo("a");
    }

    @Test
    void passesListsAndObjectsOnAsValuesOfTheWrongType() throws Exception {
        AccountSnapshot snapshot =
                read("{\"account_id\": \"a\", \"attributes\": {\"x\": [1, {\"y\": []}], \"z\": {\"deep\": [[]]}},"
                        + " \"indicators\": {\"i\": [2], \"o\": {\"value\": {\"v\": 1}}}}");

        assertThat(snapshot.attributes()).containsEntry("x", List.of()).containsEntry("z", Map.of());
        assertThat(snapshot.indicators())
                .containsEntry("i", Observation.of(List.of()))
                .containsEntry("o", Observation.of(Map.of()));
        assertThat(read(written(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void keepsHugeNumbersSmallInMemoryAndOnTheWire() throws Exception {
        AccountSnapshot snapshot =
                read("{\"account_id\": \"a\", \"attributes\": {\"x\": 1e999999999, \"y\": 1e-999999999}}");

        assertThat(snapshot.attributes().get("x")).isEqualTo(new BigDecimal("1e999999999"));
        assertThat(read(written(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void refusesNumbersWhoseExponentCouldNotBeWrittenAgain() {
        String message = "attributes.x: the number is out of every range; send a smaller exponent";

        assertBad(attribute("99e2147483647"), message);
        assertBad(attribute("1e-2147483647"), message);
        assertBad(attribute("1e99999999999"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                   | must be an object, but is a list
            7                                                    | must be an object, but is a number
            {}                                                   | account_id: is missing; say which account this is
            {"account_id": 7}                                    | account_id: must be a text, but is a number
            {"account_id": " "}                                  | account_id: is blank; say which account this is
            {"account_id": "a\\u0000"}                           | account_id: holds a control character; remove it
            {"account_id": "a"} {}                               | there is more after the end of the JSON object; send one object at a time
            {"account_id": "a", "account_id": "b"}               | account_id: stands twice; send it once
            {"account_id": "a", "asof": "2026-01-01"}            | asof: unknown member; did you mean `as_of`?
            {"account_id": "a", "colour": 1}                     | colour: unknown member; known are `account_id`, `as_of`, `attributes`, `indicators`, `history`
            {"account_id": "a", "as_of": "01/02/2026"}           | as_of: `01/02/2026` is no date; write `2026-03-01`, or a time with its offset such as `2026-03-01T09:30:00Z`
            {"account_id": "a", "as_of": "2026-02-30"}           | as_of: `2026-02-30` is no date; write `2026-03-01`, or a time with its offset such as `2026-03-01T09:30:00Z`
            {"account_id": "a", "as_of": "2026-02-03T10:00:00"}  | as_of: `2026-02-03T10:00:00` is no date; write `2026-03-01`, or a time with its offset such as `2026-03-01T09:30:00Z`
            {"account_id": "a", "as_of": 20260201}               | as_of: must be a text, but is a number
            {"account_id": "a", "attributes": [1]}               | attributes: must be an object, but is a list
            {"account_id": "a", "attributes": {"x": 1, "x": 2}}  | attributes.x: stands twice; send it once
            {"account_id": "a", "indicators": {"x": {}}}         | indicators.x.value: is missing; send the value, or null when there is none
            {"account_id": "a", "indicators": {"x": {"value": 1, "campaign_share": "a"}}} | indicators.x.campaign_share: must be a number, but is a text
            {"account_id": "a", "indicators": {"x": {"value": 1, "observd_at": 2}}} | indicators.x.observd_at: unknown member; did you mean `observed_at`?
            {"account_id": "a", "history": {}}                   | history: must be a list, but is an object
            {"account_id": "a", "history": [7]}                  | history[0]: must be an object, but is a number
            {"account_id": "a", "history": [{"as_of": "2026-01-01"}]} | history[0]: must have exactly one of `indicator`, `score`, `playbook` and `attributes`
            {"account_id": "a", "history": [{"score": "x", "playbook": "y", "as_of": "2026-01-01"}]} | history[0]: must have exactly one of `indicator`, `score`, `playbook` and `attributes`
            {"account_id": "a", "history": [{"indicator": "x", "value": 1}]} | history[0].observed_at: is missing; say which day the entry is of
            {"account_id": "a", "history": [{"indicator": "x", "observed_at": "2026-01-01"}]} | history[0].value: is missing; send the value, or null when there was none
            {"account_id": "a", "history": [{"indicator": "x", "value": 1, "as_of": "2026-01-01"}]} | history[0].as_of: does not belong to an indicator; known are `indicator`, `observed_at`, `value`, `campaign_share`, `source`
            {"account_id": "a", "history": [{"score": "x", "value": "1", "as_of": "2026-01-01"}]} | history[0].value: must be a number; a score is from 0 to 100
            {"account_id": "a", "history": [{"playbook": "", "as_of": "2026-01-01"}]} | history[0].playbook: is blank; name it
            {"account_id": "a", "attributes": {"x": "\\ud800"}}  | attributes.x: holds `\\ud800`, which is half of a character; send the whole character
            {"account_id": "a"                                   | not JSON: it ends too early; send the whole object
            {"account_id": "a", "attributes": {"x": NaN}}        | not JSON at column 44: non-standard token 'NaN'
            {"account_id": "a", "attributes": {"x": Maria}}      | not JSON at column 41: unrecognized word; texts stand in quotation marks
            """)
    void saysWhatIsWrongAndWhere(String json, String message) {
        assertBad(json, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'account_id': 'a'}",
                "{\"account_id\": \"a\",}",
                "{\"account_id\": \"a\" /* x */}",
                "{\"account_id\": \"a\", \"attributes\": {\"x\": 007}}",
                "{\"account_id\": \"a\", \"attributes\": {\"x\": 1e99999999999}}",
                "{\"account_id\": \"a\nb\"}",
                "nul",
                "<xml/>"
            })
    void refusesWhatIsNotStrictlyJsonWithoutNamingItsParser(String json) {
        assertThatExceptionOfType(BadSnapshotException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("Feature", "Jackson", "Source", "java", "\n", "`enable`"));
    }

    @Test
    void refusesOtherEncodings() {
        assertThatExceptionOfType(BadSnapshotException.class)
                .isThrownBy(() -> SnapshotJson.read("{\"account_id\": \"é\"}".getBytes(ISO_8859_1), TODAY))
                .withMessage("not UTF-8 text; send JSON encoded as UTF-8");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String tooLarge =
                "too large: texts may have 10,000 characters, names 1,000, numbers 1,000 digits, and nesting 20"
                        + " levels; send less";
        assertBad(attribute("[".repeat(100_000)), "attributes.x: " + tooLarge);
        assertBad(attribute("\"" + "x".repeat(10_001) + "\""), "attributes.x: " + tooLarge);
        assertBad(attribute("9".repeat(1_001)), "attributes: " + tooLarge);
        assertBad(
                "{\"account_id\": \"" + "x".repeat(201) + "\"}",
                "account_id: is longer than 200 characters; shorten it");
    }

    @Test
    void refusesTooManyEntries() {
        String entry = "{\"playbook\": \"p\", \"as_of\": \"2026-01-01\"}";
        assertBad(
                "{\"account_id\": \"a\", \"history\": [" + String.join(",", Collections.nCopies(10_001, entry)) + "]}",
                "history[10000]: more than 10,000 entries; send fewer");
        StringBuilder many = new StringBuilder("{\"account_id\": \"a\", \"indicators\": {\"i\": 1");
        for (int i = 0; i < 1_000; i++) {
            many.append(", \"i").append(i).append("\": 1");
        }
        assertBad(many + "}}", "indicators.i999: more than 1,000 members; send fewer");
    }

    private static String attribute(String value) {
        return "{\"account_id\": \"a\", \"attributes\": {\"x\": " + value + "}}";
    }

    private static AccountSnapshot read(String json) throws BadSnapshotException {
        return SnapshotJson.read(json.getBytes(UTF_8), TODAY);
    }

    private static String written(AccountSnapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotJson.write(snapshot, out);
        return out.toString(UTF_8);
    }

    private static void assertBad(String json, String message) {
        assertThatExceptionOfType(BadSnapshotException.class)
                .isThrownBy(() -> read(json))
                .withMessage(message);
    }
}
