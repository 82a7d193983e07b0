package io.barograph.testkit.large;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Loads models one after the other, in a process of its own, and says what it holds before and after {@link #RELOADS} of them. */
final class Reloads {

    static final int RELOADS = 100;
    /** Some models have guardrails like no other's, which are compiled to classes. */
    static final int GUARDED_EVERY = 5;

    private static final int WARM_UP = 20;

    private final ModelFiles plain = LargeModel.draw(11, 400, 1);

    private Reloads() {}

    /** What the process holds once all garbage is gone: bytes of heap, bytes of metaspace, classes. */
    record Footprint(long heap, long metaspace, long classes) {

        private static Footprint now() throws InterruptedException {
            for (int i = 0; i < 4; i++) {
                System.gc();
                Thread.sleep(20);
            }
            return new Footprint(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().startsWith("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        static Footprint read(String line) {
            String[] numbers = line.split(" ", -1);
            return new Footprint(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        }

        @Override
        public String toString() {
            return heap + " " + metaspace + " " + classes;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Reloads reloads = new Reloads();
        for (int i = 0; i < WARM_UP; i++) {
            reloads.load(i);
        }
        System.out.println(Footprint.now());
        for (int i = 0; i < RELOADS; i++) {
            reloads.load(WARM_UP + i);
        }
        System.out.println(Footprint.now());
    }

    private void load(int number) {
        ModelFiles files = number % GUARDED_EVERY == 0 ? guarded(number) : plain;
        Compilation compilation = ModelCompiler.compile(files, String.valueOf(number));
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException(compilation.issues().toString());
        }
        try (Decider decider = accepted.decider()) {
            AccountSnapshot account = new AccountSnapshot(
                    "a",
                    LocalDate.of(2026, 3, 1),
                    Map.of("market", "market-1", "industry", "retail"),
                    Map.of(),
                    List.of());
            if (decider.decide(account, PriorState.NONE).fired().isEmpty()) {
                throw new IllegalStateException("nothing fired in model " + number);
            }
        }
    }

    /** Like no other, so that it is compiled from its source. */
    private ModelFiles guarded(int number) {
        String drl = """
            package rules.guardrails.large%d;

            import io.barograph.engine.ruleset.fact.BandReview;

            rule "GR-%d"
                @because("retail is never green (%d)")
            when
                $account : BandReview( $industry : text("industry"), is("industry", "retail") )
            then
                $account.capBand("Overall", "yellow");
            end
            """.formatted(number, number, number);
        return new ModelFiles(
                plain.name(),
                plain.workbooks(),
                plain.contract(),
                List.of(new ModelFile("retail.drl", drl.getBytes(StandardCharsets.UTF_8))));
    }
}
