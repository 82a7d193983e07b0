package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionCsvTest {

    @Test
    void writesOneLineADecisionBelowAHeader() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DecisionCsv csv = new DecisionCsv(List.of("Overall", "Retention", "Expansion"), out)) {
            csv.write(SampleDecision.decided());
            csv.write(SampleDecision.undecided());
        }

        assertThat(out.toString(UTF_8)).isEqualTo("""
                        account_id,as_of,status,segment,tier,Overall,Overall band,Retention,Retention band,Expansion,\
                        Expansion band,coverage,confidence,flags,playbooks,top_pull_down,top_pull_up,issues,\
                        change,top_change,cohort,churn_90d,expansion_90d,arr_at_risk,escalations
                        acme-42,2026-03-01,decided,enterprise,,77.5,green,100,,,,100,high,champion-risk,save-call,\
                        seats,,2,0.74,stage,at-risk,0.08,0.123456,14400,VP Customer Success;CRO
                        acme-43,2026-03-01,undecided,,,,,,,,,,,,,,,0,,,,,,,
                        """);
    }
}
