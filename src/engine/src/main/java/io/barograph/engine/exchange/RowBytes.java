package io.barograph.engine.exchange;

import io.barograph.engine.decision.InputNames;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.decision.OutcomeRenderer;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of rows as rules that {@code fired}: what each table's rows show, and what they did. */
final class RowBytes {

    private static final byte[] END = {'}', '}'};
    private static final String EFFECT = "},\"effect\":{";
    private static final String SEVERITY = ",\"severity\":";

    /** One row's entry. */
    interface Entry {
        void write(Telling telling);
    }

    private final OutcomeRenderer renderer;

    RowBytes(OutcomeRenderer renderer) {
        this.renderer = renderer;
    }

    Entry of(RowFact fact) {
        if (fact instanceof SegmentsFact row) {
            return constant(fact, effect("segment", row.row().segment(), ""));
        }
        if (fact instanceof AccountTiersFact row) {
            return constant(fact, effect("tier", row.row().tier(), ""));
        }
        if (fact instanceof IndicatorsFact row) {
            return substitute(fact, row.row().term().key());
        }
        if (fact instanceof ScoringFact row) {
            return scored(
                    new FiringBytes(fact, renderer.cells(), row.row().term(), Set.of()),
                    row.row().term().key());
        }
        if (fact instanceof ContextFact row) {
            return constant(fact, factor(row.row()));
        }
        if (fact instanceof CapsFact row) {
            return cap(row);
        }
        if (fact instanceof ThresholdsFact row) {
            return threshold(row);
        }
        if (fact instanceof TrendsFact row) {
            FiringBytes firing =
                    new FiringBytes(fact, renderer.cells(), row.row().change(), Set.of());
            return constant(firing, flag(row.row().flag(), row.row().severity()));
        }
        if (fact instanceof SignalsFact row) {
            return constant(fact, flag(row.row().flag(), row.row().severity()));
        }
        if (fact instanceof CohortsFact row) {
            return constant(fact, effect("cohort", row.row().cohort(), ""));
        }
        if (fact instanceof PlaybooksFact row) {
            return playbook(row);
        }
        return escalation((EscalationsFact) fact);
    }

    private FiringBytes firing(RowFact fact) {
        return new FiringBytes(fact, renderer.cells(), null, Set.of());
    }

    private static byte[] effect(String name, String text, String behind) {
        return JsonBytes.fragment(EFFECT + "\"" + name + "\":", text, behind);
    }

    private Entry constant(RowFact fact, byte[] effect) {
        return constant(firing(fact), effect);
    }

    private static Entry constant(FiringBytes firing, byte[] effect) {
        return telling -> {
            firing.start(telling);
            firing.inputs(telling);
            telling.json.raw(effect);
            telling.json.raw(END);
        };
    }

    private static byte[] flag(String flag, String severity) {
        JsonBytes json = new JsonBytes();
        json.raw(effect("flag", flag, SEVERITY));
        json.text(severity);
        return json.copy();
    }

    private static byte[] factor(Row.ContextRow row) {
        JsonBytes json = new JsonBytes();
        json.ascii(EFFECT);
        json.ascii(row.indicator() != null ? "\"indicator\":" : "\"category\":");
        json.text(row.indicator() != null ? row.indicator().name() : row.category());
        json.ascii(",\"multiply_weight_by\":");
        json.number(row.factor());
        return json.copy();
    }

    private Entry substitute(RowFact fact, String indicator) {
        FiringBytes firing = new FiringBytes(fact, renderer.cells(), null, Set.of(indicator));
        byte[] shown = JsonBytes.fragment("", indicator, ":null");
        byte[] effect = effect("indicator", indicator, ",\"sub_score\":");
        return telling -> {
            firing.start(telling);
            telling.json.raw(shown);
            firing.inputs(telling);
            telling.json.raw(effect);
            telling.json.hundredths(telling.nextSubScore());
            telling.json.raw(END);
        };
    }

    private static Entry scored(FiringBytes firing, String indicator) {
        byte[] effect = effect("indicator", indicator, ",\"sub_score\":");
        return telling -> {
            firing.start(telling);
            firing.inputs(telling);
            telling.json.raw(effect);
            telling.json.hundredths(telling.nextSubScore());
            telling.json.raw(END);
        };
    }

