package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.Firing;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums up what happened to accounts that have been through all stages, or as far as they got. */
final class Outcomes {

    private final List<Term> terms;
    private final Cells cells;

    Outcomes(Model model, Cells cells) {
        this.terms = model.terms();
        this.cells = cells;
    }

    Outcome of(AccountCase account) {
        List<Firing> firings = account.log.inOrder().stream()
                .filter(firing -> account.concluded(firing.row().head().table()))
                .toList();
        if (account.goesOn() && account.scorecard().overall().shown == null) {
            account.issues.add(new DecisionIssue(
                    "no-score", "no dimension that counts towards Overall has a usable indicator", null));
        }
        return new Outcome.Builder()
                .failed(account.failed())
                .fired(firings.stream()
                        .mapToInt(firing -> firing.row().number())
                        .toArray())
                .seen(seen(account))
                .subScores(firings.stream()
                        .filter(firing -> firing.row() instanceof IndicatorsFact || firing.row() instanceof ScoringFact)
                        .mapToInt(firing -> subScore(account, firing))
                        .toArray())
                .scores(account.scorecard == null ? null : scores(account))
                .arrAtRisk(account.arrAtRisk)
                .proposals(account.proposals)
                .daysInBand(account.daysInBand)
                .guarded(account.guarded)
                .changes(account.changes)
                .issues(account.issues)
                .build();
    }

    private static int subScore(AccountCase account, Firing firing) {
        Term term = firing.row() instanceof ScoringFact scoring
                ? scoring.row().term()
                : ((IndicatorsFact) firing.row()).row().term();
        Integer hundredths = account.subScores.get(term.key());
        if (hundredths == null) {
            throw new IllegalStateException("a row that fired gave no score");
        }
        return hundredths;
    }

    private @Nullable Object[] seen(AccountCase account) {
        @Nullable Object[] seen = Arrays.copyOf(account.values(), cells.count());
        for (Term term : terms) {
            if (cells.first(term) != cells.last(term)) {
                Table early = switch (term.kind()) {
                    case INDICATOR -> Table.SEGMENTS;
                    case SCORE -> Table.CAPS;
                    default -> Table.SIGNALS;
                };
                seen[cells.first(term)] = account.seenBy(early)[term.slot()];
            }
        }
        return seen;
    }

    private static Scores scores(AccountCase account) {
        SegmentPlan plan = account.plan();
        int[] computed = new int[plan.scores()];
        int[] shown = new int[plan.scores()];
        int[] coverage = new int[plan.scores()];
        int[] bands = new int[plan.scores()];
        @Nullable String[] previousBands = new @Nullable String[plan.scores()];
        int i = 0;
        for (Scorecard.Score score : account.scorecard().scores()) {
            computed[i] = score.computed == null ? Scores.NONE : score.computed;
            shown[i] = score.shown == null ? Scores.NONE : score.shown;
            coverage[i] = Hundredths.of(score.coverage);
            Bands.Band band = account.bands.get(score.key);
            bands[i] = band == null ? Scores.NONE : band.depth(band.shown());
            Row.ThresholdRow row = account.thresholds.get(score.key);
            boolean kept = row != null && row.from() != null && shown[i] < Hundredths.of(row.from());
            previousBands[i] = kept ? account.past.previousBand(score.name) : null;
            i++;
        }
        return new Scores(computed, shown, coverage, bands, previousBands);
    }
}
