package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Results;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How large records of decisions are, and what writing them takes. */
public final class RecordRuns {

    private RecordRuns() {}

    /** Sizes, then times. */
    public static void run(List<String> arguments) throws Exception {
        RecordBenchmark.Records records = new RecordBenchmark.Records();
        records.decide();
        int[] stored = new int[RecordBenchmark.ACCOUNTS];
        int[] told = new int[RecordBenchmark.ACCOUNTS];
        RecordBenchmark benchmark = new RecordBenchmark();
        for (int i = 0; i < stored.length; i++) {
            stored[i] = benchmark.stored(records).length;
        }
        for (int i = 0; i < told.length; i++) {
            told[i] = benchmark.told(records).length;
        }
        System.out.println("| record of a decision in `enterprise` | least bytes | median | most |");
        System.out.println("| --- | ---: | ---: | ---: |");
        print("as it is stored, sealed", stored);
        print("as it is told, canonical JSON", told);
        System.out.println();
        Results.print(Results.jmh(RecordBenchmark.class, 1, arguments));
    }

    private static void print(String what, int[] bytes) {
        Arrays.sort(bytes);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d |%n",
                what,
                bytes[0],
                bytes[bytes.length / 2],
                bytes[bytes.length - 1]);
    }
}
