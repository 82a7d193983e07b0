package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Term;
import java.util.EnumSet;
import java.util.Set;

/** Every test expects something that is decided, of an account that is as it says. */
final class TestsCheck implements Check {

    private static final Set<Term.Kind> GIVEN =
            EnumSet.of(Term.Kind.ATTRIBUTE, Term.Kind.INDICATOR, Term.Kind.PREVIOUS_SCORE, Term.Kind.PREVIOUS_BAND);

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> tests = workbook.table(TestsTable.KIND);
        if (tests == null) {
            return;
        }
        reportGiven(tests.table(), issues);
        for (TableRow row : tests.sources()) {
            if (row.hasSoundConditions() && row.clauses().isEmpty()) {
                row.error(
                        TableForm.RULE_ID,
                        IssueCode.MISSING_EXPECTATION,
                        "the test expects nothing",
                        "fill a cell under a header such as `Expect: Overall band`");
            }
            for (Example example : tests.table().examples()) {
                if (example instanceof Example.OfField of) {
                    usable(row, of.column(), of.field());
                }
            }
        }
    }

    private static void reportGiven(SheetTable table, Issues issues) {
        table.conditions().forEach((position, named) -> {
            if (named instanceof Named.Value value
                    && GIVEN.contains(value.term().kind())) {
                issues.notice(
                        IssueCode.NO_EFFECT,
                        table.sheet().address(1, position),
                        Wording.quoted(table.headerAt(position))
                                + " expects an input, which is as the test gives it and not decided",
                        null,
                        "expect what comes of it, such as `Expect: Overall`");
            }
        });
    }

    private static void usable(TableRow row, Column<?> column, Field field) {
        Object given = row.get(column);
        if (given != null && Screening.of(field, given) instanceof Screening.Problem problem) {
            row.place(column)
                    .notice(
                            code(problem),
                            "this counts as missing: " + problem.message(),
                            "correct it, unless the test is about bad data");
        }
    }

    private static IssueCode code(Screening.Problem problem) {
        return switch (problem.code()) {
            case Screening.NOT_ALLOWED -> IssueCode.UNKNOWN_VALUE;
            case Screening.OUT_OF_RANGE -> IssueCode.OUT_OF_RANGE;
            default -> IssueCode.BAD_CELL;
        };
    }
}
