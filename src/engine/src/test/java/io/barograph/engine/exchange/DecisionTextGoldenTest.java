package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text is a file of its own; a change of wording is seen as a reader sees it. */
class DecisionTextGoldenTest {

    static Stream<Map.Entry<String, String>> texts() {
        Contract contract = ToldDecisions.contract();
        Decision decided = ToldDecisions.decided();
        Decision moved = ToldDecisions.moved();
        Background background = ToldDecisions.background();
        return new TreeMap<>(Map.of(
                        "moved.txt", DecisionText.terminal(moved, contract, background, Look.PLAIN),
                        "moved.md", DecisionText.markdown(moved, contract, background),
                        "decided.txt", DecisionText.terminal(decided, contract, Background.NONE, Look.PLAIN),
                        "decided-ascii.txt",
                                DecisionText.terminal(decided, contract, Background.NONE, new Look(false, false)),
                        "decided-colours.txt",
                                DecisionText.terminal(decided, contract, Background.NONE, new Look(true, true))
                                        .replace("\u001B", "ESC"),
                        "decided.md", DecisionText.markdown(decided, contract, Background.NONE),
                        "without-score.txt",
                                DecisionText.terminal(
                                        ToldDecisions.withoutScore(), contract, Background.NONE, Look.PLAIN),
                        "without-score.md",
                                DecisionText.markdown(ToldDecisions.withoutScore(), contract, Background.NONE),
                        "without-model.txt",
                                DecisionText.terminal(
                                        ToldDecisions.withoutModel(), contract, Background.NONE, Look.PLAIN)))
                .entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tellsTheAccountAsTheFileSays(Map.Entry<String, String> text) throws IOException {
        try (InputStream golden = DecisionTextGoldenTest.class.getResourceAsStream("decision-text/" + text.getKey())) {
            String expected = new String(
                    Objects.requireNonNull(golden, "no golden file " + text.getKey())
                            .readAllBytes(),
                    UTF_8);
            assertThat(text.getValue()).isEqualTo(expected);
        }
    }
}
