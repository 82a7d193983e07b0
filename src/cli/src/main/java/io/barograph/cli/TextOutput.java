package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.exchange.Pull;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Decisions as a table for people, 80 columns wide, with totals below it. */
final class TextOutput implements DecisionOutput {

    private static final int ACCOUNT = 20;
    private static final int SEGMENT = 10;
    private static final int SCORE = 6;
    private static final int BAND = 8;
    private static final int WHY = 21;

    private final OutputStream out;
    private final Console console;
    private final Contract contract;
    private final Totals totals;
    private final boolean colours;

    /** @param colours whether bands may be coloured */
    TextOutput(OutputStream out, Console console, Contract contract, Totals totals, boolean colours)
            throws IOException {
        this.out = out;
        this.console = console;
        this.contract = contract;
        this.totals = totals;
        this.colours = colours;
        print(String.join(
                " ",
                TextCells.left("account", ACCOUNT),
                TextCells.left("segment", SEGMENT),
                TextCells.right("score", SCORE),
                " ".repeat(Bar.WIDTH),
                TextCells.left("band", BAND),
                "what to do, or why"));
    }

    @Override
    public Part prepare(List<Decision> decisions) {
        List<String> rows = decisions.stream().map(this::row).toList();
        return () -> {
            for (String row : rows) {
                print(row);
            }
            decisions.forEach(totals::add);
        };
    }

    private String row(Decision decision) {
        BigDecimal score = decision.overall();
        String band = decision.overallBand();
        String shownBand = decision.status() == Decision.Status.UNDECIDED ? "-" : band == null ? "" : band;
        return String.join(
                " ",
                TextCells.left(decision.accountId(), ACCOUNT),
                TextCells.left(decision.segment() == null ? "-" : decision.segment(), SEGMENT),
                TextCells.right(
                        score == null
                                ? "-"
                                : score.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                        SCORE),
                Bar.of(score == null ? BigDecimal.ZERO : score),
                BandColour.paint(shownBand, TextCells.left(shownBand, BAND), colours),
                TextCells.left(why(decision), WHY).stripTrailing());
    }

    /** The first running playbook; without one the indicator that pulls the score down most. */
    private String why(Decision decision) {
        if (decision.status() == Decision.Status.UNDECIDED) {
            return decision.issues().stream()
                    .findFirst()
                    .map(DecisionIssue::message)
                    .orElse("undecided");
        }
        String playbook = decision.playbooks().stream()
                .filter(Recommendation::running)
                .findFirst()
                .map(Recommendation::playbook)
                .orElse(null);
        if (playbook != null) {
            return "→ " + playbook;
        }
        List<Pull> pulls = Pull.of(decision);
        return pulls.isEmpty() || pulls.get(0).points().signum() > 0
                ? ""
                : "↓ " + label(pulls.get(0).indicator());
    }

    private String label(String indicator) {
        Field field = contract.named(indicator);
        return field == null ? indicator : field.label();
    }

    private void print(String line) throws IOException {
        out.write(console.encoded(line + "\n"));
    }

    @Override
    public void finish() throws IOException {
        print("");
        for (String line : totals.lines(colours)) {
            print(line);
        }
        out.flush();
    }
}
