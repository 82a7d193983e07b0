package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any text in a condition cell is read, or refused with reasons in one line each. A plain test run repeats the inputs
 * under {@code ConditionParserFuzzTestInputs}; with {@code JAZZER_FUZZ=1} new ones are looked for.
 */
class ConditionParserFuzzTest {

    private static final CellAddress C2 = new CellAddress("enterprise.xlsx", "Scoring", 2, 3);
    private static final List<Domain> DOMAINS = List.of(
            Domain.HUNDRED,
            Domain.set(List.of()),
            Domain.texts(List.of()),
            Domain.texts(List.of("one", "two or three", "not four")),
            Domain.anyNumber(false, false),
            new Domain(Term.Type.NUMBER, BigDecimal.ONE, BigDecimal.TEN, true, true, false, List.of()),
            new Domain(Term.Type.DATE, null, null, false, false, false, List.of()),
            new Domain(Term.Type.BOOLEAN, null, null, false, false, false, List.of()));

    @FuzzTest(maxDuration = "30s")
    void readsOrRefusesAnyText(FuzzedDataProvider data) {
        Domain domain = data.pickValue(DOMAINS);
        String text = data.consumeRemainingAsString();
        if (text.isBlank()) {
            return;
        }
        Issues issues = new Issues();

        Condition condition = parse(text, domain, issues);

        assertThat(condition == null).isEqualTo(issues.hasErrors());
        assertThat(issues.sorted())
                .extracting(Issue::message)
                .allMatch(message -> message.lines().count() == 1);
        assertThat(parse("  " + text + "\u00A0", domain, new Issues())).isEqualTo(condition);
        if (condition instanceof Condition.Range range) {
            assertThat(parse(written(range), domain, new Issues())).isEqualTo(range);
        }
    }

    /** With both ends stated, as the format allows for every range. */
    private static String written(Condition.Range range) {
        String from = range.from() == null ? "" : WrittenValue.of(range.from());
        String to = range.to() == null ? "" : WrittenValue.of(range.to());
        return (range.fromIncluded() ? "[" : "(") + from + ".." + to + (range.toIncluded() ? "]" : ")");
    }

    private static @Nullable Condition parse(String text, Domain domain, Issues issues) {
        return ConditionParser.parse(new Cell.Text(C2, false, text), domain, new Place(issues, C2, null));
    }
}
