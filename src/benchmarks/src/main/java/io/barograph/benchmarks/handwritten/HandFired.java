package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.benchmarks.handwritten.HandDecision.Advice;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells every row and guardrail that fired: what it saw, why, and what it did. */
final class HandFired {

    private final Fields fields;
    private final TermText terms;
    private final List<RowForm> segments;
    private final List<RowForm> tiers;
    private final Map<SegmentModel, List<RowForm>> rows = new HashMap<>();
    private final ShippedScorer scorer;

    HandFired(ShippedScorer scorer, TermText terms) {
        this.scorer = scorer;
        this.fields = scorer.vocabulary.fields;
        this.terms = terms;
        this.segments = scorer.model.segments().stream().map(RowForm::of).toList();
        this.tiers = scorer.model.tiers().stream().map(RowForm::of).toList();
    }

    private List<RowForm> forms(SegmentTables tables) {
        List<RowForm> known = rows.get(tables.model);
        if (known == null) {
            known = tables.rows.stream().map(RowForm::of).toList();
            rows.put(tables.model, known);
        }
        return known;
    }

    void write(HandDecision decision, JsonBytes json) {
        SegmentTables tables = decision.tables;
        List<RowForm> forms = forms(tables);
        int seq = 1;
        row(decision, segments.get(decision.segmentRow), scorer.model.segments().get(decision.segmentRow), seq++, json);
        json.ascii("},");
        if (decision.tierRow >= 0) {
            row(decision, tiers.get(decision.tierRow), scorer.model.tiers().get(decision.tierRow), seq++, json);
            json.ascii("},");
        }
        boolean statusTold = false;
        boolean upsellTold = false;
        for (int i = Bits.next(decision.fired, 0); i >= 0; i = Bits.next(decision.fired, i + 1)) {
            if (!statusTold && i >= tables.trends.from()) {
                seq = status(decision, seq, json);
                statusTold = true;
            }
            if (!upsellTold && i >= tables.escalations.from()) {
                seq = upsell(decision, seq, json);
                upsellTold = true;
            }
            row(decision, forms.get(i), tables.rows.get(i), seq++, json);
            effect(decision, tables.rows.get(i), i, json);
            json.ascii("},");
        }
        if (!statusTold) {
            seq = status(decision, seq, json);
        }
        if (!upsellTold) {
            upsell(decision, seq, json);
        }
        json.withoutComma();
    }

    private void row(HandDecision decision, RowForm form, Row row, int seq, JsonBytes json) {
        Table table = row.head().table();
        json.ascii("{\"seq\":");
        json.number(seq);
        json.raw(form.head());
        List<RowForm.Part> because = form.because();
        if (because == null) {
            json.nothing();
        } else {
            json.raw('"');
            for (RowForm.Part part : because) {
                json.raw(part.words());
                if (part.term() != null) {
                    terms.tell(decision, part.term(), table, json);
                }
            }
            json.raw('"');
        }
        json.ascii(",\"inputs\":{");
        if (row instanceof Row.ThresholdRow threshold) {
            score(decision, threshold, json);
        } else if (row instanceof Row.EscalationRow escalation) {
            standing(decision, escalation, json);
        }
        for (RowForm.Input input : form.inputs()) {
            json.raw(input.name());
            terms.value(decision, input.term(), table, json);
            json.raw(',');
        }
        if (row instanceof Row.ThresholdRow threshold) {
            kept(decision, threshold, json);
        }
        json.withoutComma();
        json.ascii("},\"effect\":");
        json.raw(form.effect());
    }

    private static void score(HandDecision decision, Row.ThresholdRow row, JsonBytes json) {
        int score = SegmentTables.score(decision.tables.model, row.score());
        json.text(RowForm.scoreName(row.score()));
        json.raw(':');
        json.decimal(decision.shown[score], 2);
        json.raw(',');
    }

    private static void kept(HandDecision decision, Row.ThresholdRow row, JsonBytes json) {
        int score = SegmentTables.score(decision.tables.model, row.score());
        BandTable bands = decision.tables.bandTable;
        if (bands.kept(decision.bandRow[score], decision.shown[score])) {
            PastScore past = decision.account.scores[bands.pastScore[score]];
            json.text(score == 0 ? "Previous overall band" : "Previous " + row.score() + " band");
            json.raw(':');
            json.text(past == null ? null : past.band);
            json.raw(',');
        }
    }

    private static void standing(HandDecision decision, Row.EscalationRow row, JsonBytes json) {
        int score = SegmentTables.score(decision.tables.model, row.score());
        String band = score < 0 ? null : decision.band(score);
        if (row.band() != null) {
            json.text(score == 0 ? "Overall band" : row.score() + " band");
            json.raw(':');
            json.text(band);
            json.raw(',');
        }
        if (row.forAtLeastDays() != null && band != null) {
            json.text(score == 0 ? "Days in band" : "Days in " + row.score() + " band");
            json.raw(':');
            json.number(Judging.daysInBand(decision, score));
            json.raw(',');
        }
    }

