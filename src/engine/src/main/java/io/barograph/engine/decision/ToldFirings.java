package io.barograph.engine.decision;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.GuardrailRule;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The complete list of what fired for an account, as decisions tell it: table order, then sheet order. */
final class ToldFirings {

    private static final String GUARDRAILS = "Guardrails";

    private final ToldOutcome told;
    private final ToldEffects effects;
    private final List<FiredRule> rules;

    private ToldFirings(ToldOutcome told) {
        this.told = told;
        this.effects = new ToldEffects(told);
        this.rules =
                new ArrayList<>(told.outcome.firings() + told.outcome.guarded().size());
    }

    static List<FiredRule> of(ToldOutcome told) {
        ToldFirings fired = new ToldFirings(told);
        walk(told, fired::row, fired::guardrails);
        return List.copyOf(fired.rules);
    }

    /** How many fired of each table, in the same order. */
    static Map<String, Integer> byTable(ToldOutcome told) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        walk(
                told,
                row -> counts.merge(row.head().table().sheet(), 1, Integer::sum),
                stage -> guarded(told, stage).forEach(guarded -> counts.merge(GUARDRAILS, 1, Integer::sum)));
        return counts;
    }

    /** Where each stands, and its Rule ID, in the same order. */
    static void each(ToldOutcome told, BiConsumer<String, @Nullable String> cellAndRuleId) {
        walk(
                told,
                row -> cellAndRuleId.accept(row.toString(), row.head().ruleId()),
                stage -> guarded(told, stage).forEach(guarded -> {
                    GuardrailRule rule = told.renderer.guardrails().rule(guarded.rule());
                    cellAndRuleId.accept(rule.place().toString(), rule.id());
                }));
    }

    /** The one that gave an indicator its sub-score. */
    static Optional<FiredRule> scoring(ToldOutcome told, String indicator) {
        ToldFirings fired = new ToldFirings(told);
        for (int i = 0; i < told.outcome.firings(); i++) {
            RowFact row = told.row(i);
            if (indicator.equals(scored(row))) {
                return Optional.of(fired.rule(row, i + 1));
            }
            fired.effects.next(row);
        }
        return Optional.empty();
    }

    private static @Nullable String scored(RowFact fact) {
        return fact instanceof ScoringFact row
                ? row.row().term().key()
                : fact instanceof IndicatorsFact row ? row.row().term().key() : null;
    }

    private static void walk(ToldOutcome told, Consumer<RowFact> rows, Consumer<GuardrailStage> guardrails) {
        boolean bandsDone = false;
        boolean playbooksDone = false;
        for (int i = 0; i < told.outcome.firings(); i++) {
            Table table = told.row(i).head().table();
            if (!bandsDone && table.compareTo(Table.THRESHOLDS) > 0) {
                guardrails.accept(GuardrailStage.BANDS);
                bandsDone = true;
            }
            if (!playbooksDone && table.compareTo(Table.PLAYBOOKS) > 0) {
                guardrails.accept(GuardrailStage.PLAYBOOKS);
                playbooksDone = true;
            }
            rows.accept(told.row(i));
        }
        if (!bandsDone) {
            guardrails.accept(GuardrailStage.BANDS);
        }
        if (!playbooksDone) {
            guardrails.accept(GuardrailStage.PLAYBOOKS);
        }
    }

    private static List<Outcome.Guarded> guarded(ToldOutcome told, GuardrailStage stage) {
        return told.outcome.guarded().stream()
                .filter(guarded -> guarded.stage() == stage)
                .toList();
    }

    private void guardrails(GuardrailStage stage) {
        for (Outcome.Guarded guarded : guarded(told, stage)) {
            GuardrailRule rule = told.renderer.guardrails().rule(guarded.rule());
            rules.add(new FiredRule(
                    rules.size() + 1,
                    rule.id(),
                    GUARDRAILS,
                    rule.place().toString(),
                    rule.because(),
                    guarded.inputs(),
                    guarded.effect()));
        }
    }

    private void row(RowFact row) {
        rules.add(rule(row, rules.size() + 1));
    }

    private FiredRule rule(RowFact row, int number) {
        RowHead head = row.head();
        Sentence because = head.because();
        Map<String, @Nullable Object> effect = effects.next(row);
        return new FiredRule(
                number,
                head.ruleId(),
                head.table().sheet(),
                row.toString(),
                because == null ? null : because.render(term -> told.seen(row, term)),
                inputs(row, effect),
                effect);
    }

    private Map<String, @Nullable Object> inputs(RowFact row, Map<String, @Nullable Object> effect) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        if (row instanceof ScoringFact scoring) {
            put(inputs, row, scoring.row().term());
        } else if (row instanceof IndicatorsFact indicator) {
            inputs.put(indicator.row().term().key(), null);
        } else if (row instanceof ThresholdsFact threshold) {
            inputs.put(scoreName(threshold.row().score()), shown(threshold));
        } else if (row instanceof TrendsFact trend) {
            put(inputs, row, trend.row().change());
        } else if (row instanceof EscalationsFact escalation) {
            standing(inputs, escalation);
        }
        for (Clause clause : row.head().clauses()) {
            put(inputs, row, clause.term());
        }
        if (row instanceof ThresholdsFact threshold && Boolean.TRUE.equals(effect.get("kept"))) {
            String score = threshold.row().score();
            inputs.putIfAbsent(previousBandName(score), told.scores().previousBands()[threshold.getScore()]);
        }
        return inputs;
    }

    private void put(Map<String, @Nullable Object> inputs, RowFact row, Term term) {
        inputs.putIfAbsent(term.key(), Values.shown(told.seen(row, term)));
    }

    /** The band an Escalations row asks for, and the days in it. */
    private void standing(Map<String, @Nullable Object> inputs, EscalationsFact fact) {
        Row.EscalationRow row = fact.row();
        if (row.band() != null) {
            inputs.put(bandName(row.score()), told.band(fact.getScore()));
        }
        int days = effects.daysInBand();
        if (days != Outcome.Scores.NONE) {
            inputs.put(daysInBandName(row.score()), BigDecimal.valueOf(days));
        }
    }

    private BigDecimal shown(ThresholdsFact threshold) {
        return Hundredths.toDecimal(told.scores().shown()[threshold.getScore()]);
    }

    private static boolean isOverall(String score) {
        return score.equalsIgnoreCase(Decision.OVERALL);
    }

    static String scoreName(String score) {
        return isOverall(score) ? Decision.OVERALL : score + " score";
    }

    static String bandName(String score) {
        return isOverall(score) ? "Overall band" : score + " band";
    }

    static String daysInBandName(String score) {
        return isOverall(score) ? "Days in band" : "Days in " + score + " band";
    }

    static String previousBandName(String score) {
        return isOverall(score) ? "Previous overall band" : "Previous " + score + " band";
    }
}
