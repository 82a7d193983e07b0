package io.barograph.engine.governance;

import io.barograph.engine.decision.TestReport;
import io.barograph.engine.governance.Figures.AssociationFigure;
import io.barograph.engine.governance.Figures.GapFigure;
import io.barograph.engine.governance.GuardrailPolicy.Fairness;
import io.barograph.engine.governance.GuardrailPolicy.Protected;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Holds a version against the limits. */
public final class GuardrailCheck {

    private static final int PLACES_NAMED = 5;

    private final GuardrailPolicy policy;
    private final List<Breach> breaches = new ArrayList<>();

    private GuardrailCheck(GuardrailPolicy policy) {
        this.policy = policy;
    }

    /** Every limit that is passed, in the order of the policy; none when the version may go on. */
    public static List<Breach> breaches(GuardrailPolicy policy, Model model, TestReport tests, Figures figures) {
        GuardrailCheck check = new GuardrailCheck(policy);
        check.tests(model, tests);
        check.coverage(figures);
        check.bands(figures);
        check.directUse(model);
        check.association(figures);
        check.fairness(figures);
        return List.copyOf(check.breaches);
    }

    /** The same as far as no portfolio is needed: tests, and fields that may not be used. */
    public static List<Breach> breaches(GuardrailPolicy policy, Model model, TestReport tests) {
        GuardrailCheck check = new GuardrailCheck(policy);
        check.tests(model, tests);
        check.directUse(model);
        return List.copyOf(check.breaches);
    }

    private void tests(Model model, TestReport tests) {
        if (tests.failed() > 0) {
            add("tests", tests.failed() + " failed", "0", tests.failed() + " tests fail; none may");
        }
        if (tests.outcomes().size() < policy.tests().least()) {
            add(
                    "tests.least",
                    Integer.toString(tests.outcomes().size()),
                    Integer.toString(policy.tests().least()),
                    "the model has " + tests.outcomes().size() + " tests; guardrails ask for "
                            + policy.tests().least());
        }
        BigDecimal fired = rulesFired(model, tests);
        BigDecimal least = policy.tests().rulesFired();
        if (fired.compareTo(least) < 0) {
            add(
                    "tests.rules_fired",
                    percent(fired),
                    percent(least),
                    "tests fire " + percent(fired) + " of the rules; guardrails ask for " + percent(least));
        }
    }

    /** Percent of the rules that tests fire or cannot fire; all rules of a workbook without tests count as not fired. */
    static BigDecimal rulesFired(Model model, TestReport tests) {
        long all = 0;
        long untested = tests.untested().stream()
                .mapToLong(sheet -> sheet.rules().size())
                .sum();
        for (Row row : model.rows()) {
            boolean rule = row.head().table().fires() && row.head().ruleId() != null;
            all += rule ? 1 : 0;
            untested += rule && isOfUntestedWorkbook(model, row) ? 1 : 0;
        }
        return all == 0 ? BigDecimal.valueOf(100) : GroupRates.percent(all - untested, all);
    }

    private static boolean isOfUntestedWorkbook(Model model, Row row) {
        for (SegmentModel segment : model.segmentModels()) {
            if (segment.file().equals(row.head().cell().file())) {
                return segment.tests().isEmpty();
            }
        }
        return false;
    }

    private void coverage(Figures figures) {
        if (figures.accounts() == 0) {
            return;
        }
        BigDecimal decided = GroupRates.percent(figures.decided(), figures.accounts());
        BigDecimal least = policy.coverage().accountsDecided();
        if (decided.compareTo(least) < 0) {
            add(
                    "coverage.accounts_decided",
                    percent(decided),
                    percent(least),
                    percent(decided) + " of " + figures.accounts() + " accounts would be decided; guardrails ask for "
                            + percent(least));
        }
        BigDecimal inputs = policy.coverage().inputs();
        if (figures.coverage().compareTo(inputs) < 0) {
            add(
                    "coverage.inputs",
                    percent(figures.coverage()),
                    percent(inputs),
                    "mean coverage of the accounts would be " + percent(figures.coverage()) + "; guardrails ask for "
                            + percent(inputs));
        }
    }

    private void bands(Figures figures) {
        int least = policy.bands().accountsAtLeast();
        if (figures.accounts() < least) {
            add(
                    "bands.accounts_at_least",
                    Long.toString(figures.accounts()),
                    Integer.toString(least),
                    "the portfolio has " + figures.accounts() + " accounts; guardrails ask for " + least
                            + ", so that a simulation says something");
        }
        BigDecimal changing = GroupRates.percent(figures.changing(), figures.accounts());
        BigDecimal most = policy.bands().shareChanging();
        if (changing.compareTo(most) > 0) {
            add(
                    "bands.share_changing",
                    percent(changing),
                    percent(most),
                    percent(changing) + " of " + figures.accounts() + " accounts would change band; guardrails allow "
                            + percent(most));
        }
    }

    private void directUse(Model model) {
        UsedFields used = UsedFields.of(model);
        for (Protected guarded : policy.protectedFields()) {
            SortedSet<String> places = used.places(guarded.field());
            if (!places.isEmpty()) {
                String named =
                        String.join(", ", places.stream().limit(PLACES_NAMED).toList());
                int more = places.size() - PLACES_NAMED;
                add(
                        "protected.fields",
                        places.size() + (places.size() == 1 ? " place" : " places"),
                        "0 places",
                        "the protected field `" + guarded.field().name() + "` is used in " + places.size()
                                + (places.size() == 1 ? " place" : " places") + ", 0 are allowed: " + named
                                + (more > 0 ? " and " + more + " more" : ""));
            }
        }
    }

    private void association(Figures figures) {
        BigDecimal most = policy.association();
        for (AssociationFigure one : figures.associations()) {
            if (one.value().compareTo(most) > 0) {
                add(
                        "protected.association",
                        one.value().toPlainString(),
                        most.toPlainString(),
                        "the protected field `" + one.field() + "` goes together with " + one.with() + " ("
                                + one.measure() + " " + one.value().toPlainString() + "); guardrails allow "
                                + most.toPlainString());
            }
        }
    }

    private void fairness(Figures figures) {
        Fairness fairness = policy.fairness();
        if (fairness == null) {
            return;
        }
        for (GapFigure gap : figures.gaps()) {
            boolean intervention = gap.measure().equals(GapFigure.INTERVENTIONS);
            BigDecimal most = intervention ? fairness.interventionGap() : fairness.errorGap();
            if (gap.points().compareTo(most) > 0) {
                add(
                        intervention ? "fairness.intervention_gap" : "fairness.error_gap",
                        points(gap.points()),
                        points(most),
                        gap.measure() + " by `" + gap.field() + "`: " + percent(gap.mostRate()) + " of `" + gap.most()
                                + "` and " + percent(gap.leastRate()) + " of `" + gap.least() + "`, "
                                + points(gap.points())
                                + " apart; guardrails allow " + points(most));
            }
        }
    }

    private static String percent(BigDecimal value) {
        return plain(value) + " %";
    }

    private static String points(BigDecimal value) {
        return plain(value) + " points";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void add(String guardrail, String figure, String limit, String message) {
        breaches.add(new Breach(guardrail, figure, limit, message));
    }
}
