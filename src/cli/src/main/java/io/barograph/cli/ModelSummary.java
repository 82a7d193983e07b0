package io.barograph.cli;

import io.barograph.engine.contract.Field;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Printable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a sound model consists of, in a terminal of 80 columns. */
final class ModelSummary {

    private static final int LABEL = 13;
    private static final int COLUMN = 15;
    private static final int COLUMNS = 4;

    private ModelSummary() {}

    static String of(Model model) {
        long indicators = model.contract().fields().stream()
                .filter(field -> field.role() == Field.Role.INDICATOR)
                .count();
        StringBuilder text = new StringBuilder();
        text.append("%s is sound%n%s, %s, %s, %s%n%n"
                .formatted(
                        Printable.line(model.name()),
                        counted(model.segmentModels().size(), "segment"),
                        counted(indicators, "indicator"),
                        counted(model.contract().fields().size() - indicators, "attribute"),
                        counted(model.ruleFiles().size(), "guardrail file")));
        List<SegmentModel> segments = model.segmentModels();
        for (int from = 0; from < segments.size(); from += COLUMNS) {
            rows(segments.subList(from, Math.min(from + COLUMNS, segments.size())), text);
        }
        return text.toString();
    }

    private static void rows(List<SegmentModel> segments, StringBuilder text) {
        text.append(Look.PLAIN.left("rows", LABEL));
        segments.forEach(segment -> text.append(' ').append(Look.PLAIN.right(segment.segment(), COLUMN)));
        text.append('\n');
        for (Map.Entry<Table, Integer> first : rows(segments.get(0)).entrySet()) {
            text.append(Look.PLAIN.left(first.getKey().sheet(), LABEL));
            for (SegmentModel segment : segments) {
                Integer count = rows(segment).get(first.getKey());
                text.append(' ').append(Look.PLAIN.right(String.valueOf(count), COLUMN));
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private static Map<Table, Integer> rows(SegmentModel segment) {
        Map<Table, Integer> rows = new EnumMap<>(Table.class);
        rows.put(Table.INDICATORS, segment.indicators().size());
        rows.put(Table.SCORING, segment.scoring().size());
        rows.put(Table.WEIGHTS, segment.weights().size());
        rows.put(Table.CONTEXT, segment.context().size());
        rows.put(Table.OVERALL, segment.overall().size());
        rows.put(Table.CAPS, segment.caps().size());
        rows.put(Table.THRESHOLDS, segment.thresholds().size());
        rows.put(Table.CALIBRATION, segment.calibration().size());
        rows.put(Table.TRENDS, segment.trends().size());
        rows.put(Table.SIGNALS, segment.signals().size());
        rows.put(Table.COHORTS, segment.cohorts().size());
        rows.put(Table.PLAYBOOKS, segment.playbooks().size());
        rows.put(Table.ESCALATIONS, segment.escalations().size());
        rows.put(Table.TESTS, segment.tests().size());
        return rows;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
