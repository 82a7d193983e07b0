package io.barograph.testkit.reference;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The condition columns of a table: those whose header is not the table's own. */
final class Conditions {

    private final List<String> headers;

    Conditions(Grid grid, Set<String> ownHeaders) {
        headers = grid.headersBesides(ownHeaders);
    }

    boolean hold(Grid.Line line, Vocabulary words) {
        return headers.stream().allMatch(header -> holds(header, line, words));
    }

    private static boolean holds(String header, Grid.Line line, Vocabulary words) {
        Cell cell = line.cell(header);
        if (!CellTest.isFilled(cell)) {
            return true;
        }
        BigDecimal mark = isCrossing(header) ? line.percent(header) : null;
        return mark == null
                ? CellTest.admits(cell, words.subject(header))
                : crosses(Words.key(header).endsWith("below"), mark, words);
    }

    private static boolean isCrossing(String header) {
        return Words.same(header, "Overall crosses below") || Words.same(header, "Overall crosses above");
    }

    private static boolean crosses(boolean below, BigDecimal mark, Vocabulary words) {
        BigDecimal previous = words.previousScore(Decision.OVERALL);
        if (previous == null || !(words.subject("Overall").value() instanceof BigDecimal now)) {
            return false;
        }
        boolean wasUnder = previous.compareTo(mark) < 0;
        boolean isUnder = now.compareTo(mark) < 0;
        return below ? !wasUnder && isUnder : wasUnder && !isUnder;
    }

    /** One entry a filled condition cell, in column order. */
    Map<String, @Nullable Object> inputs(Grid.Line line, Vocabulary words) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        for (String header : headers) {
            if (!CellTest.isFilled(line.cell(header))) {
                continue;
            }
            for (String word : isCrossing(header) ? List.of("Previous overall", "Overall") : List.of(header)) {
                Subject subject = words.subject(word);
                inputs.put(subject.name(), subject.value());
            }
        }
        return inputs;
    }

    /** What two rows have in common when they have the same conditions. */
    List<String> written(Grid.Line line) {
        List<String> written = new ArrayList<>();
        for (String header : headers) {
            Cell cell = line.cell(header);
            written.add(cell == null || !CellTest.isFilled(cell) ? "" : Words.key(cell.text()));
        }
        return written;
    }
}
