package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Indicators and Scoring: from observations to processed values to sub-scores. */
final class IndicatorTables {

    private static final Pattern RANGE = Pattern.compile("[\\[(]?(.+?)(?:\\.\\.| to under )(.+?)[\\])]?");

    private final Contract contract;
    private final Grid indicators;
    private final Grid scoring;
    private final Conditions conditions;

    IndicatorTables(Workbook workbook, Contract contract) {
        this.contract = contract;
        indicators = new Grid(workbook, "Indicators");
        scoring = new Grid(workbook, "Scoring");
        conditions = new Conditions(scoring, Set.of("indicator", "value", "score", "score at end"));
    }

    /**
     * What one indicator scored.
     *
     * @param value null when a substitute scored
     * @param ruleId the Scoring row, or the Indicators row when {@code If missing} stood in
     */
    record SubScore(
            @Nullable Object value,
            BigDecimal score,
            @Nullable String ruleId) {}

    /** In Indicators order, of the indicators that have one. */
    Map<Field, Integer> maxAges() {
        Map<Field, Integer> maxAges = new LinkedHashMap<>();
        for (Grid.Line line : indicators.lines()) {
            Integer maxAge = line.days("Max age (days)");
            if (maxAge != null) {
                maxAges.put(indicator(line), maxAge);
            }
        }
        return maxAges;
    }

    void process(Assessment at) {
        for (Grid.Line line : indicators.lines()) {
            Field field = indicator(line);
            at.processed.put(field.name(), processed(line, at.account.usable(field), at.account));
        }
    }

    private static @Nullable Object processed(Grid.Line line, List<Sent> usable, Account account) {
        Integer maxAge = line.days("Max age (days)");
        List<Sent> fresh = usable.stream()
                .filter(sent -> maxAge == null || account.age(sent.date()) <= maxAge)
                .toList();
        if (fresh.isEmpty() || !(fresh.get(0).value() instanceof BigDecimal)) {
            return fresh.isEmpty() ? null : fresh.get(0).value();
        }
        BigDecimal discount = line.percent("Campaign discount %");
        List<HalfLife.Aged> aged = new ArrayList<>();
        for (Sent sent : fresh) {
            if (sent.value() instanceof BigDecimal value) {
                aged.add(new HalfLife.Aged(account.age(sent.date()), reduced(value, sent.campaignShare(), discount)));
            }
        }
        BigDecimal halfLife = line.number("Smoothing half-life (days)");
        return halfLife == null ? aged.get(0).value() : HalfLife.mean(aged, halfLife);
    }

    /** value × (1 − share × discount ÷ 100) */
    private static BigDecimal reduced(BigDecimal value, @Nullable BigDecimal share, @Nullable BigDecimal discount) {
        return share == null || discount == null
                ? value
                : value.subtract(value.multiply(share).multiply(discount).movePointLeft(2));
    }

    /** Fires Indicators, then Scoring; sub-scores by contract name. */
    Map<String, SubScore> score(Assessment at, Vocabulary words) {
        Map<String, SubScore> subScores = new HashMap<>();
        for (Grid.Line line : indicators.lines()) {
            Field field = indicator(line);
            boolean ignored = line.text("If missing") == null || Words.same(line.text("If missing"), "ignore");
            BigDecimal substitute = ignored ? null : line.percent("If missing");
            if (substitute != null && at.value(field) == null) {
                BigDecimal score = Fraction.whole(substitute).rounded(2);
                subScores.put(field.name(), new SubScore(null, score, line.ruleId()));
                Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
                inputs.put(field.name(), null);
                at.fire(line, "If missing", words, inputs, effect(field, score));
            }
        }
        for (Grid.Line line : scoring.lines()) {
            Field field = indicator(line);
            Subject value = Subject.of(field, at.value(field));
            if (CellTest.admits(line.cell("Value"), value) && conditions.hold(line, words)) {
                BigDecimal score = subScore(line, value);
                subScores.put(field.name(), new SubScore(value.value(), score, line.ruleId()));
                Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
                inputs.put(field.name(), value.value());
                inputs.putAll(conditions.inputs(line, words));
                at.fire(line, "Score", words, inputs, effect(field, score));
            }
        }
        return subScores;
    }

    private static Map<String, @Nullable Object> effect(Field field, BigDecimal score) {
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("indicator", field.name());
        effect.put("sub_score", score);
        return effect;
    }

    /** The Score, or on the line from Score at the range's lower end to Score at end at its upper end. */
    private static BigDecimal subScore(Grid.Line line, Subject subject) {
        BigDecimal start = line.percent("Score");
        BigDecimal end = line.percent("Score at end");
        if (start == null) {
            throw new IllegalStateException("no Score in row " + line.row);
        }
        Cell range = line.cell("Value");
        if (end == null || range == null || !(subject.value() instanceof BigDecimal value)) {
            return Fraction.whole(start).rounded(2);
        }
        Matcher ends = RANGE.matcher(Words.tidy(range.text()));
        if (!ends.matches()) {
            throw new IllegalStateException("no range in row " + line.row + ": " + range.text());
        }
        BigDecimal low = Words.number(ends.group(1));
        BigDecimal high = Words.number(ends.group(2));
        return new Fraction(value.subtract(low).multiply(end.subtract(start)), high.subtract(low))
                .plus(Fraction.whole(start))
                .rounded(2);
    }

    private Field indicator(Grid.Line line) {
        return field(contract, line.required("Indicator"));
    }

    static Field field(Contract contract, String name) {
        Field field = Account.field(contract, name);
        if (field == null) {
            throw new IllegalArgumentException("not in the contract: " + name);
        }
        return field;
    }
}
