package io.barograph.testkit.large;

import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Flags of trends and signals, and tests that each meet one signal. */
final class LargeSignals {

    private static final int MOST_FLAGS = 24;

    private static final List<String> SEVERITIES = List.of("low", "medium", "high");
    private static final int CONDITION_COLUMNS = 12;

    /** A signal that accounts of one kind raise. */
    private record Met(String industry, LargeField indicator, int value, String flag) {}

    private final LargeRows draw;
    private final LargeContract contract;
    private final List<String> flags;
    private final List<LargeField> numbers;
    private final List<LargeField> tested;
    private final List<Met> met = new ArrayList<>();

    LargeSignals(LargeRows draw, LargeContract contract, List<LargeField> indicators, List<String> flags) {
        this.draw = draw;
        this.contract = contract;
        this.flags = flags;
        this.numbers = indicators.stream().filter(LargeField::isNumber).toList();
        this.tested = numbers.subList(0, Math.min(CONDITION_COLUMNS, numbers.size()));
    }

    /** The flags of a segment, at most that many. */
    static List<String> flags(int most) {
        return IntStream.range(0, Math.min(most, MOST_FLAGS))
                .mapToObj(i -> "flag-" + i)
                .toList();
    }

    int trends(WorkbookBuilder workbook, int count) {
        SheetBuilder sheet = workbook.sheet("Trends")
                .header(
                        "Rule ID",
                        contract.industry().label(),
                        contract.stage().label(),
                        "Measure",
                        "Over days",
                        "Change",
                        "Unit",
                        "Flag",
                        "Severity",
                        "Because");
        for (int i = 0; i < count; i++) {
            sheet.row(
                    draw.id("TR"),
                    draw.texts(contract.industry()),
                    draw.chance(30) ? draw.texts(contract.stage()) : null,
                    draw.chance(20) ? "Overall" : draw.pick(numbers).label(),
                    draw.between(1, 4) * 30,
                    "<= -" + draw.between(5, 60),
                    draw.chance(50) ? "percent" : "points",
                    draw.pick(flags),
                    draw.pick(SEVERITIES),
                    draw.sentence("moved"));
        }
        return count;
    }

    /** Every flag is raised by some row. */
    void signals(WorkbookBuilder workbook, int count) {
        List<String> header = new ArrayList<>(
                List.of("Rule ID", contract.industry().label(), contract.stage().label()));
        tested.forEach(field -> header.add(field.label()));
        header.addAll(List.of("Flag", "Severity", "Because"));
        SheetBuilder sheet = workbook.sheet("Signals").header(header.toArray(String[]::new));
        for (int i = 0; i < count; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(draw.id("SG"));
            String flag = flags.get(i % flags.size());
            if (i % 3 == 0) {
                simple(row, flag);
            } else {
                row.add(draw.chance(60) ? draw.texts(contract.industry()) : null);
                row.add(draw.chance(40) ? draw.texts(contract.stage()) : null);
                List<LargeField> asked = draw.some(tested, draw.between(1, 4));
                tested.forEach(field -> row.add(asked.contains(field) ? draw.condition(field) : null));
            }
            row.add(flag);
            row.add(draw.pick(SEVERITIES));
            row.add(draw.sentence("is a sign in {Industry}"));
            sheet.row(row.toArray());
        }
    }

    private void simple(List<@Nullable Object> row, String flag) {
        String industry = draw.pick(contract.industry().texts());
        LargeField indicator = draw.pick(tested);
        int from = draw.between(1, indicator.most());
        met.add(new Met(industry, indicator, from, flag));
        row.add(industry);
        row.add(null);
        tested.forEach(field -> row.add(field.equals(indicator) ? ">= " + from : null));
    }

    void tests(WorkbookBuilder workbook, String segment, int count) {
        List<String> header = new ArrayList<>(List.of(
                "Rule ID",
                contract.market().label(),
                contract.industry().label(),
                contract.plan().label(),
                contract.stage().label(),
                contract.arr().label()));
        numbers.forEach(field -> header.add(field.label()));
        header.addAll(List.of("Expect: Segment", "Expect: Overall", "Expect: Flags", "Note"));
        SheetBuilder sheet = workbook.sheet("Tests").header(header.toArray(String[]::new));
        for (int i = 0; i < count; i++) {
            Met signal = met.get(i % met.size());
            Map<LargeField, Integer> values = new HashMap<>();
            numbers.forEach(field -> values.put(field, draw.between(0, field.most())));
            values.put(signal.indicator(), signal.value());
            List<@Nullable Object> row = new ArrayList<>();
            row.add(draw.id("TE"));
            row.add(segment);
            row.add(signal.industry());
            row.add(draw.pick(contract.plan().texts()));
            row.add(draw.pick(contract.stage().texts()));
            row.add(draw.between(1, 2_000) * 1_000);
            numbers.forEach(field -> row.add(values.get(field)));
            row.add(segment);
            row.add(">= 0");
            row.add("contains " + signal.flag());
            row.add("raises " + signal.flag());
            sheet.row(row.toArray());
        }
    }
}
