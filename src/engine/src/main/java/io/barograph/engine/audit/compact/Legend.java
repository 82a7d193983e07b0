package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.RowFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program needs to read a model's records that does not know how to read its workbooks; {@code docs/audit-log.md}. */
final class Legend {

    private Legend() {}

    static byte[] of(RecordModel model) {
        Map<String, @Nullable Object> legend = new TreeMap<>();
        legend.put("type", "legend");
        legend.put("digest", model.digest());
        legend.put("attributes", model.attributes());
        legend.put("indicators", model.indicators());
        legend.put("texts", model.texts().all());
        legend.put("messages", MessageForm.ALL.stream().map(MessageForm::words).toList());
        legend.put("ranked", model.hidesAmounts());
        legend.put(
                "cells",
                IntStream.range(0, model.cells())
                        .mapToObj(cell -> model.term(cell).key())
                        .toList());
        legend.put(
                "rows",
                IntStream.range(0, model.rows())
                        .mapToObj(number -> row(number, model))
                        .toList());
        legend.put(
                "segments",
                model.model().segmentModels().stream().map(Legend::segment).toList());
        return CanonicalJson.bytes(legend);
    }

    private static Map<String, @Nullable Object> row(int number, RecordModel model) {
        RowFact fact = model.renderer().rows().get(number);
        RowForm form = model.row(number);
        RowHead head = fact.head();
        Map<String, @Nullable Object> row = new TreeMap<>();
        row.put("rule_id", head.ruleId());
        row.put("table", head.table().sheet());
        row.put("cell", head.cell().toString());
        row.put("sees", Arrays.stream(form.cells).mapToObj(BigDecimal::valueOf).toList());
        row.put("because", sentence(head, model.renderer().cells()));
        if (form.scores) {
            row.put("sub_score", form.subScore == RowForm.NONE ? "told" : BigDecimal.valueOf(form.subScore));
        }
        return row;
    }

    /** Words and, as the numbers of the cells that fill them, blanks. */
    private static @Nullable List<Object> sentence(RowHead head, Cells cells) {
        Sentence because = head.because();
        if (because == null) {
            return null;
        }
        List<Object> parts = new ArrayList<>();
        for (Sentence.Part part : because.parts()) {
            if (part instanceof Sentence.Part.Words words) {
                parts.add(words.text());
            } else if (part instanceof Sentence.Part.Blank blank) {
                parts.add(BigDecimal.valueOf(cells.of(blank.term(), head.table())));
            }
        }
        return parts;
    }

    private static Map<String, @Nullable Object> segment(SegmentModel segment) {
        Map<String, @Nullable Object> told = new TreeMap<>();
        told.put("segment", segment.segment());
        told.put("file", segment.file());
        told.put(
                "scores",
                Stream.concat(
                                Stream.of(io.barograph.engine.decision.Decision.OVERALL),
                                segment.overall().stream().map(Row.DimensionRow::dimension))
                        .toList());
        return told;
    }
}
