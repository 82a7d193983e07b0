package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Term;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.WorkbookLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for any cell: seeded, so that a failure can be looked at again. */
class ConditionParserPropertyTest {

    private static final CellAddress C2 = new CellAddress("enterprise.xlsx", "Scoring", 2, 3);
    private static final int TRIES = 20_000;
    private static final String ALPHABET = "0123456789.,-+%()[]<>=! aeinortsumgpcld\u2013\u2264";

    private static final List<Domain> DOMAINS = List.of(
            Domain.HUNDRED,
            Domain.set(List.of()),
            Domain.texts(List.of()),
            Domain.texts(List.of("one", "two")),
            Domain.anyNumber(true, false),
            new Domain(Term.Type.DATE, null, null, false, false, false, List.of()),
            new Domain(Term.Type.BOOLEAN, null, null, false, false, false, List.of()));

    private final Random random = new Random(20260301);

    @Test
    void rangesAdmitExactlyWhatTheyState() {
        for (int i = 0; i < TRIES; i++) {
            BigDecimal from = number();
            BigDecimal to = from.add(BigDecimal.ONE).add(number().abs());
            boolean low = random.nextBoolean();
            boolean high = random.nextBoolean();
            String text = (low ? "[" : "(") + from.toPlainString() + ".." + to.toPlainString() + (high ? "]" : ")");

            Condition range = Objects.requireNonNull(parse(text, Domain.anyNumber(false, false), new Issues()), text);

            for (BigDecimal value : List.of(from, to, number(), from.add(to).divide(BigDecimal.valueOf(2)))) {
                int below = value.compareTo(from);
                int above = value.compareTo(to);
                boolean expected = (below > 0 || (below == 0 && low)) && (above < 0 || (above == 0 && high));
                assertThat(range.matches(value)).as("%s in %s", value, text).isEqualTo(expected);
            }
        }
    }

    @Test
    void neighbouringRangesMeetWithoutGapOrOverlap() {
        for (int i = 0; i < TRIES; i++) {
            BigDecimal middle = BigDecimal.valueOf(1 + random.nextInt(98));
            Condition lower = Objects.requireNonNull(parse("0.." + middle, Domain.HUNDRED, new Issues()));
            Condition upper = Objects.requireNonNull(parse(middle + "..100", Domain.HUNDRED, new Issues()));
            BigDecimal value = BigDecimal.valueOf(random.nextInt(10_001), 2);

            assertThat(lower.matches(value)).as("%s at %s", value, middle).isNotEqualTo(upper.matches(value));
        }
    }

    @Test
    void anyTextIsEitherReadOrRefusedWithReasons() {
        for (int i = 0; i < TRIES; i++) {
            String text = text();
            for (Domain domain : DOMAINS) {
                Issues issues = new Issues();

                Condition condition = parse(text, domain, issues);

                assertThat(condition == null).as(text).isEqualTo(issues.hasErrors());
                assertThat(issues.sorted())
                        .as(text)
                        .extracting(Issue::message)
                        .noneMatch(message -> message.contains("\n"));
            }
        }
    }

    @Test
    void readsTheLongestCells() {
        for (String piece : List.of(
                "1,",
                "1, ",
                "1.5,",
                ",111",
                " 111",
                "[",
                "..",
                ".",
                "-",
                "(1",
                "not ",
                "a,",
                " or ",
                "1 or ",
                "=",
                "1 to under ",
                "\u00A0")) {
            String text = "1" + piece.repeat(WorkbookLimits.CELL_CHARACTERS / piece.length() - 1) + "1";
            for (Domain domain : DOMAINS) {
                Issues issues = new Issues();

                Condition condition = parse(text, domain, issues);

                assertThat(condition == null).as(piece).isEqualTo(issues.hasErrors());
            }
        }
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(20_001) - 10_000, random.nextInt(3));
    }

    private String text() {
        int length = 1 + random.nextInt(12);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(12)) {
                case 0 -> text.append("..");
                case 1 -> text.append(" or ");
                case 2 -> text.append("not ");
                case 3 -> text.append(" to under ");
                default -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    private static @Nullable Condition parse(String text, Domain domain, Issues issues) {
        return ConditionParser.parse(new Cell.Text(C2, false, text), domain, new Place(issues, C2, null));
    }
}
