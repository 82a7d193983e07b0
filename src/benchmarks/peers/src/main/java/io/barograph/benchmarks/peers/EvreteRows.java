package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.FactHandle;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;

/** Evrete in Barograph's own design: rows are facts, tables are rules, accounts come and go in batches of 256, stage by stage. */
public final class EvreteRows implements Entrant {

    private static final int BATCH = 256;

    /** A row of a table. */
    public abstract static class Row {
        final String ruleId;
        final int order;

        Row(String ruleId, int order) {
            this.ruleId = ruleId;
            this.order = order;
        }
    }

    /** A range of an indicator. */
    public static final class ScoringRow extends Row {
        private final int indicator;
        private final int from;
        private final int to;
        final int score;

        ScoringRow(String ruleId, int order, int indicator, int from, int to, int score) {
            super(ruleId, order);
            this.indicator = indicator;
            this.from = from;
            this.to = to;
            this.score = score;
        }

        boolean scores(Account account) {
            int reading = account.readings[indicator];
            return reading >= from && reading < to;
        }
    }

    /** A flag. */
    public static final class SignalRow extends Row {
        private final PlainTask.Signal signal;

        SignalRow(PlainTask.Signal signal, int order) {
            super(signal.ruleId(), order);
            this.signal = signal;
        }

        boolean admits(Account account) {
            return signal.fires(account.readings[signal.indicator()]);
        }
    }

    /** A band. */
    public static final class ThresholdRow extends Row {
        private final PlainTask.Band band;
        private final int below;

        ThresholdRow(PlainTask.Band band, int below, int order) {
            super(band.ruleId(), order);
            this.band = band;
            this.below = below;
        }

        /** The first that is reached: the bands of the task do not overlap. */
        boolean reachedBy(ScoredAccount account) {
            return account.overall >= band.from() * 100 && account.overall < below;
        }
    }

    /** A playbook. */
    public static final class PlaybookRow extends Row {
        private final PlainTask.Playbook playbook;

        PlaybookRow(PlainTask.Playbook playbook, int order) {
            super(playbook.ruleId(), order);
            this.playbook = playbook;
        }

        boolean admits(ScoredAccount account) {
            return playbook.fires(account.overall);
        }
    }

    /** An account before it is scored. */
    public static final class Account {
        final int[] readings;
        final List<Row> fired = new ArrayList<>(64);

        Account(int[] readings) {
            this.readings = readings;
        }
    }

    /** An account with its score. */
    public static final class ScoredAccount {
        final Account account;
        final int overall;
        String band = "";

        ScoredAccount(Account account, int overall) {
            this.account = account;
            this.overall = overall;
        }
    }

    @Override
    public Ready load(PlainTask task) {
        KnowledgeService service = new KnowledgeService();
        Knowledge knowledge = service.newKnowledge()
                .builder()
                .newRule("Scoring")
                .forEach("$account", Account.class, "$row", ScoringRow.class)
                .where(
                        (Predicate<Object[]>) values -> ((ScoringRow) values[1]).scores((Account) values[0]),
                        "$account",
                        "$row")
                .execute(context -> context.<Account>get("$account").fired.add(context.<Row>get("$row")))
                .newRule("Signals")
                .forEach("$account", Account.class, "$row", SignalRow.class)
                .where(
                        (Predicate<Object[]>) values -> ((SignalRow) values[1]).admits((Account) values[0]),
                        "$account",
                        "$row")
                .execute(context -> context.<Account>get("$account").fired.add(context.<Row>get("$row")))
                .newRule("Thresholds")
                .forEach("$account", ScoredAccount.class, "$row", ThresholdRow.class)
                .where(
                        (Predicate<Object[]>) values -> ((ThresholdRow) values[1]).reachedBy((ScoredAccount) values[0]),
                        "$account",
                        "$row")
                .execute(context -> {
                    ScoredAccount scored = context.get("$account");
                    ThresholdRow row = context.get("$row");
                    scored.band = row.band.name();
                    scored.account.fired.add(row);
                })
                .newRule("Playbooks")
                .forEach("$account", ScoredAccount.class, "$row", PlaybookRow.class)
                .where(
                        (Predicate<Object[]>) values -> ((PlaybookRow) values[1]).admits((ScoredAccount) values[0]),
                        "$account",
                        "$row")
                .execute(context ->
                        context.<ScoredAccount>get("$account").account.fired.add(context.<Row>get("$row")))
                .build();
        StatefulSession session = knowledge.newStatefulSession();
        rows(task).forEach(session::insert);
        session.fire();
        return new Loaded(session, task);
    }

    private static List<Row> rows(PlainTask task) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            for (int range = 0; range < task.ranges(); range++) {
                int to = task.to(i, range);
                rows.add(new ScoringRow(
                        PlainTask.scoringRule(i, range),
                        rows.size(),
                        i,
                        task.cuts()[i][range] * 10,
                        to == 100 ? 1001 : to * 10,
                        task.scores()[i][range]));
            }
        }
        int below = Integer.MAX_VALUE;
        for (PlainTask.Band band : task.bands()) {
            rows.add(new ThresholdRow(band, below, rows.size()));
            below = band.from() * 100;
        }
        task.signals().forEach(signal -> rows.add(new SignalRow(signal, rows.size())));
        task.playbooks().forEach(playbook -> rows.add(new PlaybookRow(playbook, rows.size())));
        return rows;
    }

    private record Loaded(StatefulSession session, PlainTask task, List<int[]> taken) implements Ready {

        Loaded(StatefulSession session, PlainTask task) {
            this(session, task, new ArrayList<>());
        }

        @Override
        public void take(int[][] accounts) {
            taken.clear();
            taken.addAll(List.of(accounts));
        }

        @Override
        public void decide(int from, int to) {
            for (int first = from; first < to; first += BATCH) {
                batch(first, Math.min(to, first + BATCH));
            }
        }

        @Override
        public PlainAnswer answer(int account) {
            ScoredAccount scored = batch(account, account + 1).get(0);
            return new PlainAnswer(
                    scored.overall,
                    scored.band,
                    scored.account.fired.stream().map(row -> row.ruleId).toList());
        }

        private List<ScoredAccount> batch(int from, int to) {
            List<Account> accounts = new ArrayList<>();
            for (int i = from; i < to; i++) {
                accounts.add(new Account(taken.get(i)));
            }
            pass(accounts);
            List<ScoredAccount> scored = new ArrayList<>();
            for (Account account : accounts) {
                account.fired.sort((one, other) -> Integer.compare(one.order, other.order));
                scored.add(new ScoredAccount(account, overall(account)));
            }
            pass(scored);
            scored.forEach(
                    account -> account.account.fired.sort((one, other) -> Integer.compare(one.order, other.order)));
            return scored;
        }

        private int overall(Account account) {
            int overall = 0;
            int indicator = 0;
            for (Row row : account.fired) {
                if (row instanceof ScoringRow scoring) {
                    overall += task.weights()[indicator++] * scoring.score;
                }
            }
            return overall;
        }

        private void pass(List<?> facts) {
            List<FactHandle> handles = new ArrayList<>(facts.size());
            facts.forEach(fact -> handles.add(session.insert(fact)));
            session.fire();
            handles.forEach(session::delete);
            session.fire();
        }
    }
}
