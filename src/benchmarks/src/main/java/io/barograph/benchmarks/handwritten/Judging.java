package io.barograph.benchmarks.handwritten;

import io.barograph.benchmarks.handwritten.HandAccount.PastScore;
import io.barograph.benchmarks.handwritten.HandDecision.Advice;
import io.barograph.benchmarks.handwritten.SegmentTables.ScoreTerms;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.List;

/** From scores to bands, flags and advice, with the shipped guardrails written out. */
final class Judging {

    /** Contract statuses that limit the overall band: status, band at most, severity. The flag is named like the status. */
    static final List<List<String>> STATUSES = List.of(
            List.of("legal dispute", "red", "high"),
            List.of("notice given", "red", "high"),
            List.of("payment hold", "yellow", "medium"),
            List.of("in renegotiation", "yellow", "low"));

    private static final List<String> SEVERITIES = List.of("low", "medium", "high");
    private static final int HIGH_COVERAGE = 8_000;

    private final Fields fields;
    private final int status;
    private final int escalations;
    private final int arr;
    private final int[] confidence;
    private final long[] confidenceCodes;
    private final int[] bandEntered;
    private final int[] daysInBand;
    private final int[] churn;
    private final int[] expansion;
    private final int[] arrAtRisk;
    private final int[] flags;
    private final int[] severity;
    private final int[] cohort;
    private final int[] running;
    private final Codes flagCodes;
    private final Codes severityCodes;
    private final Codes cohortCodes;

    Judging(Vocabulary vocabulary) {
        this.fields = vocabulary.fields;
        this.status = fields.find("contract_status");
        this.escalations = fields.find("unresolved_escalations");
        this.arr = fields.find("arr");
        this.confidence = Stages.registers(vocabulary, Term.Kind.CONFIDENCE);
        Codes words = vocabulary.words(Term.Kind.CONFIDENCE);
        this.confidenceCodes = new long[] {words.of("low"), words.of("medium"), words.of("high")};
        this.bandEntered = Stages.registers(vocabulary, Term.Kind.BAND_ENTERED);
        this.daysInBand = Stages.registers(vocabulary, Term.Kind.DAYS_IN_BAND);
        this.churn = Stages.registers(vocabulary, Term.Kind.CHURN_PROBABILITY);
        this.expansion = Stages.registers(vocabulary, Term.Kind.EXPANSION_PROBABILITY);
        this.arrAtRisk = Stages.registers(vocabulary, Term.Kind.ARR_AT_RISK);
        this.flags = Stages.registers(vocabulary, Term.Kind.FLAGS);
        this.severity = Stages.registers(vocabulary, Term.Kind.FLAG_SEVERITY);
        this.cohort = Stages.registers(vocabulary, Term.Kind.COHORT);
        this.running = Stages.registers(vocabulary, Term.Kind.PLAYBOOKS);
        this.flagCodes = vocabulary.words(Term.Kind.FLAGS);
        this.severityCodes = vocabulary.words(Term.Kind.FLAG_SEVERITY);
        this.cohortCodes = vocabulary.words(Term.Kind.COHORT);
    }

    void judge(HandDecision decision) {
        band(decision);
        forecast(decision);
        flag(decision);
        advise(decision);
        escalate(decision);
    }

    /** 0 low, 1 medium, 2 high. */
    static int confidence(HandDecision decision) {
        int covered = decision.coverage[0];
        if (covered * Micros.HUNDREDTH < decision.tables.minimumCoverage) {
            return 0;
        }
        return covered >= HIGH_COVERAGE ? 2 : 1;
    }

