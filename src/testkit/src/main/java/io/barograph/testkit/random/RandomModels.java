package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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
        drafts.add(segmentsWorkbook(names, tiers, segments.get(0)));
        for (int i = 0; i < names.size(); i++) {
            RandomSegment segment = segments.get(i);
            drafts.add(segment.workbook("segment-" + i + ".xlsx", names.get(i), segment.vocabulary(names, tiers)));
        }
        return new RandomModel(
                seed, new Contract("1", fields, List.of()), RandomContract.yaml(fields), dice.shuffled(drafts));
    }

    private String ruleId() {
        int number = lastRuleId.incrementAndGet();
        return dice.of("R-", "r_", "Rule.") + number;
    }

    private WorkbookDraft segmentsWorkbook(List<String> names, List<String> tiers, RandomSegment any) {
        List<Word> words = any.vocabulary(names, tiers).forSegments();
        List<String> outcomes = new ArrayList<>(names);
        if (dice.chance(15)) {
            outcomes.add("without a workbook");
        }
        List<SheetDraft> sheets = new ArrayList<>();
        RowDraws rows = new RowDraws(dice, this::ruleId);
        sheets.add(rows.firstMatch("Segments", "Segment", dice.shuffled(outcomes), words, true));
        if (!tiers.isEmpty()) {
            sheets.add(rows.firstMatch("Account tiers", "Tier", dice.shuffled(tiers), words, dice.chance(50)));
        }
        return new WorkbookDraft("segments.xlsx", sheets);
    }
}
