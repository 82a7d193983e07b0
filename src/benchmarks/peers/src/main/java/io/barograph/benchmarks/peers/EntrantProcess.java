package io.barograph.benchmarks.peers;

import com.sun.management.ThreadMXBean;
import io.barograph.benchmarks.plain.PlainAccounts;
import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The process of one entrant, told what to do line by line: {@code answers N} for the answers of the first N accounts, {@code round MILLIS}
 * to decide for so long. Answers with lines of its own; whatever the tool prints goes nowhere.
 */
final class EntrantProcess {

    static final Map<String, Supplier<Entrant>> ENTRANTS = Map.of(
            "by-hand", ByHand::new,
            "barograph-256", () -> new Barograph(256),
            "barograph-1", () -> new Barograph(1),
            "evrete", EvreteRows::new,
            "openl", OpenL::new,
            "stock", StockDecisionTables::new,
            "camunda", CamundaDmn::new,
            "kie-dmn", KieDmn::new);

    /** Accounts that are decided before the clock is looked at again. */
    private static final int CHUNK = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Entrant.Ready ready;
    private final int accounts;
    private int next;

    private EntrantProcess(Entrant.Ready ready, int accounts) {
        this.ready = ready;
        this.accounts = accounts;
    }

    /** @param arguments entrant, seed, ranges an indicator, accounts */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        long seed = Long.parseLong(arguments[1]);
        PlainTask task = PlainTask.draw(seed, Integer.parseInt(arguments[2]));
        int accounts = Integer.parseInt(arguments[3]);
        Entrant entrant = Objects.requireNonNull(ENTRANTS.get(arguments[0])).get();
        entrant.write(task);
        long start = System.nanoTime();
        Entrant.Ready ready = entrant.load(task);
        ready.take(PlainAccounts.draw(seed, 1));
        ready.answer(0);
        long took = System.nanoTime() - start;
        ready.take(PlainAccounts.draw(seed + 1, accounts));
        answers.println("ready " + took);
        answers.flush();
        new EntrantProcess(ready, accounts).serve(answers);
    }

    private void serve(PrintStream answers) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            List<String> words = List.of(line.split(" ", -1));
            if (words.get(0).equals("answers")) {
                for (int i = 0; i < Integer.parseInt(words.get(1)); i++) {
                    PlainAnswer answer = ready.answer(i);
                    answers.println(answer.overall() + " " + answer.band() + " " + String.join(",", answer.fired()));
                }
            } else if (words.get(0).equals("round")) {
                answers.println(round(Long.parseLong(words.get(1))));
            } else {
                throw new IOException("no command `" + line + "`");
            }
            answers.flush();
        }
    }

    /** {@code accounts wall-nanoseconds processor-nanoseconds bytes}. */
    private String round(long millis) throws Exception {
        long self = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(self);
        long processor = processorTime();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        long decided = 0;
        while (System.nanoTime() < end) {
            int to = Math.min(accounts, next + CHUNK);
            ready.decide(next, to);
            decided += to - next;
            next = to == accounts ? 0 : to;
        }
        return decided + " " + (System.nanoTime() - start) + " " + (processorTime() - processor) + " "
                + (THREADS.getThreadAllocatedBytes(self) - bytes);
    }

    /** Of the whole process: tools may use threads, and what they leave for the collector is theirs too. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