    private void effect(HandDecision decision, Row row, int number, JsonBytes json) {
        SegmentTables tables = decision.tables;
        if (row instanceof Row.IndicatorRow || row instanceof Row.ScoringRow) {
            int place = fields.place(java.util.Objects.requireNonNull(
                    row instanceof Row.ScoringRow scoring
                            ? scoring.term().field()
                            : ((Row.IndicatorRow) row).term().field()));
            json.decimal(decision.subScores[place], 2);
            json.raw('}');
        } else if (row instanceof Row.CapRow cap) {
            int i = number - tables.caps.from();
            if (cap.atMost() != null || cap.atLeast() != null) {
                json.ascii(",\"points\":");
                json.decimal(decision.moves == null ? 0 : decision.moves.points(tables.capTable.score[i], i), 2);
            }
            if (cap.bandAtMost() != null) {
                json.ascii((decision.loweredBands >>> i & 1) != 0 ? ",\"lowered\":true" : ",\"lowered\":false");
            }
            json.raw('}');
        } else if (row instanceof Row.ThresholdRow threshold) {
            int score = SegmentTables.score(tables.model, threshold.score());
            json.ascii(
                    tables.bandTable.kept(number - tables.thresholds.from(), decision.shown[score])
                            ? "true}"
                            : "false}");
        } else if (row instanceof Row.PlaybookRow) {
            playbook(decision, number, json);
        } else if (row instanceof Row.EscalationRow escalation) {
            if (escalation.dueDays() != null) {
                json.ascii(",\"due\":");
                json.date(decision.account.asOf + (long) escalation.dueDays());
            }
            json.raw('}');
        }
    }

    private static void playbook(HandDecision decision, int number, JsonBytes json) {
        Advice[] advice = decision.advice;
        if (advice == null) {
            return;
        }
        for (Advice each : advice) {
            if (each.row == number) {
                json.ascii(
                        each.suppressedBy != HandDecision.FREE
                                ? "\"suppressed\""
                                : each.running() ? "\"running\"" : "\"cooling\"");
                if (each.expectedValue != Micros.MISSING) {
                    json.ascii(",\"expected_value\":");
                    json.decimal(each.expectedValue, 2);
                }
                json.raw('}');
            }
        }
    }

    private int status(HandDecision decision, int seq, JsonBytes json) {
        int i = decision.statusGuardrail;
        if (i < 0) {
            return seq;
        }
        List<String> status = Judging.STATUSES.get(i);
        json.ascii("{\"seq\":");
        json.number(seq);
        json.raw(Guards.STATUS.get(i).head());
        json.ascii("\"contractStatus\":");
        json.text(decision.account.texts[fields.find("contract_status")]);
        json.ascii("},\"effect\":{\"score\":\"Overall\",\"band_at_most\":");
        json.text(status.get(1));
        json.ascii(decision.statusLowered ? ",\"lowered\":true,\"flag\":" : ",\"lowered\":false,\"flag\":");
        json.text(status.get(0));
        json.ascii(",\"severity\":");
        json.text(status.get(2));
        json.ascii("}},");
        return seq + 1;
    }

    /** By guardrail, then by the playbook's name. */
    private static int upsell(HandDecision decision, int seq, JsonBytes json) {
        Advice[] advice = decision.advice;
        if (advice == null) {
            return seq;
        }
        int next = seq;
        for (int guardrail : new int[] {HandDecision.BY_RED, HandDecision.BY_ESCALATION}) {
            List<Row> rows = IntStream.range(decision.tables.playbooks.from(), decision.tables.playbooks.to())
                    .filter(row -> Bits.has(decision.fired, row) && decision.guards(row, guardrail))
                    .mapToObj(decision.tables.rows::get)
                    .sorted(Comparator.comparing(row -> ((Row.PlaybookRow) row).playbook()))
                    .toList();
            for (Row row : rows) {
                upsell(decision, (Row.PlaybookRow) row, guardrail, next++, json);
            }
        }
        return next;
    }

    private static void upsell(HandDecision decision, Row.PlaybookRow row, int guardrail, int seq, JsonBytes json) {
        boolean red = guardrail == HandDecision.BY_RED;
        json.ascii("{\"seq\":");
        json.number(seq);
        json.raw((red ? Guards.RED : Guards.ESCALATION).head());
        if (red) {
            json.ascii("\"overallBand\":\"red\",");
        }
        json.ascii("\"playbook\":");
        json.text(row.playbook());
        if (!red) {
            json.ascii(",\"unresolvedEscalations\":");
            json.micros(decision.unresolvedEscalations);
        }
        json.ascii("},\"effect\":{\"suppressed\":");
        json.text(row.playbook());
        json.ascii(",\"suppressed_rule\":");
        json.text(row.head().ruleId());
        json.ascii("}},");
    }

    /** The processed value of an indicator. */
    void processed(HandDecision decision, int place, JsonBytes json) {
        long value = decision.registers[place];
        Reading newest = decision.account.readings[place];
        if (value == Micros.MISSING || newest == null) {
            json.nothing();
        } else if (fields.text[place]) {
            json.text(newest.text);
        } else if (fields.number[place]) {
            json.micros(value);
        } else if (fields.fields[place].type() == FieldType.DATE) {
            json.date(value);
        } else {
            json.ascii(value == 1 ? "true" : "false");
        }
    }

    /** A value of any type. */
    static void plain(@Nullable Object value, JsonBytes json) {
        if (value == null) {
            json.nothing();
        } else if (value instanceof BigDecimal number) {
            json.ascii(RowForm.number(number));
        } else if (value instanceof Boolean flag) {
            json.ascii(flag ? "true" : "false");
        } else {
            json.text(value.toString());
        }
    }
}
