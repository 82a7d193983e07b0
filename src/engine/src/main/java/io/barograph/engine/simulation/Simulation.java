package io.barograph.engine.simulation;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PreparedAccount;
import io.barograph.engine.decision.Recall;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.diff.ModelChange;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides accounts by two models and finds out which of the changes between them moved what. Each account that differs is decided again
 * for every change, one more applied each time, so that the steps add up to the difference. Thread-safe.
 */
public final class Simulation implements AutoCloseable {

    private static final String ARR = "arr";

    private final Model beforeModel;
    private final Model afterModel;
    private final Decider before;
    private final Decider after;
    private final List<Step> steps;
    private final List<Decider> deciders = new ArrayList<>();
    private final List<String> bands;
    private final int top;

    /**
     * @param before closed with this; so is {@code after}
     * @param changes the difference of the two as people are told it
     * @param top how many accounts to name in lists of examples, at least 1
     */
    public Simulation(Compilation.Accepted before, Compilation.Accepted after, List<ModelChange> changes, int top) {
        this.beforeModel = before.model();
        this.afterModel = after.model();
        this.before = before.decider();
        this.after = after.decider();
        this.steps = new ArrayList<>(ModelSteps.between(beforeModel, afterModel, changes));
        this.top = top;
        for (Step step : steps) {
            boolean guarded = ModelSteps.same(step.model().ruleFiles(), beforeModel.ruleFiles());
            deciders.add(ModelCompiler.variant(step.model(), guarded ? this.before : this.after));
        }
        steps.add(new Step("", null, "what no single change explains", afterModel));
        this.bands = Stream.of(afterModel, beforeModel)
                .flatMap(model -> model.segmentModels().stream())
                .map(SegmentModel::thresholds)
                .flatMap(List::stream)
                .filter(row -> row.score().equals(Decision.OVERALL))
                .map(Row.ThresholdRow::band)
                .distinct()
                .toList();
    }

    /** Counts nothing yet. */
    public Tally tally() {
        return new Tally(top, steps.size());
    }

    /** How many single changes there are. */
    public int changes() {
        return deciders.size();
    }

    /** Sees every account as it is compared, in order. */
    @FunctionalInterface
    public interface Witness {
        void saw(Inquiry inquiry, Decision before, Decision after);
    }

    /** What the change of models does to some accounts. */
    public Tally compare(List<Inquiry> inquiries) {
        return compare(inquiries, (inquiry, was, is) -> {});
    }

    /** The same, in front of a witness. */
    public Tally compare(List<Inquiry> inquiries, Witness witness) {
        Tally tally = tally();
        List<Decision> old = before.decide(inquiries);
        List<Decision> now = after.decide(inquiries);
        List<Inquiry> differing = new ArrayList<>();
        List<Outcome> from = new ArrayList<>();
        List<Outcome> to = new ArrayList<>();
        for (int i = 0; i < inquiries.size(); i++) {
            witness.saw(inquiries.get(i), old.get(i), now.get(i));
            Outcome was = Outcome.of(old.get(i));
            Outcome is = Outcome.of(now.get(i));
            int direction = direction(was, is);
            BigDecimal arr = direction == 0 ? null : arr(inquiries.get(i));
            tally.add(old.get(i).accountId(), was, is, direction, arr);
            if (is.differsFrom(was)) {
                differing.add(inquiries.get(i));
                from.add(was);
                to.add(is);
            }
        }
        attribute(tally, differing, from, to);
        return tally;
    }

    /** A score that is gone for a step, since a half changed model cannot tell it, counts again when it is back. */
    private void attribute(Tally tally, List<Inquiry> accounts, List<Outcome> from, List<Outcome> to) {
        List<Outcome> standing = new ArrayList<>(from);
        List<@Nullable BigDecimal> known =
                new ArrayList<>(from.stream().map(Outcome::overall).toList());
        for (int step = 0; step < steps.size() && !accounts.isEmpty(); step++) {
            boolean last = step == deciders.size();
            List<Outcome> reached = last
                    ? to
                    : deciders.get(step).decide(accounts).stream()
                            .map(Outcome::of)
                            .toList();
            for (int i = 0; i < accounts.size(); i++) {
                BigDecimal now = reached.get(i).overall();
                BigDecimal earlier = known.get(i);
                boolean counts = from.get(i).overall() != null && to.get(i).overall() != null;
                if (counts && now != null && earlier != null) {
                    tally.steps[step].scored(now.subtract(earlier));
                    known.set(i, now);
                }
                tally.steps[step].moved(standing.get(i), reached.get(i));
            }
            standing = new ArrayList<>(reached);
        }
    }

    private int direction(Outcome was, Outcome is) {
        int from = rank(was.band());
        int to = rank(is.band());
        return from < 0 || to < 0 ? 0 : Integer.signum(from - to);
    }

    private int rank(String band) {
        for (int i = 0; i < bands.size(); i++) {
            if (Names.same(bands.get(i), band)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable BigDecimal arr(Inquiry inquiry) {
        Field field = afterModel.contract().named(ARR);
        Object arr = field == null || field.isIndicator()
                ? null
                : PreparedAccount.of(afterModel, inquiry, null).attribute(field);
        return arr instanceof BigDecimal number ? number : null;
    }

    public SimulationReport report(Tally tally) {
        List<SimulationReport.Attribution> attribution = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (tally.steps[i].movedAnything()) {
                attribution.add(tally.steps[i].of(steps.get(i)));
            }
        }
        Comparator<String> order = Comparator.comparingInt((String band) -> rank(band) < 0 ? bands.size() : rank(band))
                .thenComparing(Comparator.naturalOrder());
        return tally.report(order, attribution);
    }

    /** What the models, and what stands between them, ask of an account's past. */
    public List<Recall> recalls() {
        return Stream.concat(Stream.of(before, after), deciders.stream())
                .map(Decider::recall)
                .toList();
    }

    @Override
    public void close() {
        deciders.forEach(Decider::close);
        before.close();
        after.close();
    }
}
