package io.barograph.engine.authoring;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sheets of a starting workbook that make scores of indicators: Indicators to Overall. */
final class StartingScores {

    private static final Set<String> OF_PEOPLE = Set.of("usage", "engagement", "relationship");
    private static final String FRESH = "365";

    private final List<Field> indicators;
    private final StartingTable.Ids ids;
    private final Map<String, List<Field>> dimensions = new LinkedHashMap<>();

    StartingScores(List<Field> indicators, StartingTable.Ids ids) {
        this.indicators = indicators;
        this.ids = ids;
        List<Field> engagement = indicators.stream()
                .filter(field -> OF_PEOPLE.contains(String.valueOf(field.category())))
                .toList();
        List<Field> value =
                indicators.stream().filter(field -> !engagement.contains(field)).toList();
        dimensions.put("Retention", indicators);
        if (!engagement.isEmpty()) {
            dimensions.put("Engagement", engagement);
        }
        if (!value.isEmpty()) {
            dimensions.put("Value", value);
        }
    }

    /** The dimension that says most about how an account behaves. */
    String leading() {
        return dimensions.containsKey("Engagement") ? "Engagement" : "Value";
    }

    List<StartingTable> tables() {
        return List.of(processing(), scoring(), weights(), context(), overall());
    }

    private StartingTable processing() {
        StartingTable table = new StartingTable(
                Table.INDICATORS,
                ids,
                "Indicator",
                "Smoothing half-life (days)",
                "Max age (days)",
                "If missing",
                "Campaign discount %",
                "Note");
        for (Field field : indicators) {
            boolean usage = "usage".equals(field.category());
            Integer fresh = field.freshnessDays();
            table.row(
                    field.label(),
                    usage ? "14" : "",
                    fresh == null ? FRESH : Integer.toString(Math.max(30, 4 * fresh)),
                    "",
                    "",
                    usage ? "Smoothed, so that one busy or quiet day does not move the score." : "");
        }
        return table;
    }

    private StartingTable scoring() {
        StartingTable table = new StartingTable(
                Table.SCORING, ids, "Rule ID", "Indicator", "Value", "Score", "Score at end", "Because");
        for (Field field : indicators) {
            for (ScoringSteps.Step step : ScoringSteps.of(field).steps()) {
                table.row(
                        field.label(),
                        step.value(),
                        step.score(),
                        step.scoreAtEnd(),
                        Sentences.of(field, step.grade()));
            }
        }
        return table;
    }

    private StartingTable weights() {
        List<String> headers = new ArrayList<>(List.of("Indicator"));
        headers.addAll(dimensions.keySet());
        StartingTable table = new StartingTable(Table.WEIGHTS, ids, headers.toArray(String[]::new));
        for (Field field : indicators) {
            List<String> row = new ArrayList<>(List.of(field.label()));
            dimensions.values().forEach(fields -> {
                int index = fields.indexOf(field);
                row.add(index < 0 ? "" : Shares.equal(fields.size()).get(index).toPlainString());
            });
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private StartingTable context() {
        Field first = indicators.get(0);
        return new StartingTable(
                        Table.CONTEXT, ids, "Rule ID", "Account tier", "Indicator", "Multiply weight by", "Because")
                .row(
                        "strategic",
                        first.label(),
                        "1.5",
                        first.label() + " counts half as much again where most is at stake.");
    }

    private StartingTable overall() {
        StartingTable table = new StartingTable(Table.OVERALL, ids, "Dimension", "Weight in overall", "Note");
        List<BigDecimal> proportions = dimensions.size() == 3
                ? List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(20), BigDecimal.valueOf(20))
                : List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(40));
        int index = 0;
        for (String dimension : dimensions.keySet()) {
            table.row(
                    dimension,
                    proportions.get(index).toPlainString(),
                    index == 0
                            ? "Will they stay?"
                            : dimension.equals("Value") ? "Does it pay off for them?" : "Do they take part?");
            index++;
        }
        return table;
    }
}
