package io.barograph.engine.decision;

import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.Firing;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The complete list of what fired for an account, as decisions carry it: table order, then sheet order. */
final class FiredRules {

    private static final String GUARDRAILS = "Guardrails";

    private final AccountCase account;
    private final List<FiredRule> rules = new ArrayList<>();

    private FiredRules(AccountCase account) {
        this.account = account;
    }

    static List<FiredRule> of(AccountCase account) {
        FiredRules fired = new FiredRules(account);
        boolean bandsDone = false;
        boolean playbooksDone = false;
        for (Firing firing : account.log.inOrder()) {
            if (!bandsDone && firing.row().head().table().compareTo(Table.THRESHOLDS) > 0) {
                fired.guardrails(Stage.Place.BANDS);
                bandsDone = true;
            }
            if (!playbooksDone && firing.row().head().table().compareTo(Table.PLAYBOOKS) > 0) {
                fired.guardrails(Stage.Place.PLAYBOOKS);
                playbooksDone = true;
            }
            if (account.concluded(firing)) {
                fired.row(firing);
            }
        }
        if (!bandsDone) {
            fired.guardrails(Stage.Place.BANDS);
        }
        if (!playbooksDone) {
            fired.guardrails(Stage.Place.PLAYBOOKS);
        }
        return fired.rules;
    }

    private void guardrails(Stage.Place place) {
        for (GuardrailOutcome outcome : account.guardrails) {
            if (outcome.stage() == place) {
                rules.add(new FiredRule(
                        rules.size() + 1,
                        outcome.rule().id(),
                        GUARDRAILS,
                        outcome.rule().place().toString(),
                        outcome.rule().because(),
                        outcome.inputs(),
                        outcome.effect()));
            }
        }
    }

    private void row(Firing firing) {
        RowHead head = firing.row().head();
        Sentence because = head.because();
        rules.add(new FiredRule(
                rules.size() + 1,
                head.ruleId(),
                head.table().sheet(),
                head.cell().toString(),
                because == null ? null : because.render(firing.values()),
                inputs(firing),
                account.effect(firing)));
    }

    private Map<String, @Nullable Object> inputs(Firing firing) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        if (firing.row() instanceof ScoringFact scoring) {
            put(
                    inputs,
                    scoring.row().term().key(),
                    firing.values()[scoring.row().term().slot()]);
        } else if (firing.row() instanceof IndicatorsFact indicator) {
            put(inputs, indicator.row().term().key(), null);
        } else if (firing.row() instanceof ThresholdsFact threshold) {
            put(
                    inputs,
                    scoreName(threshold.row().score()),
                    score(threshold.row().score()));
        } else if (firing.row() instanceof TrendsFact trend) {
            put(
                    inputs,
                    trend.row().change().key(),
                    firing.values()[trend.row().change().slot()]);
        } else if (firing.row() instanceof EscalationsFact escalation) {
            standing(inputs, escalation.row());
        }
        for (Clause clause : firing.row().head().clauses()) {
            put(inputs, clause.term().key(), firing.values()[clause.term().slot()]);
        }
        if (firing.row() instanceof ThresholdsFact threshold
                && Boolean.TRUE.equals(account.effect(firing).get("kept"))) {
            String score = threshold.row().score();
            put(inputs, previousBandName(score), account.past.previousBand(score));
        }
        return inputs;
    }

    private static void put(Map<String, @Nullable Object> inputs, String key, @Nullable Object value) {
        inputs.putIfAbsent(key, Values.shown(value));
    }

    /** The band an Escalations row asks for, and the days in it. */
    private void standing(Map<String, @Nullable Object> inputs, Row.EscalationRow row) {
        String band = account.band(row.score());
        if (row.band() != null) {
            put(inputs, bandName(row.score()), band);
        }
        if (row.forAtLeastDays() != null && band != null) {
            put(inputs, daysInBandName(row.score()), BigDecimal.valueOf(account.past.daysInBand(row.score(), band)));
        }
    }

    private @Nullable Object score(String name) {
        Scorecard.Score score = account.scorecard().score(name);
        return score == null ? null : score.shownDecimal();
    }

    private static boolean isOverall(String score) {
        return score.equalsIgnoreCase(Decision.OVERALL);
    }

    private static String scoreName(String score) {
        return isOverall(score) ? Decision.OVERALL : score + " score";
    }

    static String bandName(String score) {
        return isOverall(score) ? "Overall band" : score + " band";
    }

    static String daysInBandName(String score) {
        return isOverall(score) ? "Days in band" : "Days in " + score + " band";
    }

    private static String previousBandName(String score) {
        return isOverall(score) ? "Previous overall band" : "Previous " + score + " band";
    }
}
