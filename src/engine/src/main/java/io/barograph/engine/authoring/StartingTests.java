package io.barograph.engine.authoring;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The examples of a starting workbook: one account that has everything, one that has nothing, one of which nothing is known. */
final class StartingTests {

    /**
     * What leads an account to the segment.
     *
     * @param known whether that is known at all; otherwise the examples are switched off
     * @param attributes cells by label; what is not there is missing
     */
    record Account(boolean known, Map<String, String> attributes) {
        static final Account UNKNOWN = new Account(false, Map.of());
    }

    private final String segment;
    private final List<Field> indicators;
    private final Account account;
    private final StartingTable.Ids ids;

    StartingTests(String segment, List<Field> indicators, Account account, StartingTable.Ids ids) {
        this.segment = segment;
        this.indicators = indicators;
        this.account = account;
        this.ids = ids;
    }

    StartingTable table() {
        List<String> headers = new ArrayList<>(List.of("Rule ID", "Active"));
        headers.addAll(account.attributes().keySet());
        indicators.forEach(field -> headers.add(field.label()));
        headers.addAll(
                List.of("Expect: Segment", "Expect: Overall", "Expect: Overall band", "Expect: Confidence", "Because"));
        StartingTable table = new StartingTable(Table.TESTS, ids, headers.toArray(String[]::new));
        row(table, ScoringSteps::best, "100", "green", "high", "Every indicator at its best is a score of 100.");
        row(table, ScoringSteps::worst, "0", "red", "high", "Every indicator at its worst is a score of 0.");
        row(table, any -> "", "missing", "", "low", "Without any data there is no score to show.");
        return table;
    }

    private void row(
            StartingTable table,
            Function<ScoringSteps, String> value,
            String overall,
            String band,
            String confidence,
            String because) {
        List<String> row = new ArrayList<>(List.of(account.known() ? "" : "no"));
        row.addAll(account.attributes().values());
        indicators.forEach(field -> row.add(value.apply(ScoringSteps.of(field))));
        row.addAll(List.of(segment, overall, band, confidence, because));
        table.row(row.toArray(String[]::new));
    }
}
