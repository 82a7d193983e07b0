package io.barograph.benchmarks.handwritten;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import java.util.ArrayList;
import java.util.List;

/** Scoring, and the substitutes of Indicators, by indicator: which row's condition a value meets, and what it scores there. */
final class ScoringTable {

    /** Places of the contract that are scored at all. */
    final int[] scored;

    /** By position in {@link #scored}: the first of its rows below, then those of the next. */
    private final int[] from;

    private final int[] rows;
    private final int[] asked;

    /** Hundredths. */
    private final int[] score;

    /** Hundredths from the start of the range to its end; 0 when the score is the same everywhere. */
    private final int[] rise;

    private final long[] start;
    private final long[] width;

    /** By position: the Indicators row that stands in, −1 for none; and its score. */
    private final int[] substitute;

    private final int[] substituteScore;
    private final SegmentTables tables;

    ScoringTable(SegmentTables tables, Vocabulary vocabulary) {
        this.tables = tables;
        List<List<Integer>> byPlace = new ArrayList<>();
        for (int i = 0; i < vocabulary.fields.count(); i++) {
            byPlace.add(new ArrayList<>());
        }
        for (int row = tables.scoring.from(); row < tables.scoring.to(); row++) {
            byPlace.get(place(((Row.ScoringRow) tables.rows.get(row)).term(), vocabulary))
                    .add(row);
        }
        int[] stand = new int[vocabulary.fields.count()];
        java.util.Arrays.fill(stand, -1);
        for (int row = tables.indicators.from(); row < tables.indicators.to(); row++) {
            Row.IndicatorRow indicator = (Row.IndicatorRow) tables.rows.get(row);
            if (indicator.ifMissing() != null) {
                stand[place(indicator.term(), vocabulary)] = row;
            }
        }
        this.scored = java.util.stream.IntStream.range(0, stand.length)
                .filter(place -> stand[place] >= 0 || !byPlace.get(place).isEmpty())
                .toArray();
        int count = tables.scoring.to() - tables.scoring.from();
        this.from = new int[scored.length + 1];
        this.rows = new int[count];
        this.asked = new int[count];
        this.score = new int[count];
        this.rise = new int[count];
        this.start = new long[count];
        this.width = new long[count];
        this.substitute = new int[scored.length];
        this.substituteScore = new int[scored.length];
        int next = 0;
        for (int i = 0; i < scored.length; i++) {
            int standIn = stand[scored[i]];
            substitute[i] = standIn;
            if (standIn >= 0 && tables.rows.get(standIn) instanceof Row.IndicatorRow row && row.ifMissing() != null) {
                substituteScore[i] = Micros.hundredths(Micros.of(row.ifMissing()));
            }
            for (int row : byPlace.get(scored[i])) {
                fill(next++, row, vocabulary);
            }
            from[i + 1] = next;
        }
    }

    private static int place(Term term, Vocabulary vocabulary) {
        Field field = term.field();
        if (field == null) {
            throw new IllegalArgumentException("term `" + term.key() + "` is no field");
        }
        return vocabulary.fields.place(field);
    }

    private void fill(int at, int row, Vocabulary vocabulary) {
        Row.ScoringRow scoring = (Row.ScoringRow) tables.rows.get(row);
        rows[at] = row;
        Condition value = scoring.value();
        asked[at] = value == null ? -1 : tables.conditions.size();
        if (value != null) {
            tables.conditions.add(
                    value, scoring.term(), vocabulary.register(scoring.term()), vocabulary.codes(scoring.term()));
        }
        score[at] = Micros.hundredths(Micros.of(scoring.score()));
        Row.Ramp ramp = scoring.ramp();
        if (ramp != null) {
            rise[at] = Micros.hundredths(Micros.of(ramp.scoreAtEnd())) - score[at];
            start[at] = Micros.of(ramp.from());
            width[at] = Micros.of(ramp.to()) - start[at];
        }
    }

    /** Gives every indicator its sub-score; −1 when it drops out. */
    void score(long[] registers, int[] subScores, int[] subRows, long[] fired) {
        for (int i = 0; i < scored.length; i++) {
            score(i, registers, subScores, subRows, fired);
        }
    }

    /** Gives one indicator, by its place, its sub-score anew. */
    void again(int place, long[] registers, int[] subScores, int[] subRows, long[] fired) {
        int i = java.util.Arrays.binarySearch(scored, place);
        if (i >= 0) {
            if (subScores[place] >= 0) {
                Bits.clear(fired, subRows[place]);
            }
            score(i, registers, subScores, subRows, fired);
        }
    }

    private void score(int i, long[] registers, int[] subScores, int[] subRows, long[] fired) {
        int place = scored[i];
        long value = registers[place];
        subScores[place] = -1;
        if (value == Micros.MISSING && substitute[i] >= 0) {
            subScores[place] = substituteScore[i];
            subRows[place] = substitute[i];
            Bits.set(fired, substitute[i]);
        }
        for (int at = from[i]; at < from[i + 1]; at++) {
            if ((asked[at] < 0 || tables.conditions.holds(asked[at], value)) && tables.admits(rows[at], registers)) {
                subScores[place] = subScore(at, value);
                subRows[place] = rows[at];
                Bits.set(fired, rows[at]);
                return;
            }
        }
    }

    private int subScore(int at, long value) {
        if (width[at] == 0 || value == Micros.MISSING) {
            return score[at];
        }
        return (int) Micros.divide(score[at] * width[at] + (value - start[at]) * rise[at], width[at]);
    }
}
