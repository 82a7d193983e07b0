package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.text.Names;
import java.util.HashMap;
import java.util.Map;

/** Scores, bands and playbooks of all segments by number; Overall is score 0. */
final class ScoreNames {

    static final int OVERALL = 0;

    /** Bands as conditions and hysteresis compare them. */
    final Codes bands = new Codes();

    private final Map<String, Integer> scores = new HashMap<>();
    private final Map<String, Integer> playbooks = new HashMap<>();
    private int scoreCount;
    private int playbookCount;

    ScoreNames(Model model) {
        scoreCount = add(scores, "Overall", 0);
        for (SegmentModel segment : model.segmentModels()) {
            for (Row.DimensionRow row : segment.overall()) {
                scoreCount = add(scores, row.dimension(), scoreCount);
            }
            for (Row.ThresholdRow row : segment.thresholds()) {
                bands.add(row.band());
            }
            for (Row.PlaybookRow row : segment.playbooks()) {
                playbookCount = add(playbooks, row.playbook(), playbookCount);
            }
        }
        bands.add(HandDecision.UNKNOWN_BAND);
    }

    private static int add(Map<String, Integer> numbers, String name, int next) {
        Integer known = numbers.get(Names.fold(name));
        int number = known == null ? next : known;
        numbers.put(Names.fold(name), number);
        numbers.put(name, number);
        return known == null ? next + 1 : next;
    }

    int count() {
        return scoreCount;
    }

    int playbooks() {
        return playbookCount;
    }

    /** −1 when no segment has such a score. */
    int find(String score) {
        Integer exact = scores.get(score);
        return exact != null ? exact : scores.getOrDefault(Names.fold(score), -1);
    }

    /** −1 when no segment has such a playbook. */
    int playbook(String name) {
        Integer exact = playbooks.get(name);
        return exact != null ? exact : playbooks.getOrDefault(Names.fold(name), -1);
    }
}
