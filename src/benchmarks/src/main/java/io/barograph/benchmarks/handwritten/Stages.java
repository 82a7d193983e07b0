package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandAccount.Reading;
import io.barograph.benchmarks.handwritten.SegmentTables.ScoreTerms;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import java.time.LocalDate;
import java.util.Arrays;

/** From registers to scores; what follows from scores is {@link Judging}'s. */
final class Stages {

    private final Vocabulary vocabulary;
    private final int renewalDate;
    private final int[] daysToRenewal;
    private final int[] previousScore;
    private final int[] previousScoreOf;
    private final int[] previousBand;
    private final int[] previousBandOf;
    private final int[] segment;
    private final int[] tier;
    private final int[] coverage;
    private final Judging judging;

    Stages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.renewalDate = vocabulary.fields.find("renewal_date");
        this.daysToRenewal = registers(vocabulary, Term.Kind.DAYS_TO_RENEWAL);
        this.previousScore = registers(vocabulary, Term.Kind.PREVIOUS_SCORE);
        this.previousScoreOf = scores(vocabulary, Term.Kind.PREVIOUS_SCORE);
        this.previousBand = registers(vocabulary, Term.Kind.PREVIOUS_BAND);
        this.previousBandOf = scores(vocabulary, Term.Kind.PREVIOUS_BAND);
        this.segment = registers(vocabulary, Term.Kind.SEGMENT);
        this.tier = registers(vocabulary, Term.Kind.TIER);
        this.coverage = registers(vocabulary, Term.Kind.COVERAGE);
        this.judging = new Judging(vocabulary);
    }

    static int[] registers(Vocabulary vocabulary, Term.Kind kind) {
        return vocabulary.terms.stream()
                .filter(term -> term.kind() == kind)
                .mapToInt(vocabulary::register)
                .toArray();
    }

    private static int[] scores(Vocabulary vocabulary, Term.Kind kind) {
        return vocabulary.terms.stream()
                .filter(term -> term.kind() == kind)
                .mapToInt(term -> vocabulary.scoreNames.find(term.score() == null ? "" : term.score()))
                .toArray();
    }

    static void set(long[] registers, int[] which, long value) {
        for (int register : which) {
            registers[register] = value;
        }
    }

    /** What is known before the segment is. */
    void screened(HandAccount account, long[] registers, Term[] changes) {
        System.arraycopy(account.attributes, 0, registers, 0, account.attributes.length);
        for (int place = 0; place < account.readings.length; place++) {
            Reading newest = account.readings[place];
            if (newest != null) {
                registers[place] = newest.value;
            }
        }
        if (renewalDate >= 0 && registers[renewalDate] != Micros.MISSING) {
            set(registers, daysToRenewal, (registers[renewalDate] - account.asOf) * Micros.ONE);
        }
        for (int i = 0; i < previousScore.length; i++) {
            PastScore past = previousScoreOf[i] < 0 ? null : account.scores[previousScoreOf[i]];
            registers[previousScore[i]] = past == null ? Micros.MISSING : past.value;
        }
        for (int i = 0; i < previousBand.length; i++) {
            PastScore past = previousBandOf[i] < 0 ? null : account.scores[previousBandOf[i]];
            registers[previousBand[i]] = past == null || past.band == null ? Micros.MISSING : past.bandCode;
        }
        changes(account, registers, changes);
    }

    private void changes(HandAccount account, long[] registers, Term[] changes) {
        for (Term term : changes) {
            Field field = term.field();
            int place = field == null ? -1 : vocabulary.fields.place(field);
            registers[vocabulary.register(term)] =
                    Measuring.change(account.readings[place], term.days(), term.percent(), account.asOf);
        }
    }

    /** Which segment and tier it is. */
    void placed(long[] registers, int segmentCode, int tierCode) {
        set(registers, segment, segmentCode);
        set(registers, tier, tierCode < 0 ? Micros.MISSING : tierCode);
    }

    /** Changes and processed values, as the segment's rows ask for them. */
    void process(HandDecision decision) {
        SegmentTables tables = decision.tables;
        HandAccount account = decision.account;
        changes(account, decision.registers, tables.changes);
        for (int place = 0; place < account.readings.length; place++) {
            Reading newest = account.readings[place];
            if (newest != null) {
                decision.registers[place] = Measuring.processed(
                        newest, tables.smoothing[place], vocabulary.fields.number[place], account.asOf);
            }
        }
    }

    /** Tells which readings are too old, in the order of Indicators. */
    private void reportStale(HandDecision decision) {
        HandAccount account = decision.account;
        for (Row.IndicatorRow row : decision.tables.model.indicators()) {
            Field field = row.term().field();
            Integer maxAge = row.maxAgeDays();
            if (field == null || maxAge == null) {
                continue;
            }
            Reading newest = account.readings[vocabulary.fields.place(field)];
            if (newest != null && account.asOf - newest.day > maxAge) {
                decision.issue(
                        "stale",
                        "`" + field.label() + "` was last observed on " + LocalDate.ofEpochDay(newest.day)
                                + ", more than " + maxAge + " days before " + LocalDate.ofEpochDay(account.asOf),
                        field.name());
            }
        }
    }

    /** From a placed account to its scores. */
    void decide(HandDecision decision) {
        process(decision);
        reportStale(decision);
        score(decision);
        judging.judge(decision);
        if (decision.shown[0] < 0) {
            decision.issue("no-score", "no dimension that counts towards Overall has a usable indicator", null);
        }
    }

    /** Scores an account whose processed values are in its registers. */
    void score(HandDecision decision) {
        SegmentTables tables = decision.tables;
        long[] registers = decision.registers;
        long[] fired = decision.fired;
        Arrays.fill(fired, 0);
        tables.scoringTable.score(registers, decision.subScores, decision.subRows, fired);
        collect(tables, tables.context, registers, fired);
        tables.weights.effective(fired, tables.context, decision.effective);
        weigh(decision);
        collect(tables, tables.caps, registers, fired);
        bound(decision);
    }

    /** Scores an account again of which only one indicator's processed value has changed. */
    void score(HandDecision decision, int place) {
        SegmentTables tables = decision.tables;
        if (tables.asked[place]) {
            score(decision);
            return;
        }
        tables.scoringTable.again(place, decision.registers, decision.subScores, decision.subRows, decision.fired);
        weigh(decision);
        if (tables.capsAskForScores) {
            for (int row = tables.caps.from(); row < tables.caps.to(); row++) {
                Bits.clear(decision.fired, row);
            }
            collect(tables, tables.caps, decision.registers, decision.fired);
        }
        bound(decision);
    }

    private void weigh(HandDecision decision) {
        SegmentTables tables = decision.tables;
        tables.weights.score(decision.subScores, decision.effective, decision.computed);
        tables.weights.coverage(decision.registers, decision.coverage);
        tell(tables.scores, decision.computed, decision.registers);
        set(decision.registers, coverage, decision.coverage[0] * Micros.HUNDREDTH);
    }

    private static void bound(HandDecision decision) {
        System.arraycopy(decision.computed, 0, decision.shown, 0, decision.shown.length);
        decision.moves = decision.tables.capTable.bound(decision.shown, decision.fired);
    }

    static void tell(ScoreTerms terms, int[] scores, long[] registers) {
        for (int i = 0; i < terms.terms.length; i++) {
            int score = terms.score[i] < 0 ? -1 : scores[terms.score[i]];
            registers[terms.register[i]] = score < 0 ? Micros.MISSING : score * Micros.HUNDREDTH;
        }
    }

    /** Fires every row of a table that admits the account. */
    static void collect(SegmentTables tables, SegmentTables.Run table, long[] registers, long[] fired) {
        for (int row = table.from(); row < table.to(); row++) {
            if (tables.admits(row, registers)) {
                Bits.set(fired, row);
            }
        }
    }
}
