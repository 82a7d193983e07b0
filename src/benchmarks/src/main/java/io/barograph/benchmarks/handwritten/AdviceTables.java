package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.List;
import java.util.stream.IntStream;

/** Playbooks and Escalations as arrays, by row of the table. */
final class AdviceTables {

    /** Playbooks that a guardrail takes off the table when the account is red or something is unsolved. */
    private static final List<String> UPSELLS = List.of("Upsell offer", "Expansion conversation");

    final boolean[] upsell;

    /** Rows of other playbooks that suppress this one, in sheet order. */
    final int[][] suppressors;

    final int[] number;
    final int[] coolDown;
    final boolean[] fromExpansion;

    /** Percent in millionths; {@link Micros#MISSING} when there is no expected value. */
    final long[] rate;

    final long[] cost;
    final int[] priority;

    /** Its bit in the set of running playbooks. */
    final long[] bit;

    final int[] escalationScore;

    /** The condition on the band; −1 for any. */
    final int[] escalationBand;

    final int[] escalationDays;

    AdviceTables(SegmentTables tables, Vocabulary vocabulary) {
        List<Row.PlaybookRow> rows = tables.model.playbooks();
        int count = rows.size();
        this.upsell = new boolean[count];
        this.suppressors = new int[count][];
        this.number = new int[count];
        this.coolDown = new int[count];
        this.fromExpansion = new boolean[count];
        this.rate = new long[count];
        this.cost = new long[count];
        this.priority = new int[count];
        this.bit = new long[count];
        for (int i = 0; i < count; i++) {
            Row.PlaybookRow row = rows.get(i);
            upsell[i] = UPSELLS.stream().anyMatch(name -> Names.same(name, row.playbook()));
            suppressors[i] = IntStream.range(0, count)
                    .filter(other -> suppresses(rows.get(other), row))
                    .toArray();
            number[i] = vocabulary.scoreNames.playbook(row.playbook());
            coolDown[i] = row.coolDownDays() == null ? 0 : row.coolDownDays();
            Row.Worth worth = row.worth();
            fromExpansion[i] = worth.fromExpansion();
            rate[i] = worth.ratePercent() == null ? Micros.MISSING : Micros.of(worth.ratePercent());
            cost[i] = worth.cost() == null ? 0 : Micros.of(worth.cost());
            priority[i] = row.priority() == null ? Integer.MAX_VALUE : row.priority();
            int code = vocabulary.words(Term.Kind.PLAYBOOKS).of(row.playbook());
            bit[i] = code == 0 ? 0 : 1L << code;
        }
        List<Row.EscalationRow> escalations = tables.model.escalations();
        this.escalationScore = new int[escalations.size()];
        this.escalationBand = new int[escalations.size()];
        this.escalationDays = new int[escalations.size()];
        for (int i = 0; i < escalationScore.length; i++) {
            Row.EscalationRow row = escalations.get(i);
            escalationScore[i] = SegmentTables.score(tables.model, row.score());
            escalationBand[i] = row.band() == null ? -1 : tables.conditions.size();
            escalationDays[i] = row.forAtLeastDays() == null ? -1 : row.forAtLeastDays();
            if (row.band() != null) {
                tables.conditions.add(row.band(), null, 0, vocabulary.scoreNames.bands);
            }
        }
    }

    private static boolean suppresses(Row.PlaybookRow row, Row.PlaybookRow other) {
        String channel = other.channel();
        return !Names.same(row.playbook(), other.playbook())
                && row.suppresses().stream()
                        .anyMatch(name ->
                                Names.same(name, other.playbook()) || (channel != null && Names.same(name, channel)));
    }
}
