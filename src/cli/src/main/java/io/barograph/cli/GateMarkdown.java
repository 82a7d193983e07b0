package io.barograph.cli;

import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.exchange.SimulationText;
import io.barograph.engine.export.Markdown;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.Figures.AssociationFigure;
import io.barograph.engine.governance.Figures.GapFigure;
import io.barograph.engine.governance.GuardrailPolicy;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.simulation.SimulationReport;
import io.barograph.engine.simulation.SimulationReport.Attribution;
import io.barograph.engine.simulation.SimulationReport.BandMove;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a gate found, as a page for reviewers. */
final class GateMarkdown {

    private static final int MOST_SHOWN = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final GateResult result;
    private final StringBuilder out = new StringBuilder();

    private GateMarkdown(GateResult result) {
        this.result = result;
    }

    static String of(GateResult result) {
        GateMarkdown page = new GateMarkdown(result);
        page.summary();
        page.objections();
        page.remarks();
        page.changes();
        GateResult.Simulated simulated = result.simulated();
        if (simulated != null && simulated.report().differing() > 0) {
            page.moves(simulated.report());
            page.attribution(simulated.report());
            page.everything(simulated.report());
        }
        return page.out.toString();
    }

    private void summary() {
        line("## " + Markdown.escaped(result.model()) + (result.passes() ? ": passes ✅" : ": refused ❌"));
        line("");
        line("| | |");
        line("| --- | --- |");
        long errors = result.issues().stream().filter(Issue::isError).count();
        row("Check", counted(errors, "error") + ", " + counted(result.issues().size() - errors, "notice"));
        row("Tests", result.tests().passed() + " passed, " + result.tests().failed() + " failed");
        row("Changes", Integer.toString(result.diff().changes().size()));
        GateResult.Simulated simulated = result.simulated();
        if (simulated == null) {
            row("Accounts", "none were decided");
        } else {
            row("Accounts", number(simulated.report().accounts()) + " decided by both models");
            row(
                    "Would change band",
                    number(simulated.figures().changing()) + ", which is "
                            + percent(
                                    simulated.figures().changing(),
                                    simulated.figures().accounts()) + "; the limit is "
                            + plain(simulated.policy().bands().shareChanging()) + " %");
            row(
                    "ARR of those",
                    "better band " + amount(simulated.report().up()) + ", worse band "
                            + amount(simulated.report().down()));
        }
        if (simulated != null) {
            protectedFields(simulated);
        }
        row(
                "Guardrails",
                result.breaches().isEmpty() ? "all kept" : result.breaches().size() + " not kept");
    }

    /** The most that protected fields have to do with what is decided; nothing where no group is large enough. */
    private void protectedFields(GateResult.Simulated simulated) {
        GuardrailPolicy policy = simulated.policy();
        simulated.figures().associations().stream()
                .max(Comparator.comparing(AssociationFigure::value))
                .ifPresent(tie -> row(
                        "Closest to a protected field",
                        tie.field() + " and " + tie.with().replace("`", "") + ", " + tie.measure() + " "
                                + tie.value().toPlainString() + "; the limit is " + plain(policy.association())));
        simulated.figures().gaps().stream()
                .max(Comparator.comparing(GapFigure::points))
                .ifPresent(gap -> row(
                        "Widest gap between groups",
                        gap.measure() + " by " + gap.field() + ": " + plain(gap.mostRate()) + " % of " + gap.most()
                                + ", " + plain(gap.leastRate()) + " % of " + gap.least()));
    }

    private void objections() {
        List<String> objections = result.objections();
        if (objections.isEmpty()) {
            return;
        }
        heading("What stands against it");
        objections.stream().limit(MOST_SHOWN).forEach(objection -> line("* " + Markdown.escaped(objection)));
        if (objections.size() > MOST_SHOWN) {
            line("* and " + (objections.size() - MOST_SHOWN) + " more; `barograph check` tells them all");
        }
        if (!result.breaches().isEmpty()) {
            line("");
            line("| Guardrail | Found | Limit |");
            line("| --- | ---: | ---: |");
            for (Breach breach : result.breaches()) {
                line("| " + Markdown.escaped(breach.guardrail()) + " | " + Markdown.escaped(breach.figure()) + " | "
                        + Markdown.escaped(breach.limit()) + " |");
            }
        }
    }

    private void remarks() {
        if (!result.remarks().isEmpty()) {
            line("");
            result.remarks().forEach(remark -> line("> **Note:** " + Markdown.escaped(remark)));
        }
    }

    private void changes() {
        heading("What changes");
        out.append(Markdown.fenced(DiffText.of(result.diff(), Look.PLAIN)));
    }

    private void moves(SimulationReport report) {
        List<BandMove> moves = report.moves().stream()
                .filter(move -> !move.from().equals(move.to()))
                .toList();
        if (moves.isEmpty()) {
            return;
        }
        heading("Who changes band");
        line("| Segment | From | To | Accounts |");
        line("| --- | --- | --- | ---: |");
        moves.forEach(move -> line("| " + Markdown.escaped(move.segment()) + " | " + Markdown.escaped(move.from())
                + " | " + Markdown.escaped(move.to()) + " | " + number(move.accounts()) + " |"));
    }

    private void attribution(SimulationReport report) {
        heading("Which change does it, each given those above it");
        line("| Where | What | Points of Overall | Accounts | Bands |");
        line("| --- | --- | ---: | ---: | --- |");
        for (Attribution step : report.attribution()) {
            String place = step.subject() == null ? step.place() : step.place() + " · " + step.subject();
            line("| " + Markdown.escaped(place) + " | " + Markdown.escaped(step.what()) + " | " + signed(step.points())
                    + " | "
                    + number(step.scores()) + " | "
                    + step.bands().entrySet().stream()
                            .map(band -> Markdown.escaped(band.getKey()) + " " + (band.getValue() < 0 ? "−" : "+")
                                    + Math.abs(band.getValue()))
                            .collect(Collectors.joining(", "))
                    + " |");
        }
    }

    private void everything(SimulationReport report) {
        line("");
        line("<details><summary>Everything the simulation tells</summary>");
        line("");
        out.append(Markdown.fenced(SimulationText.of("base", "change", report, Look.PLAIN)));
        line("");
        line("</details>");
    }

    private void heading(String text) {
        line("");
        line("### " + text);
        line("");
    }

    private void row(String what, String value) {
        line("| **" + what + "** | " + Markdown.escaped(value) + " |");
    }

    private static String amount(SimulationReport.Affected affected) {
        return number(affected.arr().setScale(0, RoundingMode.HALF_UP).longValue()) + " ("
                + counted(affected.accounts(), "account") + ")";
    }

    private static String counted(long count, String what) {
        return (count == 0 ? "no" : number(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(long part, long all) {
        return all == 0
                ? "none of none"
                : plain(BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP))
                        + " %";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String signed(BigDecimal points) {
        return (points.signum() < 0 ? "−" : "+")
                + points.abs().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
