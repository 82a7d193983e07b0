package io.barograph.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.RowContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleIdsTest {

    @Test
    void goesOnInTheMannerOfTheTable() {
        TableContent scoring = table("ENT-SC-008", "ENT-SC-009");
        RuleIds ids = new RuleIds(List.of(scoring));

        assertThat(ids.next(scoring, "ENT")).isEqualTo("ENT-SC-010");
        assertThat(ids.next(scoring, "ENT")).isEqualTo("ENT-SC-011");
    }

    @Test
    void countsInTensWhereTheTableDoes() {
        TableContent segments = table("SEG-10", "SEG-20", "SEG-90");

        assertThat(new RuleIds(List.of(segments)).next(segments, "SEG")).isEqualTo("SEG-100");
    }

    @Test
    void passesOverWhatAnotherTableHas() {
        TableContent scoring = table("SC-1");
        TableContent caps = table("sc-2");

        assertThat(new RuleIds(List.of(scoring, caps)).next(scoring, "SC")).isEqualTo("SC-3");
    }

    @Test
    void takesLettersFromTheSegmentThatNoRuleIdStartsWith() {
        RuleIds ids = new RuleIds(List.of(table("ENT-SC-1", "PS-SC-1")));

        assertThat(ids.prefix("mid-market")).isEqualTo("MM");
        assertThat(ids.prefix("partners")).isEqualTo("PAR");
        assertThat(ids.prefix("Entertainment")).isEqualTo("ENTE");
        assertThat(ids.prefix("Public sector")).isEqualTo("PUB");
        assertThat(ids.prefix("公共")).isEqualTo("SEG");
        assertThat(ids.first("PAR", Table.PLAYBOOKS)).isEqualTo("PAR-PB-01");
    }

    private static TableContent table(String... ids) {
        List<RowContent> rows = Stream.of(ids)
                .map(id -> new RowContent(2, id, true, "", List.of()))
                .toList();
        return new TableContent("a.xlsx", Table.SCORING, "Scoring", Map.of(), rows);
    }
}
