package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words each table may use.
 *
 * @param segments names of all segments
 * @param tiers names of all account tiers; empty without that table
 * @param dimensions names of the segment's dimensions
 * @param bands best first, by target; only targets with Thresholds rows
 * @param outcomes what the segment's later tables come to
 */
record RandomVocabulary(
        Dice dice,
        List<Field> fields,
        List<String> segments,
        List<String> tiers,
        List<String> dimensions,
        Map<String, List<String>> bands,
        RandomOutcomes outcomes) {

    static final String OVERALL = "Overall";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    List<Word> ofFields() {
        return fields.stream().map(field -> Word.of(field, dice)).toList();
    }

    List<Word> forSegments() {
        List<Word> words = new ArrayList<>(ofFields());
        words.add(Word.days("Days to renewal", -30, 400));
        words.add(score("Previous overall"));
        addBands(words, "Previous ");
        dimensions.forEach(dimension -> words.add(score("Previous " + dimension + " score")));
        fields.stream()
                .filter(field -> field.isIndicator() && field.type().isNumeric())
                .forEach(field -> words.add(change(field)));
        return words;
    }

    private Word change(Field field) {
        boolean percent = dice.chance(50);
        BigDecimal reach = Word.high(field).subtract(Word.low(field));
        BigDecimal most = percent ? HUNDRED : reach.min(HUNDRED);
        String header =
                "Change in " + field.label() + " over " + dice.of(7, 10, 30, 45) + " days" + (percent ? " %" : "");
        return new Word(header, Word.Sort.NUMBER, List.of(), most.negate(), most, false, percent);
    }

    List<Word> forContext() {
        List<Word> words = new ArrayList<>(forSegments());
        words.add(Word.text("Segment", segments));
        if (!tiers.isEmpty()) {
            words.add(Word.text("Account tier", tiers));
        }
        return words;
    }

    List<Word> forCaps() {
        List<Word> words = new ArrayList<>(forContext());
        words.add(score(OVERALL));
        words.add(score("Coverage"));
        dimensions.forEach(dimension -> words.add(score(dimension + " score")));
        return words;
    }

    List<Word> forThresholds() {
        List<Word> words = new ArrayList<>(forCaps());
        words.add(Word.text("Confidence", List.of("low", "medium", "high")));
        words.add(changeOfScore(OVERALL));
        words.add(changeOfScore(dice.pick(dimensions) + " score"));
        return words;
    }

    private Word changeOfScore(String score) {
        boolean percent = dice.chance(50);
        String header = "Change in " + score + " over " + dice.of(7, 30, 45) + " days" + (percent ? " %" : "");
        Word points = Word.number(header, -40, 40);
        return percent
                ? new Word(header, Word.Sort.NUMBER, List.of(), points.low(), points.high(), false, true)
                : points;
    }

    List<Word> forTrends() {
        List<Word> words = new ArrayList<>(forThresholds());
        addBands(words, "");
        if (bands.containsKey(OVERALL)) {
            words.add(Word.text("Band entered", withUnknown(bands.getOrDefault(OVERALL, List.of()))));
        }
        words.add(Word.days("Days in band", 0, 120));
        words.add(Word.mark("Overall crosses below"));
        words.add(Word.mark("Overall crosses above"));
        if (!outcomes.horizons().isEmpty()) {
            words.add(Word.number("Churn probability", 0, 1));
            words.add(Word.number("Expansion probability", 0, 1));
            words.add(Word.number("ARR at risk", 0, 400));
        }
        return words;
    }

    List<Word> forSignals() {
        return withFlags(outcomes.trendFlags());
    }

    private List<Word> withFlags(List<String> flags) {
        List<Word> words = new ArrayList<>(forTrends());
        if (!flags.isEmpty()) {
            words.add(Word.set("Flags", flags));
            words.add(Word.text("Flag severity", List.of("low", "medium", "high")));
        }
        return words;
    }

    List<Word> forCohorts() {
        List<String> flags = new ArrayList<>(outcomes.trendFlags());
        outcomes.signalFlags().stream().filter(flag -> !flags.contains(flag)).forEach(flags::add);
        return withFlags(flags);
    }

    List<Word> forPlaybooks() {
        List<Word> words = new ArrayList<>(forCohorts());
        if (!outcomes.cohorts().isEmpty()) {
            words.add(Word.text("Cohort", outcomes.cohorts()));
        }
        return words;
    }

    List<Word> forEscalations() {
        List<Word> words = new ArrayList<>(forPlaybooks());
        if (!outcomes.playbooks().isEmpty()) {
            words.add(Word.set("Playbooks", outcomes.playbooks()));
        }
        return words;
    }

    private void addBands(List<Word> words, String prefix) {
        Map<String, List<String>> targets = new LinkedHashMap<>(bands);
        targets.forEach((target, names) -> {
            boolean overall = target.equals(OVERALL);
            String header = prefix + (overall && !prefix.isEmpty() ? "overall" : target) + " band";
            words.add(Word.text(header, withUnknown(names)));
        });
    }

    static List<String> withUnknown(List<String> bands) {
        List<String> all = new ArrayList<>(bands);
        all.add("unknown");
        return all;
    }

    private static Word score(String header) {
        return new Word(header, Word.Sort.NUMBER, List.of(), BigDecimal.ZERO, HUNDRED, false, true);
    }
}
