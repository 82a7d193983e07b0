package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openl.rules.runtime.RulesEngineFactory;

/** OpenL Tablets: a workbook of decision tables that return what fired; what follows from the scores is added up by the caller. */
public final class OpenL implements Entrant {

    private static final String TABLES = "Rules";

    private @Nullable Path workbook;

    @Override
    public void write(PlainTask task) throws IOException {
        Grid grid = new Grid(TABLES);
        grid.row("Datatype Hit");
        grid.merge(0, 1);
        grid.row("String", "rule");
        grid.row("Integer", "score");
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            scoring(task, grid, i);
        }
        signals(task, grid);
        bands(task, grid);
        playbooks(task, grid);
        workbook = Files.createTempFile("plain", ".xlsx");
        workbook.toFile().deleteOnExit();
        Files.write(workbook, grid.bytes());
    }

    private static String name(int indicator) {
        return String.format(Locale.ROOT, "score%02d", indicator + 1);
    }

    private static void scoring(PlainTask task, Grid grid, int indicator) {
        grid.blankRow();
        grid.row("Rules Hit " + name(indicator) + "(Double reading)");
        grid.merge(0, 3);
        grid.row("C1", null, "RET1", null);
        grid.merge(0, 1);
        grid.merge(2, 3);
        grid.row("min <= reading && reading < max", null, "new Hit(rule, score)", null);
        grid.merge(0, 1);
        grid.merge(2, 3);
        grid.row("Double min", "Double max", "String rule", "Integer score");
        grid.row("From", "Below", "Rule", "Score");
        for (int range = 0; range < task.ranges(); range++) {
            int to = task.to(indicator, range);
            grid.row(
                    task.cuts()[indicator][range],
                    to == 100 ? 101 : to,
                    PlainTask.scoringRule(indicator, range),
                    task.scores()[indicator][range]);
        }
    }

    private static void signals(PlainTask task, Grid grid) {
        int conditions = 2 * PlainTask.INDICATORS;
        @Nullable Object[] kinds = new @Nullable Object[conditions + 1];
        @Nullable Object[] code = new @Nullable Object[conditions + 1];
        @Nullable Object[] parameters = new @Nullable Object[conditions + 1];
        @Nullable Object[] titles = new @Nullable Object[conditions + 1];
        for (int i = 0; i < PlainTask.INDICATORS; i++) {
            for (int side = 0; side < 2; side++) {
                int column = 2 * i + side;
                kinds[column] = "C" + (column + 1);
                code[column] = "r[" + i + "]" + (side == 0 ? " >= b" : " < b") + column;
                parameters[column] = "Double b" + column;
                titles[column] = PlainTask.label(i) + (side == 0 ? " at least" : " below");
            }
        }
        kinds[conditions] = "CRET1";
        code[conditions] = "rule";
        parameters[conditions] = "String rule";
        titles[conditions] = "Rule";
        grid.blankRow();
        grid.row("Rules String[] signals(Double[] r)");
        grid.merge(0, conditions);
        grid.row(kinds);
        grid.row(code);
        grid.row(parameters);
        grid.row(titles);
        for (PlainTask.Signal signal : task.signals()) {
            @Nullable Object[] row = new @Nullable Object[conditions + 1];
            row[2 * signal.indicator() + (signal.atLeast() ? 0 : 1)] = signal.bound();
            row[conditions] = signal.ruleId();
            grid.row(row);
        }
    }

    private static void bands(PlainTask task, Grid grid) {
        grid.blankRow();
        grid.row("Rules Hit band(Integer overall)");
        grid.merge(0, 2);
        grid.row("C1", "RET1", null);
        grid.merge(1, 2);
        grid.row("overall >= min", "new Hit(rule, place)", null);
        grid.merge(1, 2);
        grid.row("Integer min", "String rule", "Integer place");
        grid.row("From", "Rule", "Place");
        for (int i = 0; i < task.bands().size(); i++) {
            PlainTask.Band band = task.bands().get(i);
            grid.row(band.from() * 100, band.ruleId(), i);
        }
    }

    private static void playbooks(PlainTask task, Grid grid) {
        grid.blankRow();
        grid.row("Rules String[] playbooks(Integer overall)");
        grid.merge(0, 2);
        grid.row("C1", "C2", "CRET1");
        grid.row("overall >= min", "overall < max", "rule");
        grid.row("Integer min", "Integer max", "String rule");
        grid.row("At least", "Below", "Rule");
        for (PlainTask.Playbook row : task.playbooks()) {
            Integer bound = row.bound() * 100;
            grid.row(row.atLeast() ? bound : null, row.atLeast() ? null : bound, row.ruleId());
        }
    }

    @Override
    public Ready load(PlainTask task) throws ReflectiveOperationException {
        RulesEngineFactory<Object> factory =
                new RulesEngineFactory<>(Objects.requireNonNull(workbook).toString());
        factory.setExecutionMode(true);
        return new Loaded(task, factory);
    }

    /** Calls the tables as a Java program does that has no interface of theirs at compile time. */
    private static final class Loaded implements Ready {

        private final PlainTask task;
        private final Object engine;
        private final Method[] scores = new Method[PlainTask.INDICATORS];
        private final Method signals;
        private final Method band;
        private final Method playbooks;
        private final Method rule;
        private final Method score;
        private Double[][] taken = {};
        private List<String> fired = List.of();
        private int overall;
        private int place;

        Loaded(PlainTask task, RulesEngineFactory<Object> factory) throws ReflectiveOperationException {
            this.task = task;
            engine = factory.newEngineInstance();
            Class<?> tables = factory.getInterfaceClass();
            for (int i = 0; i < scores.length; i++) {
                scores[i] = tables.getMethod(name(i), Double.class);
            }
            signals = tables.getMethod("signals", Double[].class);
            band = tables.getMethod("band", Integer.class);
            playbooks = tables.getMethod("playbooks", Integer.class);
            Class<?> hit = band.getReturnType();
            rule = hit.getMethod("getRule");
            score = hit.getMethod("getScore");
        }

        @Override
        public void take(int[][] accounts) {
            taken = new Double[accounts.length][];
            for (int i = 0; i < accounts.length; i++) {
                taken[i] = Arrays.stream(accounts[i])
                        .mapToObj(tenths -> tenths / 10.0)
                        .toArray(Double[]::new);
            }
        }

        @Override
        public void decide(int from, int to) throws ReflectiveOperationException {
            for (int account = from; account < to; account++) {
                evaluate(taken[account]);
            }
        }

        @Override
        public PlainAnswer answer(int account) throws ReflectiveOperationException {
            evaluate(taken[account]);
            return new PlainAnswer(overall, task.bands().get(place).name(), fired);
        }

        private void evaluate(Double[] readings) throws ReflectiveOperationException {
            List<String> log = new ArrayList<>(64);
            int sum = 0;
            for (int i = 0; i < scores.length; i++) {
                Object hit = scores[i].invoke(engine, readings[i]);
                log.add((String) rule.invoke(hit));
                sum += task.weights()[i] * (Integer) score.invoke(hit);
            }
            Object banded = band.invoke(engine, sum);
            log.add((String) rule.invoke(banded));
            log.addAll(Arrays.asList((String[]) signals.invoke(engine, (Object) readings)));
            log.addAll(Arrays.asList((String[]) playbooks.invoke(engine, sum)));
            fired = log;
            overall = sum;
            place = (Integer) score.invoke(banded);
        }
    }
}
