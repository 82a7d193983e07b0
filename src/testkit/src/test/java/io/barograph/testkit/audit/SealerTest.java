package io.barograph.testkit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.model.Model;
import io.barograph.testkit.engine.WholeExample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One account with values that cannot be mistaken for anything else, and every place they can go. */
class SealerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final String RULES = """
            package rules;
            import io.barograph.engine.ruleset.fact.BandReview;
            rule "GR-CONTACT" @because("this one reads the contract status")
            when
                $account : BandReview( $status : text("contract_status") )
            then
                $account.raiseFlag("looked at", "low");
            end
            rule "GR-OTHER" @because("this one does not")
            when
                $account : BandReview( $band : overallBand )
            then
                $account.raiseFlag("looked away", "low");
            end
            """;

    private static final AccountSnapshot ACCOUNT = new AccountSnapshot(
            "acme",
            TODAY,
            Map.of(
                    "lifecycle_stage",
                    "renewal",
                    "contract_status",
                    "Zanzibar",
                    "arr",
                    new BigDecimal("7391846"),
                    "Contract statis",
                    "Timbuktu"),
            Map.of(
                    "seat_utilisation",
                    new Observation(new BigDecimal("41.5937"), TODAY.minusDays(3), "call with Xanthippe", null),
                    "support_csat",
                    Observation.of(new BigDecimal("4.2")),
                    "logins",
                    Observation.of("Quetzal")),
            List.of(new IndicatorEntry("Seat utilisation", TODAY.minusDays(40), new BigDecimal("93.7412"), null)));

    private static final PriorState PRIOR = new PriorState(List.of(
            new ScoreEntry("Overall", TODAY.minusDays(30), new BigDecimal("90"), "green"),
            new AttributesEntry(TODAY.minusDays(30), Map.of("contract_status", "Ouagadougou")),
            new IndicatorEntry("logins", TODAY.minusDays(30), new BigDecimal("613"), null)));

    @Test
    void hidesTextsWhereverTheyWent() {
        String told = told(Set.of("contract_status"));

        assertThat(told).doesNotContain("Zanzibar", "Ouagadougou").contains("41.5937", "7391846");
        assertThat(told)
                .contains("\"contract_status\":\"[sealed]\"", "\"inputs\":{\"status\":\"[sealed]\"}")
                .contains("\"inputs\":{\"band\":\"");
    }

    @Test
    void hidesWhatTheContractDoesNotKnow() {
        assertThat(told(Set.of("contract_status")))
                .doesNotContain("Timbuktu")
                .contains("\"Contract statis\":\"[sealed]\"");
        assertThat(told(Set.of())).contains("Timbuktu");
    }

    @Test
    void hidesReadingsTheirSourceAndWhatIsComputedFromThem() {
        assertThat(told(Set.of())).contains("41.5937", "93.7412", "Xanthippe", "% of seats in use");

        String told = told(Set.of("seat_utilisation"));

        assertThat(told)
                .doesNotContain("41.5937", "93.7412", "Xanthippe", "% of seats in use")
                .contains("\"because\":\"[sealed]\"", "\"rule_id\":\"SC-1\"", "\"sub_score\":");
    }

    @Test
    void hidesMessagesAboutValuesThatCannotBeUsed() {
        assertThat(told(Set.of("arr"))).contains("the text `Quetzal`");

        assertThat(told(Set.of("logins")))
                .doesNotContain("Quetzal", "613")
                .contains("\"code\":\"wrong-type\",\"field\":\"logins\",\"message\":\"[sealed]\"");
    }

    @Test
    void hidesAmountsThatTellARevenue() {
        Decision open = decision(told(Set.of()));
        String amount = String.valueOf(open.arrAtRisk());

        String told = told(Set.of("arr"), found -> found.erased("gone"));
        Decision read = decision(told);

        assertThat(amount).isNotEqualTo("null");
        assertThat(told).doesNotContain("7391846", amount).contains("\"arr_at_risk\":\"[erased]\"");
        assertThat(read.told(read.arrAtRisk())).isEqualTo("[erased]");
        assertThat(words(read)).contains("ARR at risk: \\[erased\\]").contains("expected value \\[erased\\]");
    }

    @Test
    void leavesRecordsWithoutSensitiveValuesAlone() {
        Model model = model(Set.of("contract_status"));
        DecisionRecord record = record(
                new AccountSnapshot(
                        "acme", TODAY, Map.of(), Map.of("logins", Observation.of(BigDecimal.TEN)), List.of()),
                PriorState.NONE);

        assertThat(RecordModel.of(model).write(record).isOpen()).isTrue();
    }

    private static String words(Decision decision) {
        return DecisionText.markdown(
                decision, model(Set.of()).contract(), io.barograph.engine.exchange.Background.NONE);
    }

    private static Decision decision(String record) {
        return DecisionRecord.read(record.getBytes(UTF_8)).decision();
    }

    private static String told(Set<String> sensitive) {
        return told(sensitive, SealedRecord::told);
    }

    private static String told(Set<String> sensitive, Function<SealedRecord, byte[]> way) {
        byte[] key = new byte[DataKey.BYTES];
        Arrays.fill(key, (byte) 1);
        RecordModel model = RecordModel.of(model(sensitive));
        byte[] sealed =
                model.write(record(ACCOUNT, PRIOR)).sealed(new DataKey("k-1", key), new byte[DataKey.NONCE_BYTES]);
        StoredRecord stored = StoredRecord.of(sealed);
        return new String(stored.sealed(model).map(way).orElseGet(() -> stored.json(model)), UTF_8);
    }

    private static DecisionRecord record(AccountSnapshot snapshot, PriorState prior) {
        try (Decider decider = compiled().decider()) {
            return new DecisionRecord(
                    snapshot,
                    prior,
                    "0.1.0",
                    "anonymous",
                    "d-1",
                    Instant.parse("2026-03-01T10:00:00Z"),
                    decider.decide(snapshot, prior));
        }
    }

    private static Model model(Set<String> sensitive) {
        return Marked.as(compiled().model(), field -> sensitive.contains(field.name()));
    }

    private static Compilation.Accepted compiled() {
        return (Compilation.Accepted) ModelCompiler.compile(
                WholeExample.builder().rules("example.drl", RULES).files(), "1");
    }
}
