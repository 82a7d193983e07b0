package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws sound models of every shape the format allows: equal seeds give equal models. */
public final class RandomModels {

    private static final List<String> SEGMENTS = List.of("enterprise", "mid-market", "SMB", "market place");
    private static final List<String> TIERS = List.of("strategic", "key", "standard");

    private final long seed;
    private final Dice dice;
    private final AtomicInteger lastRuleId = new AtomicInteger();

    private RandomModels(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
    }

    public static RandomModel model(long seed) {
        return new RandomModels(seed).draw();
    }

    private RandomModel draw() {
        List<Field> fields = new RandomContract(dice).fields();
        while (fields.stream().filter(RandomScoring::canScore).count() < 2) {
            fields = new RandomContract(dice).fields();
        }
        List<String> names = List.copyOf(dice.some(SEGMENTS, 1, 4));
        List<String> tiers = dice.chance(60) ? TIERS : List.of();
        Supplier<String> ruleIds = this::ruleId;
        List<RandomSegment> segments = new ArrayList<>();
        while (segments.size() < names.size()) {
            segments.add(new RandomSegment(dice, fields, ruleIds));
        }
        List<WorkbookDraft> drafts = new ArrayList<>();
        drafts.add(segmentsWorkbook(fields, names, tiers, segments.get(0)));
        for (int i = 0; i < names.size(); i++) {
            RandomSegment segment = segments.get(i);
            RandomVocabulary words =
                    new RandomVocabulary(dice, fields, names, tiers, segment.dimensions, segment.bands);
            drafts.add(segment.workbook("segment-" + i + ".xlsx", names.get(i), words));
        }
        return new RandomModel(
                seed, new Contract("1", fields, List.of()), RandomContract.yaml(fields), dice.shuffled(drafts));
    }

    private String ruleId() {
        int number = lastRuleId.incrementAndGet();
        return dice.of("R-", "r_", "Rule.") + number;
    }

    private WorkbookDraft segmentsWorkbook(
            List<Field> fields, List<String> names, List<String> tiers, RandomSegment any) {
        Map<String, List<String>> bands = new LinkedHashMap<>(any.bands);
        List<Word> words = new RandomVocabulary(dice, fields, names, tiers, any.dimensions, bands).forSegments();
        List<String> outcomes = new ArrayList<>(names);
        if (dice.chance(15)) {
            outcomes.add("without a workbook");
        }
        List<SheetDraft> sheets = new ArrayList<>();
        sheets.add(firstMatch("Segments", "Segment", dice.shuffled(outcomes), words, true));
        if (!tiers.isEmpty()) {
            sheets.add(firstMatch("Account tiers", "Tier", dice.shuffled(tiers), words, dice.chance(50)));
        }
        return new WorkbookDraft("segments.xlsx", sheets);
    }

    /**
     * Every row but the last fills a column that all later rows leave empty, so that no row hides a later one.
     *
     * @param catchAll whether the last row has no conditions
     */
    private SheetDraft firstMatch(
            String name, String outcome, List<String> outcomes, List<Word> words, boolean catchAll) {
        TableDraft table = new TableDraft(name, dice, "Rule ID", outcome, "Because");
        List<Word> columns = dice.some(words, outcomes.size() + 1, outcomes.size() + 2);
        columns.forEach(table::column);
        RandomConditions conditions = new RandomConditions(dice);
        Sentences sentences = new Sentences(dice);
        for (int i = 0; i < outcomes.size(); i++) {
            Map<String, @Nullable Object> row = table.row();
            row.put("Rule ID", ruleId());
            row.put("Because", sentences.because(words));
            row.put(outcome, outcomes.get(i));
            if (i + 1 < outcomes.size() || !catchAll) {
                row.put(columns.get(i).header(), conditions.cell(columns.get(i)));
                Word another = columns.get(outcomes.size());
                row.put(another.header(), dice.chance(15) ? conditions.cell(another) : null);
            }
        }
        return table.sheet(Set.of());
    }
}
