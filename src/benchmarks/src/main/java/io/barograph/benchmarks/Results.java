package io.barograph.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs JMH and prints what it found as Markdown. */
public final class Results {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Results() {}

    /**
     * All benchmarks of a class, with bytes allocated.
     *
     * @param arguments of JMH, for example {@code -f 1 -wi 2}; what they do not say the class says
     */
    public static Collection<RunResult> jmh(Class<?> benchmarks, int threads, List<String> arguments)
            throws RunnerException, CommandLineOptionException {
        OptionsBuilder options = new OptionsBuilder();
        options.parent(new CommandLineOptions(arguments.toArray(String[]::new)))
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .addProfiler(GCProfiler.class)
                .threads(threads)
                .jvmArgsAppend("-Dbarograph.root=" + System.getProperty("barograph.root", ""))
                .output("/dev/stderr");
        return new Runner(options.build()).run();
    }

    /** One row a result, parameters first. */
    public static void print(Collection<RunResult> results, String... parameters) {
        if (results.isEmpty()) {
            return;
        }
        RunResult first = results.iterator().next();
        String unit = first.getPrimaryResult().getScoreUnit();
        StringBuilder head = new StringBuilder("| benchmark | ");
        for (String parameter : parameters) {
            head.append(parameter).append(" | ");
        }
        System.out.println(head + "threads | " + unit + " | ± (99.9 %) | bytes |");
        System.out.println("| --- |" + " --- |".repeat(parameters.length) + " ---: | ---: | ---: | ---: |");
        for (RunResult result : results) {
            StringBuilder row = new StringBuilder("| ");
            row.append(result.getPrimaryResult().getLabel()).append(" | ");
            for (String parameter : parameters) {
                row.append(result.getParams().getParam(parameter)).append(" | ");
            }
            System.out.println(row
                    + String.format(
                            Locale.ROOT,
                            "%d | %.2f | %.2f | %s |",
                            result.getParams().getThreads(),
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError(),
                            allocated(result)));
        }
        System.out.println();
    }

    private static String allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith(ALLOCATED)) {
                double bytes = result.getSecondaryResults().get(name).getScore();
                return String.format(Locale.ROOT, "%,.0f", bytes);
            }
        }
        return "";
    }
}
