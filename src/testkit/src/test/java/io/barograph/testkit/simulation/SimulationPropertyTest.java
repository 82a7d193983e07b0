package io.barograph.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.SimulationReport;
import io.barograph.engine.simulation.SimulationReport.Attribution;
import io.barograph.engine.simulation.SimulationReport.BandMove;
import io.barograph.engine.simulation.Tally;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From any model to any other, change by change: every account arrives where the other model takes it, and the steps add up. */
class SimulationPropertyTest {

    private static final int ACCOUNTS = 60;
    private static final int TOP = 5;

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stepsAddUpToTheDifferenceOfTwoModels(long seed) {
        RandomModel before = RandomModels.model(seed);
        RandomModel after = RandomModels.model(seed + 1_000);
        Compilation.Accepted old = accepted(before);
        Compilation.Accepted now = accepted(after);
        List<Inquiry> inquiries = accounts(after);
        List<Decision> then = old.decider().decide(inquiries);
        List<Decision> later = now.decider().decide(inquiries);
        try (Simulation simulation = new Simulation(
                old, now, ModelDiff.between(before.files(), after.files()).changes(), TOP)) {
            Tally total = simulation.tally();
            total.add(simulation.compare(inquiries.subList(0, 25)));
            total.add(simulation.compare(inquiries.subList(25, ACCOUNTS)));
            SimulationReport report = simulation.report(total);

            assertThat(report.accounts()).isEqualTo(ACCOUNTS);
            assertThat(report.attribution()).extracting(Attribution::place).doesNotContain("");
            assertThat(sum(report)).isEqualByComparingTo(difference(then, later));
            assertThat(net(report)).isEqualTo(net(then, later));
            assertThat(report.moves().stream().mapToLong(BandMove::accounts).sum())
                    .isEqualTo(ACCOUNTS);
        }
    }

    private static Compilation.Accepted accepted(RandomModel model) {
        Compilation compilation = ModelCompiler.compile(model.files(), "1");
        assertThat(compilation).as("%s", compilation.issues()).isInstanceOf(Compilation.Accepted.class);
        return (Compilation.Accepted) compilation;
    }

    private static List<Inquiry> accounts(RandomModel model) {
        RandomAccounts drawn = new RandomAccounts(model.contract(), model.workbooks());
        List<Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            inquiries.add(drawn.account(i));
        }
        return inquiries;
    }

    private static BigDecimal sum(SimulationReport report) {
        return report.attribution().stream().map(Attribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the accounts that both models decide. */
    private static BigDecimal difference(List<Decision> then, List<Decision> later) {
        BigDecimal difference = BigDecimal.ZERO;
        for (int i = 0; i < then.size(); i++) {
            BigDecimal from = then.get(i).overall();
            BigDecimal to = later.get(i).overall();
            if (from != null && to != null) {
                difference = difference.add(to.subtract(from));
            }
        }
        return difference;
    }

    private static Map<String, Long> net(SimulationReport report) {
        Map<String, Long> net = new TreeMap<>();
        report.attribution()
                .forEach(step -> step.bands().forEach((band, accounts) -> net.merge(band, accounts, Long::sum)));
        net.values().removeIf(accounts -> accounts == 0);
        return net;
    }

    private static Map<String, Long> net(List<Decision> then, List<Decision> later) {
        Map<String, Long> net = new TreeMap<>();
        then.forEach(decision -> net.merge(band(decision), -1L, Long::sum));
        later.forEach(decision -> net.merge(band(decision), 1L, Long::sum));
        net.values().removeIf(accounts -> accounts == 0);
        return net;
    }

    private static String band(Decision decision) {
        String band = decision.overallBand();
        return decision.overall() == null ? "undecided" : band == null ? "no band" : band;
    }
}