    private void band(HandDecision decision) {
        SegmentTables tables = decision.tables;
        HandAccount account = decision.account;
        long[] registers = decision.registers;
        Stages.tell(tables.scores, decision.shown, registers);
        Stages.set(registers, confidence, confidenceCodes[confidence(decision)]);
        ScoreTerms changes = tables.scoreChanges;
        for (int i = 0; i < changes.terms.length; i++) {
            int shown = changes.score[i] < 0 ? -1 : decision.shown[changes.score[i]];
            PastScore past = changes.past[i] < 0 ? null : account.scores[changes.past[i]];
            registers[changes.register[i]] = shown < 0
                    ? Micros.MISSING
                    : Measuring.change(
                            past,
                            shown * Micros.HUNDREDTH,
                            changes.terms[i].days(),
                            changes.terms[i].percent(),
                            account.asOf);
        }
        BandTable bands = tables.bandTable;
        for (int score = 0; score < decision.shown.length; score++) {
            PastScore past = bands.pastScore[score] < 0 ? null : account.scores[bands.pastScore[score]];
            int row =
                    bands.fire(score, decision.shown[score], decision.coverage[score], past, registers, decision.fired);
            decision.bandRow[score] = row;
            decision.bandDepth[score] = row < 0 ? -1 : bands.depthOf(row);
        }
        capBands(decision);
        checkStatus(decision);
    }

    private static void capBands(HandDecision decision) {
        SegmentTables tables = decision.tables;
        int from = tables.caps.from();
        int[] lowest = null;
        for (int row = Bits.next(decision.fired, from);
                row >= 0 && row < tables.caps.to();
                row = Bits.next(decision.fired, row + 1)) {
            int i = row - from;
            String atMost = tables.capTable.bandAtMost[i];
            int score = tables.capTable.score[i];
            if (atMost == null || decision.bandRow[score] < 0) {
                continue;
            }
            int depth = tables.bandTable.depth(decision.bandRow[score], atMost);
            if (depth > decision.bandDepth[score]) {
                decision.bandDepth[score] = depth;
                lowest = lowest == null ? new int[decision.shown.length] : lowest;
                lowest[score] = i + 1;
            }
        }
        if (lowest != null) {
            for (int i : lowest) {
                decision.loweredBands |= i == 0 ? 0 : 1L << (i - 1);
            }
        }
    }

    private void checkStatus(HandDecision decision) {
        String text = status < 0 ? null : decision.account.texts[status];
        if (text == null || text.equals("active")) {
            return;
        }
        for (int i = 0; i < STATUSES.size(); i++) {
            if (Names.same(STATUSES.get(i).get(0), text)) {
                decision.statusGuardrail = i;
                int row = decision.bandRow[0];
                int depth = row < 0
                        ? -1
                        : decision.tables.bandTable.depth(row, STATUSES.get(i).get(1));
                decision.statusLowered = depth > decision.bandDepth[0];
                decision.bandDepth[0] = Math.max(depth, decision.bandDepth[0]);
            }
        }
    }

    private void forecast(HandDecision decision) {
        SegmentTables tables = decision.tables;
        long[] registers = decision.registers;
        if (decision.shown[0] >= 0) {
            decision.probabilities = tables.forecast.probabilities(decision.shown[0]);
        }
        int standard = decision.probabilities.length == 0 ? -1 : tables.forecast.standard;
        long chance = standard < 0 ? Micros.MISSING : decision.probabilities[2 * standard];
        long revenue = arr < 0 ? Micros.MISSING : registers[arr];
        if (chance != Micros.MISSING && revenue != Micros.MISSING) {
            decision.arrAtRisk = Forecast.money(chance, revenue);
            Stages.set(registers, arrAtRisk, decision.arrAtRisk * Micros.HUNDREDTH);
        }
        Stages.set(registers, churn, chance);
        Stages.set(registers, expansion, standard < 0 ? Micros.MISSING : decision.probabilities[2 * standard + 1]);
        for (int i = 0; i < tables.bands.terms.length; i++) {
            int score = tables.bands.score[i];
            registers[tables.bands.register[i]] = score < 0 ? Micros.MISSING : bandCode(decision, score);
        }
        long band = bandCode(decision, 0);
        PastScore past = decision.account.scores[ScoreNames.OVERALL];
        boolean same = past != null && past.band != null && past.bandCode == band;
        Stages.set(registers, bandEntered, same ? Micros.MISSING : band);
        Stages.set(
                registers,
                daysInBand,
                band == Micros.MISSING
                        ? Micros.MISSING
                        : Measuring.daysInBand(past, (int) band, decision.account.asOf) * Micros.ONE);
    }

    private static long bandCode(HandDecision decision, int score) {
        int row = decision.bandRow[score];
        return row == BandTable.NONE ? Micros.MISSING : decision.tables.bandTable.code(row, decision.bandDepth[score]);
    }

