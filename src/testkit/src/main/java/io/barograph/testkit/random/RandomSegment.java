package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws one segment's workbook. */
final class RandomSegment {

    private static final List<List<String>> PALETTES = List.of(
            List.of("green", "yellow", "red"),
            List.of("A", "B", "C", "D"),
            List.of("Thriving", "steady", "at risk", "critical"),
            List.of("good", "bad"));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Dice dice;
    private final List<Field> fields;
    private final Supplier<String> ruleIds;
    private final RowDraws rows;
    private final RandomConditions conditions;
    private final RandomOutcomes outcomes;

    /** Bands by target, best first; only targets with Thresholds rows. */
    final Map<String, List<String>> bands = new LinkedHashMap<>();

    final List<String> dimensions;

    RandomSegment(Dice dice, List<Field> fields, Supplier<String> ruleIds) {
        this.dice = dice;
        this.fields = fields;
        this.ruleIds = ruleIds;
        rows = new RowDraws(dice, ruleIds);
        conditions = rows.conditions;
        outcomes = RandomOutcomes.draw(dice);
        dimensions = List.copyOf(dice.some(List.of("Retention", "Expansion", "Network effects", "Value"), 1, 4));
        List<String> targets = new ArrayList<>(dice.some(dimensions, 0, 3));
        if (dice.chance(95)) {
            targets.add(0, RandomVocabulary.OVERALL);
        }
        targets.forEach(target -> bands.put(target, dice.pick(PALETTES)));
        if (bands.isEmpty()) {
            bands.put(dimensions.get(0), dice.pick(PALETTES));
        }
    }

    RandomVocabulary vocabulary(List<String> segments, List<String> tiers) {
        return new RandomVocabulary(dice, fields, segments, tiers, dimensions, bands, outcomes);
    }

    WorkbookDraft workbook(String file, String segment, RandomVocabulary words) {
        List<Field> scorable = fields.stream().filter(RandomScoring::canScore).toList();
        List<Field> scored = dice.some(scorable, 2, scorable.size());
        List<SheetDraft> sheets = new ArrayList<>();
        sheets.add(model(segment));
        Map<Field, @Nullable Object> substitutes = new LinkedHashMap<>();
        sheets.add(indicators(scored, substitutes));
        RandomScoring scoring = new RandomScoring(dice, words.forSegments(), ruleIds);
        scored.forEach(field -> scoring.score(field, substitutes.get(field) == null));
        sheets.add(scoring.sheet());
        sheets.add(weights(scored));
        sheets.add(overall());
        sheets.add(thresholds(words.forThresholds()));
        if (dice.chance(80)) {
            sheets.add(context(scored, words.forContext()));
        }
        if (dice.chance(80)) {
            sheets.add(caps(words.forCaps()));
        }
        addLaterTables(sheets, words);
        return new WorkbookDraft(file, dice.shuffled(sheets));
    }

    private void addLaterTables(List<SheetDraft> sheets, RandomVocabulary words) {
        if (!outcomes.horizons().isEmpty()) {
            sheets.add(new RandomCalibration(dice).sheet(outcomes.horizons()));
        }
        RandomFlags flags = new RandomFlags(dice, ruleIds);
        if (!outcomes.trendFlags().isEmpty()) {
            sheets.add(flags.trends(outcomes.trendFlags(), fields, dimensions, words.forTrends()));
        }
        if (!outcomes.signalFlags().isEmpty()) {
            sheets.add(flags.signals(outcomes.signalFlags(), words.forSignals()));
        }
        if (!outcomes.cohorts().isEmpty()) {
            sheets.add(rows.firstMatch("Cohorts", "Cohort", outcomes.cohorts(), words.forCohorts(), dice.chance(40)));
        }
        if (!outcomes.playbooks().isEmpty()) {
            sheets.add(new RandomPlaybooks(dice).sheet(outcomes.playbooks(), words.forPlaybooks(), ruleIds));
        }
        if (dice.chance(85)) {
            Map<String, List<String>> known = new LinkedHashMap<>();
            bands.forEach((target, names) -> known.put(target, RandomVocabulary.withUnknown(names)));
            sheets.add(new RandomEscalations(dice, ruleIds).sheet(known, dimensions, words.forEscalations()));
        }
    }

    private SheetDraft model(String segment) {
        SheetDraft sheet = new SheetDraft("Model", "Setting", "Value");
        sheet.row("Segment", segment);
        sheet.row("Owner role", "CSM lead");
        sheet.row("Scoring cadence", "weekly");
        if (dice.chance(75)) {
            int minimum = dice.of(30, 50, 60, 85);
            sheet.row("Minimum coverage %", dice.chance(50) ? (Object) minimum : minimum + " %");
            if (dice.chance(30)) {
                sheet.showAsPercent("Value");
            }
        }
        return sheet;
    }

