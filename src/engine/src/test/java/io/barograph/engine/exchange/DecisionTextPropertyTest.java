package io.barograph.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a decision holds, its text stays within the screen and obeys nobody. */
class DecisionTextPropertyTest {

    private static final List<String> WORDS = List.of(
            "seats",
            "a",
            "Überprüfung",
            "東京都",
            "\u001B[2J",
            "\r\n",
            "\u202E",
            "](http://x.example)",
            "<b>",
            "|",
            "www.x.example",
            "incomprehensibilities-".repeat(6),
            "`",
            "🚀",
            "\u0000",
            "# x",
            "- y");

    private final Contract contract = ToldDecisions.contract();

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWithinEightyColumns(long seed) {
        for (Look look : List.of(Look.PLAIN, new Look(false, false))) {
            String text = DecisionText.terminal(decision(new Random(seed)), contract, ToldDecisions.background(), look);
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(Printable.columns(line)).isLessThanOrEqualTo(80));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void passesNoControlOrDirectionCharacterOn(long seed) {
        Decision decision = decision(new Random(seed));
        String terminal = DecisionText.terminal(decision, contract, ToldDecisions.background(), Look.PLAIN);
        assertThat(terminal.replace("\n", "")).isEqualTo(Printable.line(terminal.replace("\n", "")));
        String markdown = DecisionText.markdown(decision, contract, ToldDecisions.background());
        assertThat(markdown.replace("\n", "")).isEqualTo(Printable.line(markdown.replace("\n", "")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writesNothingButAsciiWhereItMustNot(long seed) {
        String text = DecisionText.terminal(
                decision(new Random(seed)), contract, ToldDecisions.background(), new Look(false, false));
        assertThat(text).matches("[\\x20-\\x7E\\n]*");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coloursChangeNothingButColours(long seed) {
        Decision decision = decision(new Random(seed));
        String coloured = DecisionText.terminal(decision, contract, ToldDecisions.background(), new Look(true, true));
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(DecisionText.terminal(decision, contract, ToldDecisions.background(), Look.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsMarkupOfTheDataFromTakingEffect(long seed) {
        String markdown = DecisionText.markdown(decision(new Random(seed)), contract, ToldDecisions.background());
        String text = markdown.replaceAll("`[^`\n]*`", "").replaceAll("\\\\[\\p{Punct}]", "");
        assertThat(text).doesNotContain("<", "](", "://", "www.");
    }

    private static Decision decision(Random random) {
        Supplier<String> words = () -> random.ints(1 + random.nextInt(30), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .reduce("", (one, other) -> one + " " + other);
        List<Contribution> contributions = new ArrayList<>();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        Map<String, String> bands = new LinkedHashMap<>();
        List<FiredRule> fired = new ArrayList<>();
        scores.put(Decision.OVERALL, hundredths(random));
        bands.put(Decision.OVERALL, words.get());
        for (int d = 0; d < random.nextInt(4); d++) {
            String dimension = words.get();
            scores.put(dimension, hundredths(random));
            bands.put(dimension, words.get());
            contributions.add(new Contribution(
                    Decision.OVERALL,
                    null,
                    dimension,
                    null,
                    hundredths(random),
                    BigDecimal.TEN,
                    hundredths(random),
                    null));
            for (int i = 0; i < random.nextInt(9); i++) {
                String name = words.get();
                BigDecimal subScore = hundredths(random);
                contributions.add(new Contribution(
                        dimension, name, null, words.get(), subScore, hundredths(random), subScore, "R" + i));
                fired.add(rule(fired.size(), words, Map.of("indicator", name, "sub_score", subScore)));
            }
        }
        contributions.add(new Contribution(
                Decision.OVERALL,
                null,
                null,
                null,
                null,
                null,
                hundredths(random).negate(),
                words.get()));
        fired.add(
                rule(fired.size(), words, Map.of("score", words.get(), "band_at_most", words.get(), "lowered", true)));
        return new Decision(
                words.get(),
                LocalDate.of(2026, 3, 1),
                random.nextInt(4) == 0 ? Decision.Status.UNDECIDED : Decision.Status.DECIDED,
                new ModelVersion(words.get(), words.get()),
                words.get(),
                words.get(),
                scores,
                bands,
                hundredths(random),
                words.get(),
                Map.of("churn_90d", new BigDecimal("0.25")),
                hundredths(random),
                List.of(new RaisedFlag(words.get(), words.get(), "R1")),
                words.get(),
                List.of(playbook(words, null), playbook(words, words.get())),
                List.of(new Escalation(words.get(), words.get(), null, "R2")),
                contributions,
                List.of(new ScoreChange(
                        ScoreChange.Kind.DATA, words.get(), null, words.get(), null, new BigDecimal("-1.25"))),
                fired,
                Stream.generate(() -> new DecisionIssue("x", words.get(), random.nextBoolean() ? words.get() : null))
                        .limit(random.nextInt(30))
                        .toList());
    }

    private static Recommendation playbook(Supplier<String> words, @org.jspecify.annotations.Nullable String by) {
        return new Recommendation(
                words.get(),
                words.get(),
                words.get(),
                words.get(),
                LocalDate.of(2026, 3, 9),
                7,
                new BigDecimal("123456789.5"),
                words.get(),
                by,
                null);
    }

    private static FiredRule rule(int seq, Supplier<String> words, Map<String, Object> effect) {
        return new FiredRule(
                seq + 1, words.get(), words.get(), words.get(), words.get(), Map.of(), new LinkedHashMap<>(effect));
    }

    private static BigDecimal hundredths(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_001), 2);
    }
}
