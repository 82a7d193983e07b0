package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractLabelsTest {

    private final Issues issues = new Issues();

    @ParameterizedTest
    @ValueSource(strings = {"Channel", "multiply  weight by", "Because", "Overall", "Days in band", "Cohort"})
    void refusesLabelsThatColumnsOrDerivedValuesHave(String label) {
        check("some_field", label);

        assertThat(issues.sorted()).extracting(Issue::code).containsExactly(IssueCode.BAD_CONTRACT);
    }

    @Test
    void leavesNamesAloneThatOnlyColumnsHave() {
        check("channel", "Acquisition channel");

        assertThat(issues.sorted()).isEmpty();
    }

    private void check(String name, String label) {
        Field field = new Field(
                Field.Role.ATTRIBUTE,
                name,
                label,
                null,
                FieldType.STRING,
                null,
                null,
                List.of(),
                null,
                null,
                Field.Direction.NEITHER,
                null,
                true,
                false,
                "");
        ContractLabels.check(new Contract("1", List.of(field), List.of()), WorkbookParser.kinds(), issues);
    }
}