    private SheetDraft indicators(List<Field> scored, Map<Field, @Nullable Object> substitutes) {
        TableDraft table = new TableDraft("Indicators", dice, "Indicator", "Max age (days)", "If missing");
        boolean named = dice.chance(50);
        boolean reasoned = dice.chance(50);
        List<Field> listed = dice.shuffled(fields.stream()
                .filter(Field::isIndicator)
                .filter(f -> dice.chance(90))
                .toList());
        for (Field field : listed) {
            Map<String, @Nullable Object> row = table.row();
            row.put("Indicator", dice.chance(80) ? field.label() : field.name());
            row.put("Max age (days)", dice.chance(25) ? null : dice.of(1, 14, 30, 90));
            Object substitute =
                    !scored.contains(field) || dice.chance(60) ? dice.of("ignore", "") : TableDraft.points(dice);
            row.put("If missing", substitute);
            substitutes.put(field, substitute instanceof BigDecimal ? substitute : null);
            if (field.type().isNumeric()) {
                smooth(table, field, row);
            }
            if (named) {
                table.column("Rule ID");
                row.put("Rule ID", ruleIds.get());
            }
            if (reasoned) {
                table.column("Because");
                row.put("Because", dice.chance(50) ? "{" + field.label() + "} is missing" : null);
            }
        }
        return table.sheet(Set.of("If missing", "Campaign discount %"));
    }

    private void smooth(TableDraft table, Field field, Map<String, @Nullable Object> row) {
        if (dice.chance(60)) {
            table.column("Smoothing half-life (days)");
            row.put(
                    "Smoothing half-life (days)",
                    dice.of(1, 7, 14, 30, 45, new BigDecimal("0.5"), new BigDecimal("10.5"), new BigDecimal("33.333")));
        }
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        boolean reachesZero = (minimum == null || minimum.signum() <= 0) && (maximum == null || maximum.signum() >= 0);
        if (dice.chance(50) && reachesZero) {
            table.column("Campaign discount %");
            row.put("Campaign discount %", dice.of(0, 25, 50, 100, new BigDecimal("33.3")));
        }
    }

    /** Each dimension's weights add up to 100 to the last decimal. */
    private SheetDraft weights(List<Field> scored) {
        TableDraft table = new TableDraft("Weights", dice, "Indicator");
        Map<Field, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        scored.forEach(field -> rows.put(field, new HashMap<>()));
        for (String dimension : dimensions) {
            table.column(dimension);
            List<Field> weighted = dice.some(scored, 1, scored.size());
            List<BigDecimal> shares = addingUpTo100(weighted.size());
            for (int i = 0; i < weighted.size(); i++) {
                rows.getOrDefault(weighted.get(i), new HashMap<>()).put(dimension, shares.get(i));
            }
        }
        rows.forEach((field, cells) -> {
            if (!cells.isEmpty()) {
                Map<String, @Nullable Object> row = table.row();
                row.putAll(cells);
                row.put("Indicator", dice.chance(80) ? field.label() : field.name());
            }
        });
        total(table, "Indicator", dimensions);
        return table.sheet(Set.copyOf(dimensions));
    }

    private void total(TableDraft table, String header, List<String> columns) {
        if (dice.chance(40)) {
            Map<String, @Nullable Object> row = table.row();
            row.put(header, dice.of("Total", "sum", "TOTAL "));
            columns.forEach(column -> row.put(column, 100));
        }
    }

