package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.exchange.Factor;
import io.barograph.engine.exchange.Look;
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
    private static final int BAR = 10;
    private static final int BAND = 8;
    private static final int WHY = 21;

    private final OutputStream out;
    private final Console console;
    private final Contract contract;
    private final Totals totals;
    private final Look look;

    TextOutput(OutputStream out, Console console, Contract contract, Totals totals, Look look) throws IOException {
        this.out = out;
        this.console = console;
        this.contract = contract;
        this.totals = totals;
        this.look = look;
        print(String.join(
                " ",
                look.left("account", ACCOUNT),
                look.left("segment", SEGMENT),
                look.right("score", SCORE),
                " ".repeat(BAR),
                look.left("band", BAND),
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
                look.left(decision.accountId(), ACCOUNT),
                look.left(decision.segment() == null ? "-" : decision.segment(), SEGMENT),
                look.right(
                        score == null
                                ? "-"
                                : score.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                        SCORE),
                look.bar(score == null ? BigDecimal.ZERO : score, BAR),
                look.inColourOf(shownBand, look.left(shownBand, BAND)),
                look.left(why(decision), WHY).stripTrailing());
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
        return Factor.down(decision, 1).stream()
                .findFirst()
                .map(factor -> "↓ " + label(String.valueOf(factor.indicator().indicator())))
                .orElse("");
    }

    private String label(String indicator) {
        Field field = contract.named(indicator);
        return field == null ? indicator : field.label();
    }

    private void print(String line) throws IOException {
        out.write((line + "\n").getBytes(console.charset()));
    }

    @Override
    public void finish() throws IOException {
        print("");
        for (String line : totals.lines(look)) {
            print(line);
        }
        out.flush();
    }
}
