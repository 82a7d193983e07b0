package io.barograph.engine.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another model would do to a file of accounts.
 *
 * @param accounts decided twice
 * @param differing those whose segment, Overall, band or running playbooks would be another
 * @param segmentChanges those that would be in another segment
 * @param moves all accounts by segment of the new decision, then by band then and now, best band first
 * @param up accounts that move to a better band, and their ARR
 * @param down accounts that move to a worse band, and their ARR
 * @param newlyUndecided accounts that only the new model cannot decide, in file order, as many as were asked for
 * @param playbooks in which the two differ, by name
 * @param workload by owner role, by name
 * @param largest moves of Overall, largest first
 * @param attribution one entry a change that moved anything, in the order in which changes were made
 */
public record SimulationReport(
        long accounts,
        long differing,
        long segmentChanges,
        List<BandMove> moves,
        Affected up,
        Affected down,
        long undecidedBefore,
        long undecidedAfter,
        List<String> newlyUndecided,
        List<PlaybookShift> playbooks,
        List<Workload> workload,
        List<ScoreMove> largest,
        List<Attribution> attribution) {

    public SimulationReport {
        moves = List.copyOf(moves);
        newlyUndecided = List.copyOf(newlyUndecided);
        playbooks = List.copyOf(playbooks);
        workload = List.copyOf(workload);
        largest = List.copyOf(largest);
        attribution = List.copyOf(attribution);
    }

    /** How many accounts of a segment come from one band and go to another, or stay; {@code undecided} and {@code no band} count as bands. */
    public record BandMove(String segment, String from, String to, long accounts) {}

    /**
     * Accounts and what they pay.
     *
     * @param arr sum of the attribute {@code arr} where it is usable
     * @param withoutArr accounts where it is not
     */
    public record Affected(long accounts, BigDecimal arr, long withoutArr) {}

    /** How many accounts would newly have a playbook running, or no longer. */
    public record PlaybookShift(String playbook, long newly, long noLonger) {}

    /**
     * What there would be to do for an owner role.
     *
     * @param before tasks (running playbooks) by the old model
     * @param after tasks by the new model
     * @param newly tasks only the new model gives
     * @param noLonger tasks only the old model gave
     * @param due days on which new tasks are due, in order, and how many
     */
    public record Workload(
            String ownerRole, long before, long after, long newly, long noLonger, Map<LocalDate, Long> due) {}

    /** A move of Overall. */
    public record ScoreMove(
            String accountId, String segment, BigDecimal from, BigDecimal to, String bandFrom, String bandTo) {

        public BigDecimal points() {
            return to.subtract(from);
        }
    }

    /**
     * What one change did, given those before it.
     *
     * @param place the workbook, sheet or cell; empty for what no single change explains
     * @param subject Rule ID, or what the row is about; null when no single row changed
     * @param points sum over all accounts of what Overall moved by; all entries add up to the whole difference
     * @param scores accounts whose Overall it moved
     * @param bands how many accounts more (or fewer) a band has by it; all entries add up, band by band, to the whole difference
     * @param newPlaybooks running playbooks it added, over all accounts
     * @param lostPlaybooks running playbooks it took away
     */
    public record Attribution(
            String place,
            @Nullable String subject,
            String what,
            BigDecimal points,
            long scores,
            Map<String, Long> bands,
            long newPlaybooks,
            long lostPlaybooks) {}
}
