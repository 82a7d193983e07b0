package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a term as the rows of a table saw it. */
final class TermText {

    private static final String[] CONFIDENCE = {"low", "medium", "high"};
    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    private final ShippedScorer scorer;
    private final int[] register;
    private final int[] place;
    private final int[] score;

    TermText(ShippedScorer scorer) {
        this.scorer = scorer;
        List<Term> terms = scorer.vocabulary.terms;
        this.register = new int[terms.size()];
        this.place = new int[terms.size()];
        this.score = new int[terms.size()];
        for (Term term : terms) {
            register[term.slot()] = scorer.vocabulary.register(term);
            place[term.slot()] = term.field() == null ? -1 : scorer.vocabulary.fields.place(term.field());
            score[term.slot()] = term.score() == null ? -1 : scorer.vocabulary.scoreNames.find(term.score());
        }
    }

    private static int score(HandDecision decision, Term term) {
        return decision.tables.scoreOfTerm[term.slot()];
    }

    /** Within a sentence: at most two decimals, yes and no, {@code unknown} when missing. */
    void tell(HandDecision decision, Term term, Table table, JsonBytes json) {
        switch (term.type()) {
            case NUMBER -> {
                long micros = micros(decision, term, table);
                if (micros == Micros.MISSING) {
                    json.characters("unknown");
                } else {
                    json.decimal(Micros.divide(micros, Micros.HUNDREDTH), 2);
                }
            }
            case BOOLEAN -> {
                long flag = micros(decision, term, table);
                json.characters(flag == Micros.MISSING ? "unknown" : flag == 1 ? "yes" : "no");
            }
            case DATE -> {
                long day = micros(decision, term, table);
                if (day == Micros.MISSING) {
                    json.characters("unknown");
                } else {
                    json.day(day);
                }
            }
            case TEXT -> {
                String text = text(decision, term, table);
                json.characters(text == null ? "unknown" : text);
            }
            case SET -> {
                List<String> texts = texts(decision, term, table);
                json.characters(texts.isEmpty() ? "none" : String.join(", ", texts));
            }
        }
    }

    /** As a JSON value. */
    void value(HandDecision decision, Term term, Table table, JsonBytes json) {
        switch (term.type()) {
            case NUMBER -> json.micros(micros(decision, term, table));
            case BOOLEAN -> {
                long flag = micros(decision, term, table);
                json.characters(flag == Micros.MISSING ? "null" : flag == 1 ? "true" : "false");
            }
            case DATE -> {
                long day = micros(decision, term, table);
                if (day == Micros.MISSING) {
                    json.nothing();
                } else {
                    json.date(day);
                }
            }
            case TEXT -> json.text(text(decision, term, table));
            case SET -> {
                json.raw('[');
                for (String text : texts(decision, term, table)) {
                    json.text(text);
                    json.raw(',');
                }
                json.withoutComma();
                json.raw(']');
            }
        }
    }

    private long micros(HandDecision decision, Term term, Table table) {
        return switch (term.kind()) {
            case INDICATOR -> {
                Reading newest = decision.account.readings[place[term.slot()]];
                boolean early = table.compareTo(Table.ACCOUNT_TIERS) <= 0;
                yield early
                        ? (newest == null ? Micros.MISSING : newest.value)
                        : decision.registers[register[term.slot()]];
            }
            case SCORE -> {
                int number = score(decision, term);
                int hundredths = number < 0 ? -1 : (table == Table.CAPS ? decision.computed : decision.shown)[number];
                yield hundredths < 0 ? Micros.MISSING : hundredths * Micros.HUNDREDTH;
            }
            case COVERAGE -> decision.coverage[0] * Micros.HUNDREDTH;
            default -> decision.registers[register[term.slot()]];
        };
    }

