package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.issue.CellAddress;
import io.barograph.testkit.reference.Answer;
import io.barograph.testkit.reference.ReferenceScorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws Tests sheets for a model: accounts, and expectations that the reference's own decisions meet. */
public final class RandomTests {

    private static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 1, 1);
    private static final int ROWS = 8;
    private static final int TRIES = 60;

    private final Dice dice;
    private final RandomModel model;
    private final ReferenceScorer reference;
    private final RandomValues values;
    private final List<String> bands;

    public RandomTests(RandomModel model, ReferenceScorer reference) {
        this.model = model;
        this.reference = reference;
        dice = new Dice(model.seed() + 7);
        Boundaries boundaries = new Boundaries(model.contract(), model.workbooks());
        values = new RandomValues(dice, boundaries, DEFAULT_AS_OF);
        bands = List.copyOf(boundaries.bands);
    }

    /**
     * The model with a Tests sheet in each workbook whose segment accounts were found for.
     *
     * @param expectations cells that say what is expected, with another text that makes the test fail
     */
    public record Tested(RandomModel model, Map<CellAddress, String> expectations) {

        /** The same model with one expectation that is not met. */
        public RandomModel brokenAt(CellAddress cell) {
            List<WorkbookDraft> drafts = new ArrayList<>();
            for (WorkbookDraft draft : model.drafts()) {
                List<SheetDraft> sheets = new ArrayList<>();
                for (SheetDraft sheet : draft.sheets()) {
                    boolean here =
                            draft.file().equals(cell.file()) && sheet.name().equals(cell.sheet());
                    sheets.add(here ? sheet.with(cell.row(), cell.column(), expectations.get(cell)) : sheet);
                }
                drafts.add(new WorkbookDraft(draft.file(), sheets));
            }
            return new RandomModel(model.seed(), model.contract(), model.contractYaml(), drafts);
        }
    }

    /** A row in the making: the account in cells, and what came of it. */
    private record Example(Map<String, @Nullable Object> cells, Answer answer) {}

    public Tested draw() {
        Map<String, List<Example>> bySegment = new LinkedHashMap<>();
        for (int i = 0; i < TRIES; i++) {
            Example example = example();
            String segment = example.answer().decision().segment();
            if (segment != null) {
                bySegment.computeIfAbsent(segment, any -> new ArrayList<>()).add(example);
            }
        }
        Map<CellAddress, String> expectations = new LinkedHashMap<>();
        List<WorkbookDraft> drafts = new ArrayList<>();
        for (WorkbookDraft draft : model.drafts()) {
            List<SheetDraft> sheets = new ArrayList<>(draft.sheets());
            List<Example> examples = bySegment.getOrDefault(model.segment(draft.file()), List.of());
            if (!examples.isEmpty()) {
                sheets.add(tests(draft.file(), examples, expectations));
            }
            drafts.add(new WorkbookDraft(draft.file(), sheets));
        }
        return new Tested(new RandomModel(model.seed(), model.contract(), model.contractYaml(), drafts), expectations);
    }

    private Example example() {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        LocalDate asOf = dice.chance(60) ? DEFAULT_AS_OF : DEFAULT_AS_OF.plusDays(dice.between(-90, 90));
        if (!asOf.equals(DEFAULT_AS_OF)) {
            cells.put("As of", dice.chance(50) ? asOf : asOf.toString());
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, Observation> observations = new LinkedHashMap<>();
        for (Field field : model.contract().fields()) {
            Object value = dice.chance(20) ? null : values.sent(field, 0);
            if (value != null && !value.toString().isBlank()) {
                cells.put(field.label(), value);
                if (field.isIndicator()) {
                    observations.put(field.name(), Observation.of(value));
                } else {
                    attributes.put(field.name(), value);
                }
            }
        }
        List<HistoryEntry> previous = new ArrayList<>();
        if (dice.chance(60)) {
            ScoreEntry entry = new ScoreEntry(
                    "Overall",
                    asOf.minusDays(1),
                    dice.chance(85) ? values.score() : null,
                    dice.chance(85) ? dice.pick(bands) : null);
            cells.put("Previous overall", entry.value());
            cells.put("Previous overall band", entry.band());
            previous.add(entry);
        }
        AccountSnapshot snapshot = new AccountSnapshot("test", asOf, attributes, observations, previous);
        return new Example(cells, reference.answer(snapshot, PriorState.NONE));
    }

    private SheetDraft tests(String file, List<Example> examples, Map<CellAddress, String> expectations) {
        List<Example> chosen = examples.subList(0, Math.min(ROWS, examples.size()));
        Set<String> inputs = new LinkedHashSet<>(List.of("As of"));
        Set<String> words = new LinkedHashSet<>();
        chosen.forEach(example -> {
            inputs.addAll(example.cells().keySet());
            words.addAll(words(example.answer().decision()));
        });
        List<String> headers = new ArrayList<>(inputs);
        words.forEach(word -> headers.add(dice.of("Expect: ", "Expect:", "EXPECT: ") + word));
        SheetDraft sheet = new SheetDraft("Tests", headers);
        int row = 2;
        for (Example example : chosen) {
            List<@Nullable Object> cells = new ArrayList<>();
            inputs.forEach(input -> cells.add(example.cells().get(input)));
            boolean first = true;
            for (String word : words) {
                if (!first && dice.chance(30)) {
                    cells.add(dice.of("", "-"));
                    continue;
                }
                Object value = example.answer().values().apply(word);
                cells.add(met(word, value, chosen));
                expectations.put(new CellAddress(file, "Tests", row, cells.size()), unmet(word, value, chosen));
                first = false;
            }
            sheet.row(cells.toArray());
            row++;
        }
        return sheet;
    }

    /** What an expectation may be about. */
    private List<String> words(Decision decision) {
        List<String> words =
                new ArrayList<>(List.of("Segment", "Overall", "Coverage", "Confidence", "Days to renewal"));
        words.addAll(List.of("Flags", "Flag severity", "Cohort", "Playbooks", "Escalations"));
        words.addAll(List.of("Change in Overall over 1 days", "Previous overall"));
        if (decision.bands().containsKey("Overall")) {
            words.addAll(List.of("Overall band", "Days in band", "Band entered"));
        }
        if (!decision.probabilities().isEmpty()) {
            words.addAll(List.of("Churn probability", "Expansion probability", "ARR at risk"));
        }
        if (decision.tier() != null) {
            words.add("Account tier");
        }
        decision.scores().keySet().stream()
                .filter(score -> !score.equals("Overall"))
                .forEach(score -> words.add(score + " score"));
        decision.bands().keySet().stream()
                .filter(score -> !score.equals("Overall"))
                .forEach(score -> words.add(score + " band"));
        model.contract().fields().forEach(field -> words.add(field.label()));
        return dice.some(words, 6, 14);
    }

    private @Nullable Object met(String word, @Nullable Object value, List<Example> examples) {
        if (value == null) {
            return "missing";
        }
        if (value instanceof List<?> names) {
            List<Object> others = names(word, examples);
            others.removeIf(other -> names.stream().anyMatch(name -> isSame(name, other)));
            return !names.isEmpty() && (others.isEmpty() || dice.chance(60))
                    ? "contains " + dice.pick(names)
                    : others.isEmpty() ? "present" : "not contains " + dice.pick(others);
        }
        if (value instanceof BigDecimal number) {
            String text = number.toPlainString();
            return dice.of(number, "= " + text, ">= " + text, "<= " + text, text + "..", "present");
        }
        return dice.chance(10) ? "present" : value;
    }

    private String unmet(String word, @Nullable Object value, List<Example> examples) {
        if (value instanceof List<?> names) {
            List<Object> all = names(word, examples);
            return !names.isEmpty()
                    ? "not contains " + dice.pick(names)
                    : all.isEmpty() ? "missing" : "contains " + dice.pick(all);
        }
        return value == null ? "present" : "missing";
    }

    private static boolean isSame(Object name, Object other) {
        return name.toString().equalsIgnoreCase(other.toString());
    }

    /** All names that the set had in any of the examples. */
    private static List<Object> names(String word, List<Example> examples) {
        Set<Object> names = new LinkedHashSet<>();
        for (Example example : examples) {
            if (example.answer().values().apply(word) instanceof List<?> some) {
                names.addAll(some);
            }
        }
        return new ArrayList<>(names);
    }
}
