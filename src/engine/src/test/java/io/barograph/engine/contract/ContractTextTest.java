package io.barograph.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTextTest {

    private static final String YAML = """
            # kept by the data office
            apiVersion: v3.0.2
            kind: DataContract
            id: a
            version: 1.0.0
            status: active
            schema:
              - name: indicators
                properties:
                  - name: logins   # per week
                    businessName: Logins
                    logicalType: number
                    description: >-
                      How often
                      people come.
              # attributes follow
              - name: attributes
                properties:
                  - name: arr
                    logicalType: number
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void addsAnIndicatorAndLeavesEveryOtherLine(String newline) {
        String before = YAML.replace("\n", newline);

        String after = added(before, field("NPS: score #1"));

        List<String> lines = List.of(after.split(newline, -1));
        assertThat(lines).containsSubsequence(before.split(newline, -1));
        assertThat(lines.indexOf("      - name: nps")).isEqualTo(lines.indexOf("          people come.") + 2);
        assertThat(lines.indexOf("  # attributes follow")).isGreaterThan(lines.indexOf("      - name: nps"));
        assertThat(after).doesNotContain(newline.equals("\n") ? "\r" : "[^\r]\n");
    }

    @Test
    void readsBackWhatWasAdded() {
        Field field = field("Yes");

        Contract contract = ContractReader.read("c", added(YAML, field).getBytes(StandardCharsets.UTF_8), new Issues());

        assertThat(contract).isNotNull();
        assertThat(contract.named("nps")).isEqualTo(field);
        assertThat(contract.fields()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "schema: [", "schema: [{name: indicators, properties: [{name: a, logicalType: number}]}]"})
    void declinesWhatItCannotAddTo(String yaml) {
        assertThat(ContractText.with(yaml.getBytes(StandardCharsets.UTF_8), field("NPS")))
                .isNull();
    }

    private static String added(String yaml, Field field) {
        byte[] added = ContractText.with(yaml.getBytes(StandardCharsets.UTF_8), field);
        assertThat(added).isNotNull();
        return new String(added, StandardCharsets.UTF_8);
    }

    private static Field field(String label) {
        return new Field(
                Field.Role.INDICATOR,
                "nps",
                label,
                null,
                FieldType.INTEGER,
                BigDecimal.valueOf(-100),
                BigDecimal.valueOf(100),
                List.of(),
                "relationship",
                "points",
                Field.Direction.HIGHER_IS_BETTER,
                30,
                true,
                false,
                "What people say: \"would you\\recommend us?\"");
    }
}
