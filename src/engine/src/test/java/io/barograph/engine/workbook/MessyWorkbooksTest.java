package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Parsing;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a workbook is written, it says the same. */
class MessyWorkbooksTest {

    static Stream<MessyWorkbook> all() {
        return MessyWorkbook.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsTheSameModel(MessyWorkbook messy) {
        byte[] content = messy.content().get();
        assertThat(content).isNotEqualTo(ShippedModel.parts().bytes());
        Parsing parsing = ShippedModel.with(content);
        assertThat(parsing.issues()).noneMatch(Issue::isError);
        assertThat(parsing.digest()).isNotNull().isEqualTo(ShippedModel.plain().digest());
    }

    @Test
    void readsEverythingButDatesWithoutStyles() {
        byte[] content = ShippedModel.parts()
                .without(XlsxParts.STYLES)
                .rewriting(
                        XlsxParts.WORKBOOK_LINKS::equals,
                        text -> text.replaceAll("<Relationship [^>]*styles[^>]*>", ""))
                .bytes();

        assertThat(ShippedModel.with(content).issues())
                .filteredOn(Issue::isError)
                .isNotEmpty()
                .allMatch(issue -> issue.code() == IssueCode.BAD_DATE
                        && "Tests".equals(issue.cell().sheet()));
    }
}
