package io.barograph.benchmarks.handwritten;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One segment's workbook as arrays. Rows that can fire are numbered in table order, then sheet order. */
final class SegmentTables {

    /** A run of rows of one table; {@code from} is the number of the first. */
    record Run(int from, int to) {}

    final SegmentModel model;
    final List<Row> rows = new ArrayList<>();
    final Conditions conditions = new Conditions();

    /** Where each row's conditions begin; one more than there are rows. */
    final int[] conditionsFrom;

    final Run indicators;
    final Run scoring;
    final Run context;
    final Run caps;
    final Run thresholds;
    final Run trends;
    final Run signals;
    final Run cohorts;
    final Run playbooks;
    final Run escalations;

    /** By place of the contract; null when Indicators does not list the field. */
    final Row.@Nullable IndicatorRow[] processing;

    final Smoothing[] smoothing;
    final ScoringTable scoringTable;
    final Weights weights;
    final CapTable capTable;
    final BandTable bandTable;
    final Forecast forecast;
    final AdviceTables advice;

    /** Terms to be found, by kind, that some row of this segment asks for or tells. */
    final Term[] changes;

    final ScoreTerms scores;
    final ScoreTerms scoreChanges;
    final ScoreTerms bands;

    /** Whether a field's processed value can move a score: it is weighted, or asked for up to Caps. */
    final boolean[] movesScores;

    final long minimumCoverage;

    /** Whether a row up to Caps asks for a field's processed value in a condition; without one it moves its own sub-score only. */
    final boolean[] asked;

    /** Whether a row of Caps asks for a score or for coverage. */
    final boolean capsAskForScores;

    /** By slot: the score that a term is about, as this segment numbers it; −1 when it has none such. */
    final int[] scoreOfTerm;

    /** By row of Trends, then of Signals: the flag's bit if a condition names it, and how bad it is. */
    final long[] flagBit;

    final int[] flagSeverity;

    /** Of the change that a Trends row asks for. */
    final int[] trendConditions;