    private Entry cap(CapsFact fact) {
        Row.CapRow row = fact.row();
        JsonBytes json = new JsonBytes();
        json.raw(effect("score", row.score(), ""));
        bound("at_most", row.atMost(), json);
        bound("at_least", row.atLeast(), json);
        if (row.bandAtMost() != null) {
            json.raw(JsonBytes.fragment(",\"band_at_most\":", row.bandAtMost(), ""));
        }
        byte[] effect = json.copy();
        boolean bounds = row.atMost() != null || row.atLeast() != null;
        boolean lowers = row.bandAtMost() != null;
        FiringBytes firing = firing(fact);
        return telling -> {
            firing.start(telling);
            firing.inputs(telling);
            telling.json.raw(effect);
            if (bounds) {
                telling.json.ascii(",\"points\":");
                telling.json.hundredths(renderer.parts().points(telling.outcome, fact));
            }
            if (lowers) {
                telling.json.ascii(",\"lowered\":");
                telling.json.flag(renderer.parts().lowers(telling.outcome, fact));
            }
            telling.json.raw(END);
        };
    }

    private static void bound(String name, @Nullable BigDecimal bound, JsonBytes json) {
        if (bound != null) {
            json.ascii(",\"" + name + "\":");
            json.number(bound);
        }
    }

    private Entry threshold(ThresholdsFact fact) {
        Row.ThresholdRow row = fact.row();
        String name = InputNames.score(row.score());
        String previous = InputNames.previousBand(row.score());
        FiringBytes firing = new FiringBytes(fact, renderer.cells(), null, Set.of(name));
        byte[] shown = JsonBytes.fragment("", name, ":");
        byte[] previousBand = firing.shows(previous) ? new byte[0] : JsonBytes.fragment(",", previous, ":");
        int score = renderer.parts().scoreOf(fact.number());
        long from = row.from() == null
                ? Long.MIN_VALUE
                : row.from().movePointRight(2).setScale(0, RoundingMode.CEILING).longValue();
        JsonBytes json = new JsonBytes();
        json.raw(effect("score", row.score(), ",\"band\":"));
        json.text(row.band());
        json.ascii(",\"kept\":");
        byte[] effect = json.copy();
        return telling -> {
            Scores scores = telling.scores();
            boolean kept = scores.shown()[score] < from;
            firing.start(telling);
            telling.json.raw(shown);
            telling.json.hundredths(scores.shown()[score]);
            firing.inputs(telling);
            if (kept && previousBand.length > 0) {
                telling.json.raw(previousBand);
                telling.json.text(scores.previousBands()[score]);
            }
            telling.json.raw(effect);
            telling.json.flag(kept);
            telling.json.raw(END);
        };
    }

    private Entry playbook(PlaybooksFact fact) {
        FiringBytes firing = firing(fact);
        byte[] effect = effect("playbook", fact.row().playbook(), ",\"state\":");
        return telling -> {
            Outcome.Proposal proposal = telling.nextProposal();
            firing.start(telling);
            firing.inputs(telling);
            telling.json.raw(effect);
            boolean suppressed = proposal.suppressedBy() != Outcome.Proposal.NOBODY;
            telling.json.text(suppressed ? "suppressed" : proposal.coolingUntil() == null ? "running" : "cooling");
            if (proposal.expectedValue() != null) {
                telling.json.ascii(",\"expected_value\":");
                telling.json.number(proposal.expectedValue());
            }
            telling.json.raw(END);
        };
    }

    /** Shows the band it asks for, and the days in it when it asks for those too and there is a band. */
    private Entry escalation(EscalationsFact fact) {
        Row.EscalationRow row = fact.row();
        String bandName = InputNames.band(row.score());
        String daysName = InputNames.daysInBand(row.score());
        boolean asksForBand = row.band() != null;
        byte[] band = JsonBytes.fragment("", bandName, ":");
        byte[] days = JsonBytes.fragment(asksForBand ? "," : "", daysName, ":");
        FiringBytes plain = new FiringBytes(fact, renderer.cells(), null, asksForBand ? Set.of(bandName) : Set.of());
        FiringBytes withDays = new FiringBytes(
                fact, renderer.cells(), null, asksForBand ? Set.of(bandName, daysName) : Set.of(daysName));
        int score = renderer.parts().scoreOf(fact.number());
        byte[] effect = effect("escalate_to", row.escalateTo(), "");
        Integer dueDays = row.dueDays();
        return telling -> {
            int known = telling.nextDaysInBand();
            FiringBytes firing = known == Scores.NONE ? plain : withDays;
            firing.start(telling);
            if (asksForBand) {
                telling.json.raw(band);
                telling.json.text(telling.bands[score]);
            }
            if (known != Scores.NONE) {
                telling.json.raw(days);
                telling.json.integer(known);
            }
            firing.inputs(telling);
            telling.json.raw(effect);
            if (dueDays != null) {
                telling.json.ascii(",\"due\":");
                telling.json.date(telling.asOf.plusDays(dueDays));
            }
            telling.json.raw(END);
        };
    }
}
