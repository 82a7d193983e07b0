package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.compact.RowForm.Hole;
import io.barograph.engine.audit.compact.RowForm.PlaybookForm;
import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the forms of a model's rows, numbered in the order of the ruleset. */
final class RowForms {

    private final Model model;
    private final Sealer sealer;
    private final InputNames names;
    private final List<RowForm> forms = new ArrayList<>();

    private RowForms(Model model, Sealer sealer, InputNames names) {
        this.model = model;
        this.sealer = sealer;
        this.names = names;
    }

    /** @param names is filled with what the rows show */
    static List<RowForm> of(Model model, Sealer sealer, InputNames names) {
        RowForms rows = new RowForms(model, sealer, names);
        rows.add(model.segments());
        rows.add(model.tiers());
        for (SegmentModel segment : model.segmentModels()) {
            rows.add(segment.indicators());
            rows.add(segment.scoring());
            rows.add(segment.context());
            rows.add(segment.caps());
            rows.add(segment.thresholds());
            rows.add(segment.trends());
            rows.add(segment.signals());
            rows.add(segment.cohorts());
            rows.add(segment.playbooks());
            rows.add(segment.escalations());
        }
        return List.copyOf(rows.forms);
    }

    private void add(List<? extends Row> rows) {
        rows.forEach(row -> forms.add(new Draft(row).form()));
    }

    static String scoreName(String score) {
        return isOverall(score) ? Decision.OVERALL : score + " score";
    }

    private static String bandName(String score) {
        return isOverall(score) ? "Overall band" : score + " band";
    }

    private static String daysInBandName(String score) {
        return isOverall(score) ? "Days in band" : "Days in " + score + " band";
    }

    private static String previousBandName(String score) {
        return isOverall(score) ? "Previous overall band" : "Previous " + score + " band";
    }

    private static boolean isOverall(String score) {
        return score.equalsIgnoreCase(Decision.OVERALL);
    }

    /** One form on its way. */
    private final class Draft {

        private final RowHead head;
        private final Set<Integer> inputs = new LinkedHashSet<>();
        private final Map<String, Object> effect = new LinkedHashMap<>();
        private final Set<Hole> holes = EnumSet.noneOf(Hole.class);
        private int kept = -1;
        private int indicator = -1;
        private @Nullable Integer dueDays;
        private @Nullable String action;
        private @Nullable PlaybookForm playbook;

        Draft(Row row) {
            this.head = row.head();
            describe(row);
            for (Clause clause : head.clauses()) {
                show(clause.term().key());
            }
            if (row instanceof Row.ThresholdRow threshold) {
                int previous = names.number(previousBandName(threshold.score()));
                kept = inputs.contains(previous) ? -1 : previous;
            }
        }

        RowForm form() {
            String cell = head.cell().toString();
            return new RowForm(
                    forms.size(),
                    head.table(),
                    cell,
                    head.ruleId(),
                    List.copyOf(inputs),
                    kept,
                    head.because() == null ? null : SentenceForm.of(head.because(), names),
                    sealer.spellsOut(cell),
                    Collections.unmodifiableMap(effect),
                    Collections.unmodifiableSet(holes),
                    dueDays,
                    indicator,
                    action,
                    playbook);
        }

        private void show(String name) {
            inputs.add(names.number(name));
        }

        private void put(String member, @Nullable Object value) {
            if (value != null) {
                effect.put(member, value);
            }
        }

        private void describe(Row row) {
            if (row instanceof Row.SegmentRow segment) {
                put("segment", segment.segment());
            } else if (row instanceof Row.TierRow tier) {
                put("tier", tier.tier());
            } else if (row instanceof Row.IndicatorRow missing) {
                show(missing.term().key());
                scores(missing.term().field());
                put("sub_score", hundredths(missing.ifMissing()));
            } else if (row instanceof Row.ScoringRow scoring) {
                show(scoring.term().key());
                scores(scoring.term().field());
                if (scoring.ramp() == null) {
                    put("sub_score", hundredths(scoring.score()));
                } else {
                    holes.add(Hole.SUB_SCORE);
                }
            } else if (row instanceof Row.ContextRow context) {
                put(
                        context.indicator() == null ? "category" : "indicator",
                        context.indicator() == null
                                ? context.category()
                                : context.indicator().name());
                put("multiply_weight_by", context.factor());
            } else if (row instanceof Row.CapRow cap) {
                bounds(cap);
            } else if (row instanceof Row.ThresholdRow threshold) {
                show(scoreName(threshold.score()));
                put("score", threshold.score());
                put("band", threshold.band());
                holes.add(Hole.KEPT);
            } else {
                describeAdvice(row);
            }
        }

        private void describeAdvice(Row row) {
            if (row instanceof Row.TrendRow trend) {
                show(trend.change().key());
                put("flag", trend.flag());
                put("severity", trend.severity());
            } else if (row instanceof Row.SignalRow signal) {
                put("flag", signal.flag());
                put("severity", signal.severity());
            } else if (row instanceof Row.CohortRow cohort) {
                put("cohort", cohort.cohort());
            } else if (row instanceof Row.PlaybookRow play) {
                put("playbook", play.playbook());
                dueDays = play.dueDays();
                playbook = new PlaybookForm(
                        play.playbook(), play.action(), play.ownerRole(), play.channel(), play.priority());
                if (play.worth().ratePercent() != null) {
                    holes.add(Hole.EXPECTED_VALUE);
                }
            } else if (row instanceof Row.EscalationRow escalation) {
                if (escalation.band() != null) {
                    show(bandName(escalation.score()));
                }
                if (escalation.forAtLeastDays() != null) {
                    show(daysInBandName(escalation.score()));
                }
                put("escalate_to", escalation.escalateTo());
                dueDays = escalation.dueDays();
                action = escalation.action();
            }
        }

        private static @Nullable BigDecimal hundredths(@Nullable BigDecimal score) {
            return score == null ? null : score.setScale(2, RoundingMode.HALF_UP);
        }

        private void scores(@Nullable Field field) {
            if (field != null) {
                indicator = model.contract().fields().indexOf(field);
                put("indicator", field.name());
            }
        }

        private void bounds(Row.CapRow cap) {
            put("score", cap.score());
            put("at_most", cap.atMost());
            put("at_least", cap.atLeast());
            put("band_at_most", cap.bandAtMost());
            if (cap.atMost() != null || cap.atLeast() != null) {
                holes.add(Hole.POINTS);
            }
            if (cap.bandAtMost() != null) {
                holes.add(Hole.LOWERED);
            }
        }
    }
}
