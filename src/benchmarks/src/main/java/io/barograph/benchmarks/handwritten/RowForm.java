package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a row's explanation that is the same for every account, as JSON.
 *
 * @param head from {@code "rule_id"} up to the sentence
 * @param because texts, and terms between them; null when the row has no sentence
 * @param inputs what the conditions name, once each, in column order
 * @param effect all of it, or what stands before the part that differs
 */
@SuppressWarnings("ArrayRecordComponent")
record RowForm(byte[] head, @Nullable List<Part> because, List<Input> inputs, byte[] effect) {

    /** A run of text, then perhaps the value of a term. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] words, @Nullable Term term) {}

    /** A name with its colon, and the term it is the value of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Input(byte[] name, Term term) {}

    static RowForm of(Row row) {
        RowHead head = row.head();
        String start = ",\"rule_id\":" + text(head.ruleId()) + ",\"table\":"
                + text(head.table().sheet()) + ",\"cell\":" + text(head.cell().toString()) + ",\"because\":";
        Map<String, Term> inputs = new LinkedHashMap<>();
        if (row instanceof Row.ScoringRow scoring) {
            inputs.put(scoring.term().key(), scoring.term());
        } else if (row instanceof Row.IndicatorRow indicator) {
            inputs.put(indicator.term().key(), indicator.term());
        } else if (row instanceof Row.TrendRow trend) {
            inputs.put(trend.change().key(), trend.change());
        }
        for (Clause clause : head.clauses()) {
            inputs.putIfAbsent(clause.term().key(), clause.term());
        }
        if (row instanceof Row.ThresholdRow threshold) {
            inputs.remove(scoreName(threshold.score()));
        }
        List<Input> named = new ArrayList<>();
        inputs.forEach((key, term) -> named.add(new Input(JsonBytes.bytes(text(key) + ":"), term)));
        return new RowForm(JsonBytes.bytes(start), because(head.because()), named, JsonBytes.bytes(effect(row)));
    }

    private static @Nullable List<Part> because(@Nullable Sentence sentence) {
        if (sentence == null) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Sentence.Part part : sentence.parts()) {
            if (part instanceof Sentence.Part.Words text) {
                words.append(text.text());
            } else if (part instanceof Sentence.Part.Blank blank) {
                parts.add(new Part(JsonBytes.escaped(words.toString()), blank.term()));
                words.setLength(0);
            }
        }
        parts.add(new Part(JsonBytes.escaped(words.toString()), null));
        return parts;
    }

    private static String effect(Row row) {
        if (row instanceof Row.SegmentRow segment) {
            return "{\"segment\":" + text(segment.segment()) + "}";
        } else if (row instanceof Row.TierRow tier) {
            return "{\"tier\":" + text(tier.tier()) + "}";
        } else if (row instanceof Row.IndicatorRow indicator) {
            return subScore(indicator.term());
        } else if (row instanceof Row.ScoringRow scoring) {
            return subScore(scoring.term());
        } else if (row instanceof Row.ContextRow context) {
            String target = context.indicator() != null
                    ? "{\"indicator\":" + text(context.indicator().name())
                    : "{\"category\":" + text(context.category());
            return target + ",\"multiply_weight_by\":" + number(context.factor()) + "}";
        } else if (row instanceof Row.CapRow cap) {
            return "{\"score\":" + text(cap.score())
                    + (cap.atMost() == null ? "" : ",\"at_most\":" + number(cap.atMost()))
                    + (cap.atLeast() == null ? "" : ",\"at_least\":" + number(cap.atLeast()))
                    + (cap.bandAtMost() == null ? "" : ",\"band_at_most\":" + text(cap.bandAtMost()));
        } else if (row instanceof Row.ThresholdRow threshold) {
            return "{\"score\":" + text(threshold.score()) + ",\"band\":" + text(threshold.band()) + ",\"kept\":";
        } else if (row instanceof Row.TrendRow trend) {
            return "{\"flag\":" + text(trend.flag()) + ",\"severity\":" + text(trend.severity()) + "}";
        } else if (row instanceof Row.SignalRow signal) {
            return "{\"flag\":" + text(signal.flag()) + ",\"severity\":" + text(signal.severity()) + "}";
        } else if (row instanceof Row.CohortRow cohort) {
            return "{\"cohort\":" + text(cohort.cohort()) + "}";
        } else if (row instanceof Row.PlaybookRow playbook) {
            return "{\"playbook\":" + text(playbook.playbook()) + ",\"state\":";
        } else if (row instanceof Row.EscalationRow escalation) {
            return "{\"escalate_to\":" + text(escalation.escalateTo());
        }
        return "";
    }

    private static String subScore(Term term) {
        return "{\"indicator\":" + text(term.key()) + ",\"sub_score\":";
    }

    static String scoreName(String score) {
        return score.equalsIgnoreCase("Overall") ? "Overall" : score + " score";
    }

    static String text(@Nullable String text) {
        return new String(JsonBytes.quoted(text), java.nio.charset.StandardCharsets.UTF_8);
    }

    static String number(BigDecimal number) {
        return HandDecision.canonical(number).toPlainString();
    }
}
