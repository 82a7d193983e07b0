package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.compact.RowForm.Hole;
import io.barograph.engine.audit.compact.RowForm.PlaybookForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a program needs to read a model's records that does not know how to read its workbooks; {@code docs/audit-log.md}. */
final class Legend {

    private Legend() {}

    static byte[] of(RecordModel model) {
        Map<String, @Nullable Object> legend = new TreeMap<>();
        legend.put("type", "legend");
        legend.put("digest", model.digest());
        legend.put("hides_amounts", model.hidesAmounts());
        legend.put("fields", model.fields());
        legend.put("attributes", model.attributes());
        legend.put("indicators", model.indicators());
        legend.put("texts", model.texts().all());
        legend.put("messages", MessageForm.ALL.stream().map(MessageForm::words).toList());
        legend.put("rows", model.rows().stream().map(row -> row(row, model)).toList());
        Map<String, @Nullable Object> segments = new TreeMap<>();
        model.segments().forEach((name, form) -> segments.put(name, segment(form)));
        legend.put("segments", segments);
        return CanonicalJson.bytes(legend);
    }

    private static Map<String, @Nullable Object> row(RowForm form, RecordModel model) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        row.put("rule_id", form.ruleId());
        row.put("table", form.table().sheet());
        row.put("cell", form.cell());
        row.put("inputs", form.inputs().stream().map(model.names()::name).toList());
        row.put("effect", new TreeMap<String, @Nullable Object>(form.effect()));
        row.put("holes", form.holes().stream().map(Hole::member).toList());
        row.put("because", sentence(form.because(), model));
        if (form.hidden()) {
            row.put("hidden", true);
        }
        if (form.kept() >= 0) {
            row.put("kept", model.names().name(form.kept()));
        }
        if (form.indicator() >= 0) {
            row.put("scores", model.fields().get(form.indicator()));
        }
        if (form.dueDays() != null) {
            row.put("due_days", BigDecimal.valueOf(form.dueDays()));
        }
        if (form.playbook() != null) {
            row.put("recommends", playbook(form.playbook()));
        } else if (form.action() != null) {
            row.put("action", form.action());
        }
        return row;
    }

    /** Words and blanks in turn; blanks are named by what fills them. */
    private static @Nullable List<Object> sentence(@Nullable SentenceForm form, RecordModel model) {
        if (form == null) {
            return null;
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < form.blanks().size(); i++) {
            parts.add(form.words().get(i));
            parts.add(model.names().name(form.blanks().get(i)));
        }
        parts.add(form.words().get(form.blanks().size()));
        return parts;
    }

    private static Map<String, @Nullable Object> playbook(PlaybookForm form) {
        Map<String, @Nullable Object> playbook = new TreeMap<>();
        playbook.put("playbook", form.playbook());
        playbook.put("action", form.action());
        playbook.put("owner_role", form.ownerRole());
        playbook.put("channel", form.channel());
        playbook.put("priority", form.priority() == null ? null : BigDecimal.valueOf(form.priority()));
        return playbook;
    }

    private static Map<String, @Nullable Object> segment(SegmentForm form) {
        Map<String, @Nullable Object> segment = new TreeMap<>();
        segment.put("probabilities", form.probabilities());
        segment.put(
                "dimensions",
                form.dimensions().stream()
                        .map(dimension -> {
                            Map<String, @Nullable Object> each = new TreeMap<>();
                            each.put("name", dimension.name());
                            each.put("weight", dimension.weight());
                            each.put(
                                    "indicators",
                                    dimension.indicators().stream()
                                            .map(indicator -> new TreeMap<String, @Nullable Object>(
                                                    Map.of("name", indicator.name(), "weight", indicator.weight())))
                                            .toList());
                            return each;
                        })
                        .toList());
        return segment;
    }
}
