package io.barograph.engine.governance;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PreparedAccount;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.governance.Figures.AssociationFigure;
import io.barograph.engine.governance.Figures.GapFigure;
import io.barograph.engine.governance.GuardrailPolicy.Fairness;
import io.barograph.engine.governance.GuardrailPolicy.Outcome;
import io.barograph.engine.governance.GuardrailPolicy.Protected;
import io.barograph.engine.model.Model;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a portfolio as a version would decide it. Its size grows with fields and groups, not with accounts; accounts in any order
 * give the same figures. Not thread-safe.
 */
public final class Study {

    private static final String UNDECIDED = "undecided";
    private static final String NO_BAND = "no band";
    private static final String SCORE = "the overall score";
    private static final String BAND = "the overall band";

    /** What is counted for one protected field. */
    private static final class Watch {
        private final Map<String, Crosstab> texts = new LinkedHashMap<>();
        private final Map<String, GroupedNumbers> numbers = new LinkedHashMap<>();
        private final GroupRates interventions = new GroupRates();
        private final GroupRates misses = new GroupRates();
        private final GroupRates falseAlarms = new GroupRates();

        void see(String what, String group, @Nullable Object value) {
            if (value instanceof BigDecimal number) {
                numbers.computeIfAbsent(what, any -> new GroupedNumbers()).add(group, number);
            } else if (value != null) {
                texts.computeIfAbsent(what, any -> new Crosstab()).add(group, Names.fold(value.toString()));
            }
        }
    }

    private final Model model;
    private final GuardrailPolicy policy;
    private final List<Field> used = new ArrayList<>();
    private final Map<Protected, Watch> watches = new LinkedHashMap<>();
    private long accounts;
    private long changing;
    private long decided;
    private BigDecimal coverage = BigDecimal.ZERO;

    /** @param model the version's, by whose contract the accounts are read */
    public Study(Model model, GuardrailPolicy policy) {
        this.model = model;
        this.policy = policy;
        Contract contract = model.contract();
        for (String name : UsedFields.of(model).names()) {
            Field field = contract.named(name);
            if (field != null && field.type() != FieldType.DATE) {
                used.add(field);
            }
        }
        policy.protectedFields().forEach(guarded -> watches.put(guarded, new Watch()));
    }

    /**
     * @param before by the active model
     * @param after by the version
     */
    public void add(Inquiry inquiry, Decision before, Decision after) {
        accounts++;
        changing += band(before).equals(band(after)) ? 0 : 1;
        if (after.overall() != null) {
            decided++;
            coverage = coverage.add(after.coverage() == null ? BigDecimal.ZERO : after.coverage());
        }
        if (!watches.isEmpty()) {
            PreparedAccount account = PreparedAccount.of(model, inquiry, null);
            watches.forEach((guarded, watch) -> watch(guarded, watch, account, after));
        }
    }

    private void watch(Protected guarded, Watch watch, PreparedAccount account, Decision after) {
        String group = group(guarded, value(account, guarded.field()));
        if (group == null) {
            return;
        }
        watch.see(SCORE, group, after.overall());
        watch.see(BAND, group, band(after));
        for (Field field : used) {
            if (!field.name().equals(guarded.field().name())) {
                watch.see("`" + field.name() + "`", group, value(account, field));
            }
        }
        watch.interventions.add(group, after.playbooks().stream().anyMatch(Recommendation::running));
        Outcome outcome = policy.fairness() == null ? null : policy.fairness().outcome();
        Object became = outcome == null ? null : value(account, outcome.field());
        if (outcome != null && became != null && after.overall() != null) {
            boolean foretold = outcome.atRisk().contains(Names.fold(band(after)));
            if (lost(outcome, became)) {
                watch.misses.add(group, !foretold);
            } else {
                watch.falseAlarms.add(group, foretold);
            }
        }
    }

    private static boolean lost(Outcome outcome, Object became) {
        if (became instanceof Boolean yes) {
            return outcome.lost().contains(yes ? "yes" : "no") || outcome.lost().contains(yes ? "true" : "false");
        }
        return outcome.lost().contains(Names.fold(became.toString()));
    }

    private static @Nullable Object value(PreparedAccount account, Field field) {
        return field.isIndicator() ? account.newest(field) : account.attribute(field);
    }

    /** Null when the account has no usable value. */
    private static @Nullable String group(Protected guarded, @Nullable Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value == null ? null : Names.fold(value.toString());
        }
        List<BigDecimal> cuts = guarded.cuts();
        int group = 0;
        while (group < cuts.size() && number.compareTo(cuts.get(group)) >= 0) {
            group++;
        }
        String from = group == 0 ? "" : "from " + cuts.get(group - 1).toPlainString();
        String below = group == cuts.size() ? "" : "below " + cuts.get(group).toPlainString();
        return (from + " " + below).strip();
    }

    private static String band(Decision decision) {
        String band = decision.overallBand();
        return decision.overall() == null ? UNDECIDED : band == null ? NO_BAND : band;
    }

    /** What was seen so far. */
    public Figures figures() {
        List<AssociationFigure> associations = new ArrayList<>();
        List<GapFigure> gaps = new ArrayList<>();
        Fairness fairness = policy.fairness();
        int smallest = fairness == null ? 1 : fairness.smallestGroup();
        watches.forEach((guarded, watch) -> {
            String field = guarded.field().name();
            watch.texts.forEach((what, table) -> table.association(smallest)
                    .ifPresent(value -> associations.add(new AssociationFigure(
                            field, what, "Cramér's V", value.setScale(3, RoundingMode.HALF_UP)))));
            watch.numbers.forEach((what, numbers) -> numbers.association(smallest)
                    .ifPresent(value -> associations.add(new AssociationFigure(
                            field, what, "correlation ratio", value.setScale(3, RoundingMode.HALF_UP)))));
            gap(field, GapFigure.INTERVENTIONS, watch.interventions, smallest).ifPresent(gaps::add);
            gap(field, GapFigure.MISSES, watch.misses, smallest).ifPresent(gaps::add);
            gap(field, GapFigure.FALSE_ALARMS, watch.falseAlarms, smallest).ifPresent(gaps::add);
        });
        BigDecimal mean =
                decided == 0 ? BigDecimal.ZERO : coverage.divide(BigDecimal.valueOf(decided), 2, RoundingMode.HALF_UP);
        return new Figures(accounts, changing, decided, mean, associations, gaps);
    }

    private static Optional<GapFigure> gap(String field, String measure, GroupRates rates, int smallest) {
        return rates.gap(smallest)
                .map(gap -> new GapFigure(
                        field, measure, gap.most(), gap.mostRate(), gap.least(), gap.leastRate(), gap.points()));
    }
}
