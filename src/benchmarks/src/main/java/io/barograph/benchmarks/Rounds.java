package io.barograph.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures several ways of doing the same work in turn, A B C A B C, so that whatever else the machine does meets all of them alike. The
 * figures of one call may be compared with each other, those of two calls hardly.
 */
public final class Rounds {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Some work, a little at a time; returns how many accounts it did. */
    public interface Work {
        /** @throws Exception whatever goes wrong */
        int some() throws Exception;
    }

    /**
     * What an account took, medians over all rounds.
     *
     * @param cpu microseconds of processor time of the working thread
     * @param wall microseconds
     * @param bytes allocated
     */
    public record Took(double cpu, double wall, double bytes) {}

    private record Round(double cpu, double wall, double bytes) {}

    private final Map<String, Work> contenders = new LinkedHashMap<>();
    private int rounds = 7;
    private long millis = 1_000;
    private long warmUp = 5_000;

    /** @param arguments {@code --rounds N}, {@code --millis N} a round, {@code --warm-up MILLIS}; anything else is not taken */
    public Rounds(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            switch (arguments.get(i)) {
                case "--rounds" -> rounds = Integer.parseInt(arguments.get(i + 1));
                case "--millis" -> millis = Long.parseLong(arguments.get(i + 1));
                case "--warm-up" -> warmUp = Long.parseLong(arguments.get(i + 1));
                default -> throw new IllegalArgumentException("unknown argument `" + arguments.get(i) + "`");
            }
        }
    }

    /** Adds a way of doing it. */
    public Rounds with(String name, Work work) {
        contenders.put(name, work);
        return this;
    }

    /** Warms everybody up, then lets them take turns. */
    public Map<String, Took> measure() throws Exception {
        Map<String, List<Round>> measured = new LinkedHashMap<>();
        for (Map.Entry<String, Work> contender : contenders.entrySet()) {
            System.err.println("warming up " + contender.getKey());
            round(contender.getValue(), warmUp);
            measured.put(contender.getKey(), new ArrayList<>());
        }
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, Work> contender : contenders.entrySet()) {
                measured.getOrDefault(contender.getKey(), new ArrayList<>()).add(round(contender.getValue(), millis));
            }
        }
        Map<String, Took> took = new LinkedHashMap<>();
        measured.forEach((name, own) ->
                took.put(name, new Took(median(own, Round::cpu), median(own, Round::wall), median(own, Round::bytes))));
        return took;
    }

    private static Round round(Work work, long millis) throws Exception {
        long self = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(self);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        long done = 0;
        do {
            done += work.some();
        } while (System.nanoTime() < end);
        double accounts = Math.max(1, done);
        return new Round(
                (THREADS.getCurrentThreadCpuTime() - cpu) / accounts / 1_000,
                (System.nanoTime() - start) / accounts / 1_000,
                (THREADS.getThreadAllocatedBytes(self) - bytes) / accounts);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Whether two arrays of answers are the same, and if not, where. */
    public static void same(String what, byte[] expected, byte[] found) {
        if (!Arrays.equals(expected, found)) {
            throw new IllegalStateException(what + " differs; nothing is measured");
        }
    }
}