    private void flag(HandDecision decision) {
        SegmentTables tables = decision.tables;
        long[] registers = decision.registers;
        long raised = 0;
        int worst = -1;
        if (decision.statusGuardrail >= 0) {
            raised = bit(STATUSES.get(decision.statusGuardrail).get(0));
            worst = SEVERITIES.indexOf(STATUSES.get(decision.statusGuardrail).get(2));
        }
        for (int row = tables.trends.from(); row < tables.trends.to(); row++) {
            int asked = tables.trendConditions[row - tables.trends.from()];
            if (tables.conditions.hold(asked, asked + 1, registers) && tables.admits(row, registers)) {
                Bits.set(decision.fired, row);
                raised |= tables.flagBit[row - tables.trends.from()];
                worst = Math.max(worst, tables.flagSeverity[row - tables.trends.from()]);
            }
        }
        tell(registers, raised, worst);
        decision.flagsBeforeSignals = raised;
        int offset = tables.trends.from();
        for (int row = tables.signals.from(); row < tables.signals.to(); row++) {
            if (tables.admits(row, registers)) {
                Bits.set(decision.fired, row);
                raised |= tables.flagBit[row - offset];
                worst = Math.max(worst, tables.flagSeverity[row - offset]);
            }
        }
        tell(registers, raised, worst);
        for (int row = tables.cohorts.from(); row < tables.cohorts.to(); row++) {
            if (tables.admits(row, registers)) {
                Bits.set(decision.fired, row);
                decision.cohortRow = row;
                Row.CohortRow fired = (Row.CohortRow) tables.rows.get(row);
                Stages.set(registers, cohort, cohortCodes.of(fired.cohort()));
                break;
            }
        }
    }

    private void tell(long[] registers, long raised, int worst) {
        Stages.set(registers, flags, raised);
        Stages.set(registers, severity, worst < 0 ? Micros.MISSING : severityCodes.of(SEVERITIES.get(worst)));
    }

    private long bit(String flag) {
        int code = flagCodes.of(flag);
        return code == 0 ? 0 : 1L << code;
    }

    private void advise(HandDecision decision) {
        SegmentTables tables = decision.tables;
        if (escalations >= 0) {
            decision.unresolvedEscalations = decision.registers[escalations];
        }
        Stages.collect(tables, tables.playbooks, decision.registers, decision.fired);
        int first = Bits.next(decision.fired, tables.playbooks.from());
        long runs = 0;
        if (first >= 0 && first < tables.playbooks.to()) {
            long revenue = arr < 0 ? Micros.MISSING : decision.registers[arr];
            Advice[] advice = new Ranking(decision, revenue).ranked();
            decision.advice = advice;
            for (Advice each : advice) {
                runs |= each.running() ? tables.advice.bit[each.row - tables.playbooks.from()] : 0;
            }
        }
        Stages.set(decision.registers, running, runs);
    }

    private static void escalate(HandDecision decision) {
        SegmentTables tables = decision.tables;
        AdviceTables advice = tables.advice;
        for (int row = tables.escalations.from(); row < tables.escalations.to(); row++) {
            int i = row - tables.escalations.from();
            int score = advice.escalationScore[i];
            long band = score < 0 ? Micros.MISSING : bandCode(decision, score);
            boolean in = advice.escalationBand[i] < 0 || tables.conditions.holds(advice.escalationBand[i], band);
            if (in
                    && isLongEnough(decision, score, band, advice.escalationDays[i])
                    && tables.admits(row, decision.registers)) {
                Bits.set(decision.fired, row);
            }
        }
    }

    private static boolean isLongEnough(HandDecision decision, int score, long band, int least) {
        return least < 0 || (band != Micros.MISSING && daysInBand(decision, score, band) >= least);
    }

    static int daysInBand(HandDecision decision, int score, long band) {
        int past = decision.tables.bandTable.pastScore[score];
        return Measuring.daysInBand(past < 0 ? null : decision.account.scores[past], (int) band, decision.account.asOf);
    }

    static int daysInBand(HandDecision decision, int score) {
        return daysInBand(decision, score, bandCode(decision, score));
    }
}
