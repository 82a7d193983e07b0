package io.barograph.engine.ruleset.fact;

import io.barograph.engine.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table of a workbook by what they ask for, so that of many rows only those near an account's values are matched with it.
 * Every row stands under the ranks that its most selective condition admits; one without such a condition is near every account. What is
 * near need not match, but what matches is near. Immutable.
 */
public final class RowIndex {

    /** A row that admits more ranks of a cell than this stands under groups of ranks. */
    private static final int FEW = 8;

    private static final int GROUPS = 64;
    private static final int[] NOTHING = {};

    /**
     * A cell that rows stand under.
     *
     * @param byRank all rows under a rank, where ranks are no more than groups may be
     * @param byGroup rows under groups of ranks; none where all stand under single ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Key(int cell, int[][] byRank, int shift, int[][] byGroup) {}

    private final Table table;
    private final int[] always;
    private final Key[] keys;
    private final int[] cells;

    private RowIndex(Table table, List<RowFact> rows) {
        this.table = table;
        List<RowFact> unkeyed = new ArrayList<>();
        Map<Integer, List<Under>> under = new TreeMap<>();
        TreeSet<Integer> asked = new TreeSet<>();
        for (RowFact row : rows) {
            for (int i = 0; i < row.conditions(); i++) {
                if (row.test(i) != null) {
                    asked.add(row.cell(i));
                }
            }
            Under key = key(row);
            if (key == null) {
                unkeyed.add(row);
            } else {
                under.computeIfAbsent(key.cell(), any -> new ArrayList<>()).add(key);
            }
        }
        this.always = unkeyed.stream().mapToInt(RowFact::number).toArray();
        this.keys = under.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> entry.getValue().get(0).row().number()))
                .map(entry -> arranged(entry.getKey(), entry.getValue()))
                .toArray(Key[]::new);
        this.cells = asked.stream().mapToInt(cell -> cell).toArray();
    }

    /** @param rows those that can fire, in sheet order */
    public static RowIndex of(Table table, List<RowFact> rows) {
        return new RowIndex(table, rows);
    }

    Table table() {
        return table;
    }

    private record Under(RowFact row, int cell, RankTest test) {}

    private static @Nullable Under key(RowFact row) {
        Under best = null;
        for (int i = 0; i < row.conditions(); i++) {
            RankTest test = row.test(i);
            if (test != null && (best == null || test.width() < best.test().width())) {
                best = new Under(row, row.cell(i), test);
            }
        }
        return best;
    }

    private static Key arranged(int cell, List<Under> rows) {
        int highest = rows.stream().mapToInt(row -> row.test().highest()).max().orElse(0);
        int shift = 0;
        while (highest >> shift >= GROUPS) {
            shift++;
        }
        List<List<Integer>> byRank = lists(highest + 1);
        List<List<Integer>> byGroup = lists(shift == 0 ? 0 : (highest >> shift) + 1);
        for (Under row : rows) {
            boolean few = shift == 0 || row.test().width() <= FEW;
            List<List<Integer>> into = few ? byRank : byGroup;
            int by = few ? 0 : shift;
            row.test().eachRange((from, to) -> {
                for (int at = from >> by; at <= to >> by; at++) {
                    List<Integer> list = into.get(at);
                    int number = row.row().number();
                    if (list.isEmpty() || list.get(list.size() - 1) != number) {
                        list.add(number);
                    }
                }
            });
        }
        return new Key(cell, arrays(byRank), shift, arrays(byGroup));
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(0));
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.isEmpty()
                        ? NOTHING
                        : list.stream().mapToInt(number -> number).toArray())
                .toArray(int[][]::new);
    }

    /** Numbers of the rows near an account, each once, in sheet order where a sheet keeps what is about one term together. */
    int[] near(AccountCells account) {
        for (int cell : cells) {
            account.rank(cell);
        }
        int[] ranks = account.ranks();
        int[] near = Arrays.copyOf(always, always.length + keys.length);
        int at = always.length;
        for (Key key : keys) {
            int rank = ranks[key.cell()];
            int[] exact = under(key.byRank(), rank);
            int[] grouped = under(key.byGroup(), rank >> key.shift());
            if (at + exact.length + grouped.length > near.length) {
                near = Arrays.copyOf(near, 2 * near.length + exact.length + grouped.length);
            }
            at = put(near, at, exact);
            at = put(near, at, grouped);
        }
        return at == near.length ? near : Arrays.copyOf(near, at);
    }

    /** Ranks above all that a row admits stand under nothing. */
    private static int[] under(int[][] rows, int rank) {
        return rank < rows.length ? rows[rank] : NOTHING;
    }

    private static int put(int[] near, int at, int[] rows) {
        for (int row : rows) {
            near[at++] = row;
        }
        return at;
    }
}
