package io.barograph.engine.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IssueRendererTest {

    private static final Issue UNKNOWN_HEADER = new Issue(
            IssueCode.UNKNOWN_HEADER,
            Severity.ERROR,
            "unknown column `Seat utilizaton`; did you mean `Seat utilisation`?",
            new CellAddress("enterprise.xlsx", "Context", 1, 3),
            null,
            null);
    private static final Issue GAP = new Issue(
            IssueCode.SCORING_GAP,
            Severity.ERROR,
            "the ranges of `Seat utilisation` leave a gap from 50 to 60: an account with a value in it would have no"
                    + " sub-score",
            new CellAddress("enterprise.xlsx", "Scoring", 14, 2),
            "SC-EN-014 · Seat utilisation · 60..80 · 50 · half of the seats stand empty, which renewals seldom survive",
            "start this row at `50..80`");
    private static final Issue HIDDEN = new Issue(
            IssueCode.HIDDEN_CONTENT,
            Severity.NOTICE,
            "hidden row counts like any other",
            new CellAddress("enterprise.xlsx", "Scoring", 20, 0),
            null,
            null);
    private static final Issue ENCRYPTED = new Issue(
            IssueCode.REFUSED_CONTENT,
            Severity.ERROR,
            "the workbook is encrypted with a password",
            CellAddress.ofFile("smb.xlsx"),
            null,
            "save it without a password");

    @Test
    void groupsByFileAndSheetAndWrapsWithinEightyColumns() {
        String text = IssueRenderer.render(List.of(UNKNOWN_HEADER, GAP, HIDDEN, ENCRYPTED), false);
        assertThat(text).isEqualTo("""
                enterprise.xlsx › Context
                  error   C1       unknown column `Seat utilizaton`; did you mean `Seat
                                   utilisation`?

                enterprise.xlsx › Scoring
                  error   B14      the ranges of `Seat utilisation` leave a gap from 50 to 60:
                                   an account with a value in it would have no sub-score
                                   in: SC-EN-014 · Seat utilisation · 60..80 · 50 · half of the
                                       seats stand empty, which renewals seldom survive
                                   → start this row at `50..80`
                  notice  row 20   hidden row counts like any other

                smb.xlsx
                  error   the workbook is encrypted with a password
                          → save it without a password

                3 errors, 1 notice
                """);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysSoWhenThereIsNothingToSay() {
        assertThat(IssueRenderer.render(List.of(), false)).isEqualTo("no errors, no notices\n");
        assertThat(IssueRenderer.render(List.of(HIDDEN), false)).endsWith("\nno errors, 1 notice\n");
    }

    @Test
    void coloursMarkSeveritiesWithoutMovingText() {
        List<Issue> issues = List.of(GAP, HIDDEN);
        String coloured = IssueRenderer.render(issues, true);
        assertThat(coloured).contains("\u001B[1;31merror\u001B[0m", "\u001B[33mnotice\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(IssueRenderer.render(issues, false));
    }

    @Test
    void lettersOfOthersNeverSteerTheTerminal() {
        Issue hostile = new Issue(
                IssueCode.BAD_CELL,
                Severity.ERROR,
                "cell holds `\u001B[2Jgone\u202Eevil\nnext`",
                new CellAddress("a.xlsx", "S\u0007", 2, 1),
                null,
                null);
        assertThat(IssueRenderer.render(List.of(hostile), false))
                .contains("cell holds ` [2Jgone evil next`")
                .doesNotContain("\u001B", "\u202E", "\u0007");
    }

    @Test
    void cutsWordsThatFitNoLine() {
        Issue endless = new Issue(
                IssueCode.BAD_CELL,
                Severity.ERROR,
                "x".repeat(200),
                CellAddress.ofLine("data-contract.yaml", 12),
                null,
                null);
        assertThat(IssueRenderer.render(List.of(endless), false).lines())
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("  error   line 12  xxx"));
    }

    @Test
    void showsTheFirstHundredOfASheetAndCountsTheRest() {
        List<Issue> many = java.util.stream.IntStream.rangeClosed(2, 252)
                .mapToObj(row -> new Issue(
                        IssueCode.BAD_CELL,
                        row % 2 == 0 ? Severity.ERROR : Severity.NOTICE,
                        "bad cell",
                        new CellAddress("a.xlsx", "Scoring", row, 1),
                        null,
                        null))
                .toList();
        String text = IssueRenderer.render(many, false);
        assertThat(text.lines().filter(line -> line.contains("bad cell"))).hasSize(100);
        assertThat(text)
                .contains("… and 151 more here, 76 errors among them; `--format json` lists all")
                .endsWith("126 errors, 125 notices\n");
    }
}
