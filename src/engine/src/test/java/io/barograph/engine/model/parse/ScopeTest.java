package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private final Vocabulary vocabulary = new Vocabulary(GoldenModel.contract());

    private Scope in(Table table) {
        List<String> bands = List.of("green", "red");
        Outline outline = new Outline(
                "smb.xlsx",
                "smb",
                List.of("Retention", "Network effects"),
                bands,
                List.of("power-user"),
                List.of("call"),
                List.of("manager"));
        return new Scope(vocabulary, table, outline, bands, List.of("smb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARR | arr | ATTRIBUTE",
                "arr | arr | ATTRIBUTE",
                "  seat\u00A0 UTILISATION | seat_utilisation | INDICATOR",
                "Days to renewal | Days to renewal | DAYS_TO_RENEWAL",
                "previous overall | Previous overall | PREVIOUS_SCORE",
                "Previous overall band | Previous overall band | PREVIOUS_BAND",
                "Previous retention score | Previous Retention score | PREVIOUS_SCORE",
                "Previous Network effects band | Previous Network effects band | PREVIOUS_BAND",
                "Change in logins per week over 30 days | Change in Logins per week over 30 days | CHANGE_IN_INDICATOR",
                "Change in seat_utilisation over 7 days % | Change in Seat utilisation over 7 days % | CHANGE_IN_INDICATOR",
                "Change in overall over 30 days | Change in Overall over 30 days | CHANGE_IN_SCORE",
                "Change in Retention score over 30 days % | Change in Retention score over 30 days % | CHANGE_IN_SCORE",
                "Overall | Overall | SCORE",
                "Retention score | Retention score | SCORE",
                "Overall band | Overall band | BAND",
                "network effects band | Network effects band | BAND",
                "Flags | Flags | FLAGS",
                "Account tier | Account tier | TIER",
            })
    void namesWhatExists(String text, String key, Term.Kind kind) {
        assertThat(in(Table.PLAYBOOKS).find(text)).isInstanceOfSatisfying(Named.Value.class, value -> {
            assertThat(value.term().key()).isEqualTo(key);
            assertThat(value.term().kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Segment, SCORING, CONTEXT",
        "Account tier, SEGMENTS, CONTEXT",
        "Overall, CONTEXT, CAPS",
        "Retention score, CONTEXT, CAPS",
        "Coverage, OVERALL, CAPS",
        "Confidence, CAPS, THRESHOLDS",
        "Change in Overall over 30 days, CAPS, THRESHOLDS",
        "Overall band, THRESHOLDS, CALIBRATION",
        "Overall crosses below, THRESHOLDS, CALIBRATION",
        "Days in band, THRESHOLDS, CALIBRATION",
        "Churn probability, CALIBRATION, TRENDS",
        "ARR at risk, CALIBRATION, TRENDS",
        "Flags, TRENDS, SIGNALS",
        "Flag severity, TRENDS, SIGNALS",
        "Cohort, COHORTS, PLAYBOOKS",
        "Playbooks, PLAYBOOKS, ESCALATIONS",
    })
    void saysFromWhichTableOnANameExists(String text, Table too, Table from) {
        assertThat(in(too).find(text))
                .isInstanceOfSatisfying(
                        Named.NotYet.class, later -> assertThat(later.from()).isEqualTo(from));
        assertThat(in(from).find(text)).isNotInstanceOf(Named.NotYet.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Seat utilizaton, Seat utilisation",
        "Retension score, Retention score",
        "Change in Seat utilizaton over 30 days, Change in Seat utilisation over 30 days",
        "Overal band, Overall band",
    })
    void suggestsTheClosestName(String text, String suggestion) {
        assertThat(in(Table.PLAYBOOKS).find(text)).isEqualTo(new Named.Unknown(suggestion));
    }

    @Test
    void probabilitiesAreFractionsAndCohortsTheWorkbooksOwn() {
        assertThat(in(Table.TRENDS).find("Churn probability"))
                .isInstanceOfSatisfying(
                        Named.Value.class, value -> assertThat(value.domain()).isEqualTo(Domain.PROBABILITY));
        assertThat(in(Table.PLAYBOOKS).find("Cohort"))
                .isInstanceOfSatisfying(
                        Named.Value.class,
                        value -> assertThat(value.domain().allowed()).containsExactly("power-user"));
    }

    @Test
    void onlyTestsExpectSomethingOfEscalations() {
        assertThat(in(Table.TESTS).find("Escalations")).isInstanceOf(Named.Unknown.class);
        assertThat(in(Table.TESTS).findExpected("escalations"))
                .isInstanceOfSatisfying(
                        Named.Value.class,
                        value -> assertThat(value.term().kind()).isEqualTo(Term.Kind.ESCALATIONS));
    }

    @Test
    void changesAreOfNumbersOnly() {
        assertThat(in(Table.PLAYBOOKS).find("Change in Sponsor engagement over 30 days"))
                .isInstanceOf(Named.Unknown.class);
        assertThat(in(Table.PLAYBOOKS).find("Change in ARR over 30 days")).isInstanceOf(Named.Unknown.class);
        assertThat(in(Table.PLAYBOOKS).find("Change in Overall over 0 days")).isInstanceOf(Named.Unknown.class);
    }

    @Test
    void oneTermAName() {
        Named one = in(Table.CAPS).find("ARR");
        Named other = in(Table.PLAYBOOKS).find("arr");

        assertThat(one).isEqualTo(other);
        assertThat(vocabulary.terms()).hasSize(1);
    }
}
