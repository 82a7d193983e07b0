package io.barograph.engine.audit.compact;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.SegmentModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The texts that records of a model name by number; those that stand in nearly every record first, since they take a byte. */
final class ModelTexts {

    /** Words that every decision may use. */
    private static final List<String> WORDS = List.of(
            Decision.OVERALL,
            "unknown",
            "data",
            "missing_data",
            "model",
            "override",
            "bands",
            "playbooks",
            "flag",
            "severity",
            "low",
            "medium",
            "high",
            "score",
            "band_at_most",
            "lowered",
            "also",
            "suppressed",
            "suppressed_rule",
            "as_of",
            "not-in-contract",
            "duplicate-input",
            "after-as-of",
            "out-of-range",
            "wrong-type",
            "not-allowed",
            "stale",
            "no-model",
            "no-score",
            "rule-failed");

    private ModelTexts() {}

    static Texts of(Model model) {
        List<Field> fields = model.contract().fields();
        Set<String> texts = new LinkedHashSet<>(WORDS);
        fields.forEach(field -> texts.add(field.name()));
        for (SegmentModel segment : model.segmentModels()) {
            segment.overall().forEach(row -> texts.add(row.dimension()));
            segment.thresholds().forEach(row -> texts.add(row.band()));
        }
        fields.forEach(field -> texts.addAll(field.allowedValues()));
        model.segments().forEach(row -> texts.add(row.segment()));
        model.tiers().forEach(row -> texts.add(row.tier()));
        for (SegmentModel segment : model.segmentModels()) {
            segment.playbooks().forEach(row -> texts.add(row.playbook()));
            segment.cohorts().forEach(row -> texts.add(row.cohort()));
            segment.trends().forEach(row -> texts.add(row.flag()));
            segment.signals().forEach(row -> texts.add(row.flag()));
        }
        fields.forEach(field -> texts.add(field.label()));
        return new Texts(List.copyOf(texts));
    }
}