    SegmentTables(SegmentModel model, Vocabulary vocabulary) {
        this.model = model;
        this.indicators = run(model.indicators());
        this.scoring = run(model.scoring());
        this.context = run(model.context());
        this.caps = run(model.caps());
        this.thresholds = run(model.thresholds());
        this.trends = run(model.trends());
        this.signals = run(model.signals());
        this.cohorts = run(model.cohorts());
        this.playbooks = run(model.playbooks());
        this.escalations = run(model.escalations());
        this.conditionsFrom = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            conditions.add(rows.get(i).head().clauses(), vocabulary);
            conditionsFrom[i + 1] = conditions.size();
        }
        this.trendConditions = new int[model.trends().size()];
        for (int i = 0; i < trendConditions.length; i++) {
            Row.TrendRow row = model.trends().get(i);
            trendConditions[i] = conditions.size();
            conditions.add(
                    row.value(), row.change(), vocabulary.register(row.change()), vocabulary.codes(row.change()));
        }
        int raising = signals.to() - trends.from();
        this.flagBit = new long[raising];
        this.flagSeverity = new int[raising];
        for (int i = 0; i < raising; i++) {
            Row row = rows.get(trends.from() + i);
            String flag = row instanceof Row.TrendRow trend ? trend.flag() : ((Row.SignalRow) row).flag();
            String severity = row instanceof Row.TrendRow trend ? trend.severity() : ((Row.SignalRow) row).severity();
            int code = vocabulary.words(Term.Kind.FLAGS).of(flag);
            flagBit[i] = code == 0 ? 0 : 1L << code;
            flagSeverity[i] = List.of("low", "medium", "high").indexOf(severity);
        }
        Fields fields = vocabulary.fields;
        this.processing = new Row.@Nullable IndicatorRow[fields.count()];
        this.smoothing = new Smoothing[fields.count()];
        for (int i = 0; i < smoothing.length; i++) {
            smoothing[i] = Smoothing.NONE;
        }
        for (Row.IndicatorRow row : model.indicators()) {
            Field field = row.term().field();
            int place = field == null ? -1 : fields.place(field);
            processing[place] = row;
            smoothing[place] = new Smoothing(row);
        }
        this.scoringTable = new ScoringTable(this, vocabulary);
        this.weights = new Weights(model, vocabulary);
        this.capTable = new CapTable(this, weights);
        this.bandTable = new BandTable(this, weights, vocabulary);
        this.forecast = new Forecast(model.calibration());
        this.advice = new AdviceTables(this, vocabulary);
        Set<Term> used = new LinkedHashSet<>();
        rows.forEach(row -> used.addAll(TermsOf.row(row)));
        this.changes = ofKind(used, Term.Kind.CHANGE_IN_INDICATOR);
        this.scores = new ScoreTerms(model, vocabulary, ofKind(used, Term.Kind.SCORE));
        this.scoreChanges = new ScoreTerms(model, vocabulary, ofKind(used, Term.Kind.CHANGE_IN_SCORE));
        this.bands = new ScoreTerms(model, vocabulary, ofKind(used, Term.Kind.BAND));
        this.movesScores = new boolean[fields.count()];
        this.asked = new boolean[fields.count()];
        boolean scoresAsked = false;
        for (int place : weights.place) {
            movesScores[place] = true;
        }
        for (int row = scoring.from(); row < caps.to(); row++) {
            for (Clause clause : rows.get(row).head().clauses()) {
                Term term = clause.term();
                Field field = term.field();
                if (field != null) {
                    movesScores[fields.place(field)] = true;
                    asked[fields.place(field)] = true;
                }
                scoresAsked |= term.kind() == Term.Kind.SCORE || term.kind() == Term.Kind.COVERAGE;
            }
        }
        this.capsAskForScores = scoresAsked;
        this.scoreOfTerm = vocabulary.terms.stream()
                .mapToInt(term -> term.score() == null ? -1 : score(model, term.score()))
                .toArray();
        this.minimumCoverage = Micros.of(model.minimumCoverage());
    }

    /** Terms about scores, with the score each is about: its number in this segment, −1 when it has none such. */
    static final class ScoreTerms {
        final Term[] terms;
        final int[] register;
        final int[] score;
        final int[] past;

        ScoreTerms(SegmentModel model, Vocabulary vocabulary, Term[] terms) {
            this.terms = terms;
            this.register = new int[terms.length];
            this.score = new int[terms.length];
            this.past = new int[terms.length];
            for (int i = 0; i < terms.length; i++) {
                String name = terms[i].score() == null ? "Overall" : terms[i].score();
                register[i] = vocabulary.register(terms[i]);
                score[i] = SegmentTables.score(model, name);
                past[i] = vocabulary.scoreNames.find(name);
            }
        }
    }

    private Run run(List<? extends Row> table) {
        int from = rows.size();
        rows.addAll(table);
        return new Run(from, rows.size());
    }

    static Term[] ofKind(Set<Term> terms, Term.Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toArray(Term[]::new);
    }

    /** Whether a row's conditions hold. */
    boolean admits(int row, long[] registers) {
        return conditions.hold(conditionsFrom[row], conditionsFrom[row + 1], registers);
    }

    /** The scores of this segment by their number within it: 0 is Overall, then dimensions in Overall order. */
    static int score(SegmentModel model, String name) {
        if (Names.same(name, "Overall")) {
            return 0;
        }
        for (int i = 0; i < model.overall().size(); i++) {
            if (Names.same(model.overall().get(i).dimension(), name)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** How one indicator's readings become its processed value. */
    static final class Smoothing {

        static final Smoothing NONE = new Smoothing();

        private static final int REMEMBERED = 512;

        final int maxAge;
        final double halfLife;

        /** Percent, in millionths. */
        final long discount;

        /** 2^(−age ÷ half-life) by whole days. */
        private final double[] weights;

        private Smoothing() {
            this.maxAge = Integer.MAX_VALUE;
            this.halfLife = 0;
            this.discount = 0;
            this.weights = new double[0];
        }

        Smoothing(Row.IndicatorRow row) {
            BigDecimal days = row.halfLifeDays();
            this.maxAge = row.maxAgeDays() == null ? Integer.MAX_VALUE : row.maxAgeDays();
            this.halfLife = days == null ? 0 : days.doubleValue();
            this.discount = row.campaignDiscountPercent() == null ? 0 : Micros.of(row.campaignDiscountPercent());
            this.weights = new double[halfLife == 0 ? 0 : REMEMBERED];
            for (int age = 0; age < weights.length; age++) {
                weights[age] = Math.pow(2, -age / halfLife);
            }
        }

        double weight(int days) {
            return days < weights.length ? weights[days] : Math.pow(2, -days / halfLife);
        }
    }
}
