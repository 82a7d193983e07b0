package io.barograph.testkit.large;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Models come and go for as long as a service runs, each with classes of its own when it has guardrails. */
class ReloadTest {

    private static final int RELOADS = 130;
    private static final int WARM_UP = 50;
    private static final int GUARDED_EVERY = 10;
    private static final long MEBIBYTE = 1 << 20;

    private final ModelFiles plain = LargeModel.draw(11, 400, 1);

    private record Footprint(long heap, long metaspace, int classes) {
        static Footprint now() throws InterruptedException {
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
    }

    /** Leaked, 80 models would keep some 50 MiB, and the classes of 8 sets of guardrails some 200. */
    @Test
    void leavesNothingOfModelsThatAreClosed() throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            load(i);
        }
        Footprint before = Footprint.now();
        for (int i = WARM_UP; i < RELOADS; i++) {
            load(i);
        }
        Footprint after = Footprint.now();

        assertThat(after.heap() - before.heap()).as("heap").isLessThan(6 * MEBIBYTE);
        assertThat(after.metaspace() - before.metaspace()).as("metaspace").isLessThan(MEBIBYTE);
        assertThat(after.classes() - before.classes()).as("classes").isLessThan(80);
    }

    private void load(int number) {
        ModelFiles files = number % GUARDED_EVERY == 0 ? guarded(number) : plain;
        Compilation compilation = ModelCompiler.compile(files, String.valueOf(number));
        assertThat(compilation).as("%s", compilation.issues()).isInstanceOf(Compilation.Accepted.class);
        try (Decider decider = ((Compilation.Accepted) compilation).decider()) {
            AccountSnapshot account = new AccountSnapshot(
                    "a",
                    LocalDate.of(2026, 3, 1),
                    Map.of("market", "market-1", "industry", "retail"),
                    Map.of(),
                    List.of());
            assertThat(decider.decide(account, PriorState.NONE).fired()).isNotEmpty();
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
