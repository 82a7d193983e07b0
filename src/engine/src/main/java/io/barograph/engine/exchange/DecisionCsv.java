package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.text.Numbers;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions as CSV for people and spreadsheets, one a line below a header: account, date, status, segment, tier, a
 * column for each score and its band, coverage, confidence, flags, running playbooks, the indicators that cost and bring the
 * overall score most points ({@link Factor}), how many issues there are, what changed, and what is to be expected. Texts that a spreadsheet would take for a formula get a {@code '} in
 * front; numbers are left alone.
 */
public final class DecisionCsv implements Closeable, Flushable {

    private final DefusedCsv csv;
    private final List<String> scores;

    /**
     * Writes the header.
     *
     * @param scores names of the scores that get columns, {@code Overall} first; others are left out
     * @param out closed with this
     */
    public DecisionCsv(List<String> scores, OutputStream out) throws IOException {
        this.scores = List.copyOf(scores);
        this.csv = new DefusedCsv(out, DefusedCsv.Lines.LF);
        csv.write(header());
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("account_id", "as_of", "status", "segment", "tier"));
        for (String score : scores) {
            header.add(DefusedCsv.text(score));
            header.add(DefusedCsv.text(score + " band"));
        }
        header.addAll(
                List.of("coverage", "confidence", "flags", "playbooks", "top_pull_down", "top_pull_up", "issues"));
        header.addAll(
                List.of("change", "top_change", "cohort", "churn_90d", "expansion_90d", "arr_at_risk", "escalations"));
        return header;
    }

    public void write(Decision decision) throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(DefusedCsv.text(decision.accountId()));
        cells.add(decision.asOf().toString());
        cells.add(decision.status().label());
        cells.add(DefusedCsv.text(decision.segment()));
        cells.add(DefusedCsv.text(decision.tier()));
        for (String score : scores) {
            cells.add(plain(decision.scores().get(score)));
            cells.add(DefusedCsv.text(decision.bands().get(score)));
        }
        cells.add(plain(decision.coverage()));
        cells.add(DefusedCsv.text(decision.confidence()));
        cells.add(DefusedCsv.text(
                decision.flags().stream().map(RaisedFlag::flag).distinct().collect(Collectors.joining(";"))));
        cells.add(DefusedCsv.text(decision.playbooks().stream()
                .filter(Recommendation::running)
                .map(Recommendation::playbook)
                .distinct()
                .collect(Collectors.joining(";"))));
        cells.add(first(Factor.down(decision, 1)));
        cells.add(first(Factor.up(decision, 1)));
        cells.add(Integer.toString(decision.issues().size()));
        cells.add(change(decision));
        cells.add(topChange(decision));
        cells.add(DefusedCsv.text(decision.cohort()));
        cells.add(plain(decision.probabilities().get("churn_90d")));
        cells.add(plain(decision.probabilities().get("expansion_90d")));
        cells.add(
                decision.arrAtRisk() == null ? DefusedCsv.text(decision.sealedAmounts()) : plain(decision.arrAtRisk()));
        cells.add(DefusedCsv.text(decision.escalations().stream()
                .map(Escalation::escalateTo)
                .distinct()
                .collect(Collectors.joining(";"))));
        csv.write(cells);
    }

    /** By how much Overall moved since the previous decision; empty when it did not, or there was none. */
    private static String change(Decision decision) {
        return decision.changes().isEmpty()
                ? ""
                : plain(decision.changes().stream().map(ScoreChange::points).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The indicator or attribute that moved it most; {@code model} when the workbooks did. */
    private static String topChange(Decision decision) {
        return decision.changes().stream()
                .min(Comparator.comparing(
                        (ScoreChange change) -> change.points().abs().negate()))
                .map(change -> change.indicator() != null
                        ? change.indicator()
                        : change.attribute() != null
                                ? change.attribute()
                                : change.kind().label())
                .map(DefusedCsv::text)
                .orElse("");
    }

    private static String first(List<Factor> factors) {
        return factors.isEmpty()
                ? ""
                : DefusedCsv.text(factors.get(0).indicator().indicator());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : Numbers.canonical(number).toPlainString();
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
