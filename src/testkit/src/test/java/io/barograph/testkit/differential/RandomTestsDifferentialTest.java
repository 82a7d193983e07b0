package io.barograph.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import io.barograph.testkit.random.RandomTests;
import io.barograph.testkit.random.RandomTests.Tested;
import io.barograph.testkit.reference.ReferenceScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests sheets whose expectations come from the reference must pass, and fail where one of them is changed. */
class RandomTestsDifferentialTest {

    private static final int MODELS = 16;
    private static final int BREAKS_A_MODEL = 3;

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + Long.getLong("barograph.models", MODELS));
    }

    private static Tested tested(long seed) {
        RandomModel model = RandomModels.model(seed);
        ModelVersion version = new ModelVersion("1", "of seed " + seed);
        return new RandomTests(model, new ReferenceScorer(model.workbooks(), model.contract(), version)).draw();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void passesWhatTheReferenceDecides(long seed) {
        assertThat(errors(tested(seed).model())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void failsAtTheExpectationThatIsNotMet(long seed) {
        Tested tested = tested(seed);
        List<CellAddress> cells = new ArrayList<>(tested.expectations().keySet());
        for (int i = 0; i < Math.min(BREAKS_A_MODEL, cells.size()); i++) {
            CellAddress cell = cells.get((int) ((seed + i * 7919L) % cells.size()));
            assertThat(errors(tested.brokenAt(cell)))
                    .extracting(Issue::cell)
                    .describedAs("expecting `%s`", tested.expectations().get(cell))
                    .containsExactly(cell);
        }
    }

    private static List<Issue> errors(RandomModel model) {
        Compilation compilation = ModelCompiler.compile(model.files(), "1");
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
        }
        return compilation.issues().stream().filter(Issue::isError).toList();
    }
}
