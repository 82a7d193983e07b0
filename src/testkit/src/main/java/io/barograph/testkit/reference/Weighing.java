package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Workbook;
import io.barograph.testkit.reference.IndicatorTables.SubScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weights, Context and Overall: from sub-scores to scores, coverage and contributions. */
final class Weighing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String FACTOR = "Multiply weight by";

    private final Contract contract;
    private final Grid weights;
    private final Grid context;
    private final Grid overall;
    private final Conditions conditions;

    Weighing(Workbook workbook, Contract contract) {
        this.contract = contract;
        weights = new Grid(workbook, "Weights");
        context = new Grid(workbook, "Context");
        overall = new Grid(workbook, "Overall");
        conditions = new Conditions(context, Set.of("indicator", "category", Words.key(FACTOR)));
    }

    /** One thing that a score is the weighted mean of. */
    private record Part(
            @Nullable String indicator,
            @Nullable String dimension,
            @Nullable Object value,
            BigDecimal subScore,
            BigDecimal weight,
            @Nullable String ruleId) {}

    /** In Overall order, as Overall spells them. */
    List<String> dimensions() {
        return overall.linesBesidesTotals("Dimension").stream()
                .map(line -> line.required("Dimension"))
                .toList();
    }

    /** Fires Context, sets scores and coverage; contributions by score, each list adding up to the score before caps. */
    Map<String, List<Contribution>> weigh(Assessment at, Vocabulary words, Map<String, SubScore> subScores) {
        Map<Grid.Line, BigDecimal> factors = fireContext(at, words);
        Map<String, List<Contribution>> contributions = new LinkedHashMap<>();
        List<Part> overallParts = new ArrayList<>();
        Fraction covered = Fraction.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        Map<String, BigDecimal> dimensionScores = new LinkedHashMap<>();
        Map<String, BigDecimal> dimensionCoverage = new LinkedHashMap<>();
        for (Grid.Line line : overall.linesBesidesTotals("Dimension")) {
            String dimension = line.required("Dimension");
            BigDecimal weight = Objects.requireNonNull(line.percent("Weight in overall"));
            Fraction coverage = coverage(dimension, at);
            dimensionCoverage.put(dimension, coverage.rounded(2));
            covered = covered.plus(coverage.times(weight));
            all = all.add(weight);
            List<Part> parts = parts(dimension, subScores, factors);
            BigDecimal score = mean(parts);
            if (score != null) {
                dimensionScores.put(dimension, score);
                contributions.put(dimension, shares(dimension, score, parts));
                overallParts.add(new Part(null, dimension, score, score, weight, null));
            }
        }
        BigDecimal score = mean(overallParts);
        if (score != null) {
            at.scores.put(Decision.OVERALL, score);
            contributions.put(Decision.OVERALL, shares(Decision.OVERALL, score, overallParts));
        }
        at.scores.putAll(dimensionScores);
        at.coverage.put(Decision.OVERALL, covered.over(all).rounded(2));
        at.coverage.putAll(dimensionCoverage);
        return contributions;
    }

    private Map<Grid.Line, BigDecimal> fireContext(Assessment at, Vocabulary words) {
        Map<Grid.Line, BigDecimal> factors = new LinkedHashMap<>();
        for (Grid.Line line : context.lines()) {
            if (!conditions.hold(line, words)) {
                continue;
            }
            BigDecimal factor = Objects.requireNonNull(line.number(FACTOR));
            factors.put(line, factor);
            Map<String, @Nullable Object> effect = new LinkedHashMap<>();
            String indicator = line.text("Indicator");
            if (indicator != null) {
                effect.put(
                        "indicator", IndicatorTables.field(contract, indicator).name());
            } else {
                effect.put("category", line.required("Category"));
            }
            effect.put("multiply_weight_by", factor);
            at.fire(line, FACTOR, words, conditions.inputs(line, words), effect);
        }
        return factors;
    }

    /** The indicators of a dimension that have a sub-score, in Weights order. */
    private List<Part> parts(String dimension, Map<String, SubScore> subScores, Map<Grid.Line, BigDecimal> factors) {
        List<Part> parts = new ArrayList<>();
        for (Grid.Line line : weights.linesBesidesTotals("Indicator")) {
            Field field = IndicatorTables.field(contract, line.required("Indicator"));
            BigDecimal base = line.percent(dimension);
            SubScore sub = subScores.get(field.name());
            if (base != null && sub != null) {
                BigDecimal weight = effective(base, field, factors);
                parts.add(new Part(field.name(), null, sub.value(), sub.score(), weight, sub.ruleId()));
            }
        }
        return parts;
    }

    private BigDecimal effective(BigDecimal base, Field field, Map<Grid.Line, BigDecimal> factors) {
        Fraction weight = Fraction.whole(base);
        for (Map.Entry<Grid.Line, BigDecimal> factor : factors.entrySet()) {
            String indicator = factor.getKey().text("Indicator");
            boolean concerned = indicator == null
                    ? Words.same(factor.getKey().text("Category"), field.category())
                    : IndicatorTables.field(contract, indicator).equals(field);
            weight = concerned ? weight.times(factor.getValue()) : weight;
        }
        return weight.rounded(6);
    }

    /** Null when there are no parts or their weights add up to 0. */
    private static @Nullable BigDecimal mean(List<Part> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.weight().multiply(part.subScore()));
            weights = weights.add(part.weight());
        }
        return weights.signum() == 0 ? null : new Fraction(sum, weights).rounded(2);
    }

    private static List<Contribution> shares(String score, BigDecimal total, List<Part> parts) {
        BigDecimal weights = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> points = LargestRemainder.split(
                total,
                parts.stream()
                        .map(part -> new Fraction(part.weight().multiply(part.subScore()), weights))
                        .toList());
        List<Contribution> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            shares.add(new Contribution(
                    score,
                    part.indicator(),
                    part.dimension(),
                    part.value(),
                    part.subScore(),
                    part.weight(),
                    points.get(i),
                    part.ruleId()));
        }
        return shares;
    }

    /** Percent of a dimension's base weight whose indicators have a processed value. */
    private Fraction coverage(String dimension, Assessment at) {
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Grid.Line line : weights.linesBesidesTotals("Indicator")) {
            Field field = IndicatorTables.field(contract, line.required("Indicator"));
            BigDecimal base = line.percent(dimension);
            if (base != null) {
                all = all.add(base);
                covered = at.value(field) == null ? covered : covered.add(base);
            }
        }
        return new Fraction(covered.multiply(HUNDRED), all);
    }
}