    private List<BigDecimal> addingUpTo100(int count) {
        List<BigDecimal> cuts = new ArrayList<>(List.of(BigDecimal.ZERO, HUNDRED));
        int decimals = dice.of(0, 0, 1, 2);
        for (int i = 1; i < count; i++) {
            cuts.add(dice.number(0, 100, decimals));
        }
        Collections.sort(cuts);
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shares.add(cuts.get(i + 1).subtract(cuts.get(i)));
        }
        return shares;
    }

    private SheetDraft overall() {
        TableDraft table = new TableDraft("Overall", dice, "Dimension", "Weight in overall");
        List<BigDecimal> shares = addingUpTo100(dimensions.size());
        List<String> order = dice.shuffled(dimensions);
        for (int i = 0; i < order.size(); i++) {
            Map<String, @Nullable Object> row = table.row();
            row.put("Dimension", order.get(i));
            row.put("Weight in overall", shares.get(i));
        }
        total(table, "Dimension", List.of("Weight in overall"));
        return table.sheet(Set.of("Weight in overall"));
    }

    private SheetDraft context(List<Field> scored, List<Word> words) {
        TableDraft table =
                new TableDraft("Context", dice, "Rule ID", "Indicator", "Category", "Multiply weight by", "Because");
        List<Word> columns = rows.columns(table, words, 4);
        int count = dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = rows.row(table, columns, words);
            Field field = dice.pick(scored);
            boolean byCategory = dice.chance(40);
            row.put("Indicator", byCategory ? null : field.label());
            row.put("Category", byCategory ? field.category() : null);
            row.put(
                    "Multiply weight by",
                    dice.of(0, 2, 10, new BigDecimal("1.5"), new BigDecimal("0.333333"), new BigDecimal("1.0000005")));
        }
        return table.sheet(Set.of());
    }

    private SheetDraft caps(List<Word> words) {
        TableDraft table = new TableDraft("Caps", dice, "Rule ID", "Applies to", "At most", "At least", "Because");
        List<Word> columns = rows.columns(table, words, 4);
        List<String> targets = new ArrayList<>(dimensions);
        targets.add(RandomVocabulary.OVERALL);
        int count = dice.between(1, 7);
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = rows.row(table, columns, words);
            String target = dice.pick(targets);
            row.put("Applies to", target);
            List<BigDecimal> limits = new ArrayList<>(List.of(TableDraft.points(dice), TableDraft.points(dice)));
            Collections.sort(limits);
            int form = dice.between(0, 3);
            row.put("At least", form == 0 || form == 1 ? limits.get(0) : null);
            row.put("At most", form == 1 || form == 2 ? limits.get(1) : null);
            List<String> ladder = bands.get(target);
            if (ladder != null && (form == 3 || dice.chance(25))) {
                table.column("Band at most");
                row.put("Band at most", conditions.cased(dice.pick(ladder)));
            } else if (form == 3) {
                row.put("At most", limits.get(1));
            }
        }
        return table.sheet(Set.of("At most", "At least"));
    }

    private SheetDraft thresholds(List<Word> words) {
        TableDraft table = new TableDraft("Thresholds", dice, "Rule ID", "Applies to", "Band", "From", "Because");
        if (dice.chance(70)) {
            table.column("Leave below");
        }
        List<Word> columns = new ArrayList<>(rows.columns(table, words, 4));
        for (Word word :
                dice.some(words.stream().filter(this::isAboutEarlierScores).toList(), 0, 2)) {
            if (!columns.contains(word)) {
                columns.add(word);
                table.column(word);
            }
        }
        bands.forEach((target, palette) -> {
            List<Word> fit = columns.stream()
                    .filter(column -> !isAboutNow(column, target))
                    .toList();
            for (Word column : dice.some(fit, 0, 2)) {
                ladder(table, target, palette, words, column, conditions.cell(column));
            }
            ladder(table, target, palette, words, null, "");
        });
        return table.sheet(Set.of("From", "Leave below"));
    }

    private boolean isAboutEarlierScores(Word word) {
        return word.header().startsWith("Previous ")
                || word.header().startsWith("Change in Overall ")
                || dimensions.stream().anyMatch(one -> word.header().startsWith("Change in " + one + " score"));
    }

    /** Conditions on what the row itself judges would make bands that no score can reach. */
    private boolean isAboutNow(Word word, String target) {
        String own = target.equals(RandomVocabulary.OVERALL) ? target : target + " score";
        return word.header().equals(own)
                || List.of("Coverage", "Confidence", "Segment").contains(word.header());
    }

    /** Bands of one set of conditions; the lowest has an empty From. */
    private void ladder(
            TableDraft table,
            String target,
            List<String> palette,
            List<Word> words,
            @Nullable Word column,
            Object condition) {
        int from = dice.between(70, 95);
        int skipped = column != null && palette.size() > 2 && dice.chance(25) ? 1 : 0;
        for (int i = skipped; i < palette.size(); i++) {
            Map<String, @Nullable Object> row = table.row();
            this.rows.name(row, words);
            row.put("Applies to", target);
            row.put("Band", palette.get(i));
            if (column != null) {
                row.put(column.header(), condition);
            }
            if (i + 1 < palette.size()) {
                BigDecimal start = BigDecimal.valueOf(from).add(dice.of(BigDecimal.ZERO, new BigDecimal("0.25")));
                row.put("From", start);
                row.put("Leave below", dice.chance(60) ? start.subtract(dice.number(1, 5, 1)) : null);
                from -= dice.between(10, 22);
            }
        }
    }
}
