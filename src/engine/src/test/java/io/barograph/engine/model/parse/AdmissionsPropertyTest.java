package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by order and by value is what trying each point finds. */
class AdmissionsPropertyTest {

    private static final List<Domain> DOMAINS = List.of(
            Domain.HUNDRED,
            Domain.DAYS,
            Domain.anyNumber(false, false),
            Domain.texts(List.of("green", "yellow", "red", "Green")),
            Domain.texts(List.of()),
            new Domain(Term.Type.DATE, null, null, false, false, false, List.of()),
            new Domain(Term.Type.BOOLEAN, null, null, false, false, false, List.of()));

    private static final List<Condition.Operator> OPERATORS = List.of(Condition.Operator.values());

    private Random random = new Random(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void admitWhatConditionsMatch(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Domain domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
            List<Condition> all = some(1, 8, () -> condition(domain));
            Axis axis =
                    Axis.of(new Term(0, Term.Kind.INDICATOR, domain.type(), "x", null, null, 0, false), domain, all);
            Admissions admissions = new Admissions(axis);
            List<Condition> asked = all.subList(0, 1 + random.nextInt(Math.min(2, all.size())));
            Admission admission = admissions.of(asked);
            for (int point = 0; point < axis.points().size(); point++) {
                Object value = axis.points().get(point).value();
                assertThat(admission.admits(point))
                        .as("seed %d, round %d: %s at %s of %s", seed, i, asked, value, axis)
                        .isEqualTo(asked.stream().allMatch(condition -> condition.matches(value)))
                        .isEqualTo(admission.points().get(point));
            }
        }
    }

    private Condition condition(Domain domain) {
        boolean ordered = domain.type() == Term.Type.NUMBER || domain.type() == Term.Type.DATE;
        int kind = random.nextInt(ordered ? 6 : 3);
        return switch (kind) {
            case 0 -> new Condition.OneOf(new HashSet<>(some(1, 3, () -> value(domain))), random.nextBoolean());
            case 1 -> new Condition.Missing();
            case 2 -> new Condition.Present();
            case 3 ->
                new Condition.Comparison(
                        OPERATORS.get(random.nextInt(OPERATORS.size())), (Comparable<?>) value(domain));
            case 4 -> range((Comparable<?>) value(domain), (Comparable<?>) value(domain));
            default -> new Condition.Either(some(2, 3, () -> condition(domain)));
        };
    }

    private Condition range(Comparable<?> one, Comparable<?> other) {
        boolean rising = Reach.compare(one, other) <= 0;
        int open = random.nextInt(6);
        return new Condition.Range(
                open == 0 ? null : rising ? one : other,
                random.nextBoolean(),
                open == 1 ? null : rising ? other : one,
                random.nextBoolean());
    }

    private Object value(Domain domain) {
        int number = random.nextInt(12);
        return switch (domain.type()) {
            case NUMBER -> BigDecimal.valueOf(number * 10L).stripTrailingZeros().setScale(0);
            case DATE -> LocalDate.of(2026, 1, 1).plusDays(number);
            case BOOLEAN -> number % 2 == 0;
            case TEXT, SET ->
                Set.of("green", "yellow", "red", "blue").stream()
                        .sorted()
                        .toList()
                        .get(number % 4);
        };
    }

    private <T> List<T> some(int fewest, int most, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        int count = fewest + random.nextInt(most - fewest + 1);
        while (items.size() < count) {
            items.add(item.get());
        }
        return items;
    }
}
