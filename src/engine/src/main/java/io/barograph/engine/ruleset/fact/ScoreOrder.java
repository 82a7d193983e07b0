package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scores of a segment by position: Overall, then its dimensions in Overall order. Immutable. */
public final class ScoreOrder {

    /** Position of Overall. */
    public static final int OVERALL = 0;

    private static final String OVERALL_NAME = "Overall";

    private final List<String> names = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> byKey = new HashMap<>();

    public ScoreOrder(SegmentModel segment) {
        add(OVERALL_NAME);
        segment.overall().stream().map(Row.DimensionRow::dimension).forEach(this::add);
    }

    private void add(String name) {
        String key = Names.fold(name);
        byKey.put(key, names.size());
        names.add(name);
        keys.add(key);
    }

    /** How many scores there are, Overall among them. */
    public int count() {
        return names.size();
    }

    public String name(int score) {
        return names.get(score);
    }

    /** Folded name. */
    public String key(int score) {
        return keys.get(score);
    }

    /** Position of a score by its folded name; negative when the segment has no such score. */
    public int find(String key) {
        Integer score = byKey.get(key);
        return score == null ? -1 : score;
    }

    /**
     * Position of a score by its name, however it is written; negative when the segment has no such score, which rows of a model that was
     * put together from others may name.
     */
    public int of(String name) {
        return find(Names.fold(name));
    }
}