    private @Nullable String text(HandDecision decision, Term term, Table table) {
        HandAccount account = decision.account;
        return switch (term.kind()) {
            case ATTRIBUTE -> account.texts[place[term.slot()]];
            case INDICATOR -> {
                Reading newest = account.readings[place[term.slot()]];
                yield newest == null || micros(decision, term, table) == Micros.MISSING ? null : newest.text;
            }
            case PREVIOUS_BAND -> {
                PastScore past = score[term.slot()] < 0 ? null : account.scores[score[term.slot()]];
                yield past == null ? null : past.band;
            }
            case SEGMENT -> segment(decision);
            case TIER -> tier(decision);
            case CONFIDENCE -> confidence(decision);
            case BAND -> score(decision, term) < 0 ? null : decision.band(score(decision, term));
            case BAND_ENTERED ->
                decision.registers[register[term.slot()]] == Micros.MISSING ? null : decision.overallBand();
            case FLAG_SEVERITY -> severity(decision, table);
            case COHORT -> cohort(decision);
            default -> throw new IllegalArgumentException("no text for " + term.kind());
        };
    }

    String segment(HandDecision decision) {
        return scorer.model.segments().get(decision.segmentRow).segment();
    }

    @Nullable String tier(HandDecision decision) {
        return decision.tierRow < 0
                ? null
                : scorer.model.tiers().get(decision.tierRow).tier();
    }

    static String confidence(HandDecision decision) {
        return CONFIDENCE[Judging.confidence(decision)];
    }

    static @Nullable String cohort(HandDecision decision) {
        return decision.cohortRow < 0 ? null : ((Row.CohortRow) decision.tables.rows.get(decision.cohortRow)).cohort();
    }

    /** A raised flag with its severity and Rule ID, in the order of raising. */
    record Raised(String flag, String severity, @Nullable String ruleId) {}

    static List<Raised> flags(HandDecision decision, boolean beforeSignals) {
        SegmentTables tables = decision.tables;
        List<Raised> flags = new ArrayList<>();
        if (decision.statusGuardrail >= 0) {
            List<String> status = Judging.STATUSES.get(decision.statusGuardrail);
            flags.add(new Raised(
                    status.get(0),
                    status.get(2),
                    Guards.STATUS.get(decision.statusGuardrail).id()));
        }
        int end = beforeSignals ? tables.signals.from() : tables.signals.to();
        for (int row = Bits.next(decision.fired, tables.trends.from());
                row >= 0 && row < end;
                row = Bits.next(decision.fired, row + 1)) {
            Row each = tables.rows.get(row);
            flags.add(
                    each instanceof Row.TrendRow trend
                            ? new Raised(
                                    trend.flag(), trend.severity(), each.head().ruleId())
                            : new Raised(
                                    ((Row.SignalRow) each).flag(),
                                    ((Row.SignalRow) each).severity(),
                                    each.head().ruleId()));
        }
        return flags;
    }

    private static @Nullable String severity(HandDecision decision, Table table) {
        int worst = -1;
        for (Raised flag : flags(decision, table == Table.SIGNALS)) {
            worst = Math.max(worst, SEVERITIES.indexOf(flag.severity()));
        }
        return worst < 0 ? null : SEVERITIES.get(worst);
    }

    private static List<String> texts(HandDecision decision, Term term, Table table) {
        List<String> texts = new ArrayList<>();
        if (term.kind() == Term.Kind.FLAGS) {
            flags(decision, table == Table.SIGNALS).forEach(flag -> addNew(texts, flag.flag()));
        } else if (decision.advice != null) {
            for (int row = decision.tables.playbooks.from(); row < decision.tables.playbooks.to(); row++) {
                for (HandDecision.Advice advice : decision.advice) {
                    if (advice.row == row && advice.running()) {
                        addNew(texts, ((Row.PlaybookRow) decision.tables.rows.get(row)).playbook());
                    }
                }
            }
        }
        return texts;
    }

    private static void addNew(List<String> texts, String text) {
        if (texts.stream().noneMatch(known -> Names.same(known, text))) {
            texts.add(text);
        }
    }
}
