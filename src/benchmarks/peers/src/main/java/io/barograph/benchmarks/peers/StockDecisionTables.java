package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools with {@code drools-decisiontables}: a workbook of RuleTables, a rule a row, a session an account. */
public final class StockDecisionTables implements Entrant {

    private static final String WORKBOOK = "src/main/resources/plain/plain.drl.xlsx";

    private byte[] workbook = {};

    /** What the score was, for the tables that ask for it. */
    public record Overall(int hundredths) {}

    @Override
    public void write(PlainTask task) throws IOException {
        Grid grid = new Grid("Plain");
        grid.row("RuleSet", "plain");
        grid.row(
                "Import",
                Readings.class.getName() + "," + Overall.class.getName().replace('$', '.'));
        grid.row("Sequential", "false");
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            String reading = String.format(Locale.ROOT, "reading%02d", i + 1);
            grid.blankRow();
            grid.row("RuleTable Scoring of " + PlainTask.label(i));
            grid.row("NAME", "CONDITION", "ACTION");
            grid.row(null, "$readings : Readings");
            grid.row(null, reading + " >= $1, " + reading + " < $2", "$readings.scored(\"$1\", " + i + ", $2);");
            grid.row("Rule", "Range", "Score");
            for (int range = 0; range < task.ranges(); range++) {
                String id = PlainTask.scoringRule(i, range);
                int to = task.to(i, range);
                grid.row(
                        id, task.cuts()[i][range] + ", " + (to == 100 ? 101 : to), id + ", " + task.scores()[i][range]);
            }
        }
        signals(task, grid);
        grid.blankRow();
        grid.row("RuleTable Thresholds");
        grid.row("NAME", "CONDITION", "CONDITION", "ACTION");
        grid.row(null, "Overall", "$readings : Readings");
        grid.row(null, "hundredths >= $1, hundredths < $2", null, "$readings.banded(\"$1\", \"$2\");");
        grid.row("Rule", "Overall", "Account", "Band");
        int below = 10_001;
        for (PlainTask.Band band : task.bands()) {
            grid.row(band.ruleId(), band.from() * 100 + ", " + below, "yes", band.ruleId() + ", " + band.name());
            below = band.from() * 100;
        }
        grid.blankRow();
        grid.row("RuleTable Playbooks");
        grid.row("NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION");
        grid.row(null, "Overall", null, "$readings : Readings");
        grid.merge(1, 2);
        grid.row(null, "hundredths >= $param", "hundredths < $param", null, "$readings.fired(\"$param\");");
        grid.row("Rule", "At least", "Below", "Account", "Playbook");
        for (PlainTask.Playbook row : task.playbooks()) {
            Integer bound = row.bound() * 100;
            grid.row(row.ruleId(), row.atLeast() ? bound : null, row.atLeast() ? null : bound, "yes", row.ruleId());
        }
        workbook = grid.bytes();
    }

    private static void signals(PlainTask task, Grid grid) {
        int conditions = 2 * PlainTask.INDICATORS;
        @Nullable Object[] kinds = new @Nullable Object[conditions + 2];
        @Nullable Object[] code = new @Nullable Object[conditions + 2];
        @Nullable Object[] titles = new @Nullable Object[conditions + 2];
        Arrays.fill(kinds, "CONDITION");
        kinds[0] = "NAME";
        kinds[conditions + 1] = "ACTION";
        code[conditions + 1] = "$readings.fired(\"$param\");";
        titles[0] = "Rule";
        titles[conditions + 1] = "Flag";
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            String reading = String.format(Locale.ROOT, "reading%02d", i + 1);
            code[1 + 2 * i] = reading + " >= $param";
            code[2 + 2 * i] = reading + " < $param";
            titles[1 + 2 * i] = PlainTask.label(i) + " at least";
            titles[2 + 2 * i] = PlainTask.label(i) + " below";
        }
        grid.blankRow();
        grid.row("RuleTable Signals");
        grid.row(kinds);
        grid.row(null, "$readings : Readings");
        grid.merge(1, conditions);
        grid.row(code);
        grid.row(titles);
        for (PlainTask.Signal signal : task.signals()) {
            @Nullable Object[] row = new @Nullable Object[conditions + 2];
            row[0] = signal.ruleId();
            row[(signal.atLeast() ? 1 : 2) + 2 * signal.indicator()] = signal.bound();
            row[conditions + 1] = signal.ruleId();
            grid.row(row);
        }
    }

    @Override
    public Ready load(PlainTask task) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(WORKBOOK, services.getResources().newByteArrayResource(workbook));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBase base =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        return new Loaded(base, task);
    }

    private static final class Loaded implements Ready {

        private final KieBase base;
        private final PlainTask task;
        private int[][] taken = {};

        Loaded(KieBase base, PlainTask task) {
            this.base = base;
            this.task = task;
        }

        @Override
        public void take(int[][] accounts) {
            taken = accounts;
        }

        @Override
        public void decide(int from, int to) {
            for (int account = from; account < to; account++) {
                scored(new Readings(taken[account]));
            }
        }

        @Override
        public PlainAnswer answer(int account) {
            Readings readings = new Readings(taken[account]);
            int overall = scored(readings);
            List<String> order = Order.of(task);
            return new PlainAnswer(
                    overall,
                    readings.band(),
                    readings.fired().stream()
                            .sorted(java.util.Comparator.comparingInt(order::indexOf))
                            .toList());
        }

        private int scored(Readings readings) {
            KieSession session = base.newKieSession();
            try {
                session.insert(readings);
                session.fireAllRules();
                int overall = 0;
                for (int i = 0; i < PlainTask.INDICATORS; i++) {
                    overall += task.weights()[i] * readings.subScores()[i];
                }
                session.insert(new Overall(overall));
                session.fireAllRules();
                return overall;
            } finally {
                session.dispose();
            }
        }
    }
}
