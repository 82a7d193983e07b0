package io.barograph.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.benchmarks.plain.PlainAccounts;
import io.barograph.benchmarks.plain.PlainAnswer;
import io.barograph.benchmarks.plain.PlainTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All entrants answer alike; a smaller task than the measured one, so that tools which compile are quick. */
class EntrantsTest {

    private static final long SEED = 7;
    private static final int RANGES = 3;
    private static final int ACCOUNTS = 100;

    @Test
    void measuresATaskOf525Rows() {
        assertThat(PlainTask.draw(SEED, 18).rows()).isEqualTo(525);
    }

    @ParameterizedTest
    @ValueSource(strings = {"barograph-256", "barograph-1", "evrete", "openl", "stock", "camunda", "kie-dmn"})
    void answersAsCodeByHandDoes(String name) throws Exception {
        assertThat(answers(name)).isEqualTo(answers("by-hand"));
    }

    private static List<PlainAnswer> answers(String name) throws Exception {
        PlainTask task = PlainTask.draw(SEED, RANGES);
        Entrant entrant =
                Objects.requireNonNull(EntrantProcess.ENTRANTS.get(name)).get();
        entrant.write(task);
        Entrant.Ready ready = entrant.load(task);
        ready.take(PlainAccounts.draw(SEED, ACCOUNTS));
        ready.decide(0, ACCOUNTS);
        List<PlainAnswer> answers = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            answers.add(ready.answer(account));
        }
        return answers;
    }
}
