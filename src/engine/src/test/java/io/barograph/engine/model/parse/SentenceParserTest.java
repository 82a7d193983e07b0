package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceParserTest {

    private final Issues issues = new Issues();
    private final Vocabulary vocabulary = new Vocabulary(GoldenModel.contract());
    private final Scope scope = new Scope(vocabulary, Table.CAPS, Outline.ofAll("", List.of()), List.of(), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARR is {ARR} | ARR is 1234.57",
                "{ARR}{arr} | 1234.571234.57",
                "{{ARR}} | {ARR}",
                "{{{ARR}}} | {1234.57}",
                "${ARR} and #{ARR} | ${ARR} and #{ARR}",
                "{a.b} { } {} {; } | {a.b} { } {} {; }",
                "open { and, close } | open { and, close }",
                "unclosed {ARR | unclosed {ARR",
                "{Seat utilisation} % | unknown %",
                "\"); System.exit(1); // | \"); System.exit(1); //",
            })
    void fillsOnlyPlaceholders(String because, String shown) {
        Sentence sentence = Objects.requireNonNull(parse(because));
        Object[] values = new Object[vocabulary.terms().size() + 1];
        vocabulary.terms().stream()
                .filter(term -> term.key().equals("arr"))
                .forEach(term -> values[term.slot()] = new BigDecimal("1234.567"));

        assertThat(sentence.render(term -> values[term.slot()])).isEqualTo(shown);
        assertThat(issues.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Seat utilizaton}", "{Overall band}", "{Cohort}", "{Overall crosses below}"})
    void refusesPlaceholdersThatNameNothing(String because) {
        assertThat(parse(because)).isNull();
        assertThat(issues.sorted()).hasSize(1).allMatch(Issue::isError);
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        parse("{Seat utilizaton}");

        assertThat(issues.sorted()).extracting(Issue::suggestion).containsExactly("did you mean `{Seat utilisation}`?");
    }

    private @Nullable Sentence parse(String because) {
        return SentenceParser.parse(because, scope, new Place(issues, CellAddress.ofFile("caps"), null));
    }
}
