package io.barograph.testkit.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table while rows are being drawn: cells by header, in no column order yet. */
final class TableDraft {

    private final String name;
    private final Dice dice;
    private final Set<String> headers = new LinkedHashSet<>();
    private final Set<String> percentConditions = new HashSet<>();
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    TableDraft(String name, Dice dice, String... headers) {
        this.name = name;
        this.dice = dice;
        this.headers.addAll(List.of(headers));
    }

    /** A new row, at the end. */
    Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new HashMap<>();
        rows.add(row);
        return row;
    }

    boolean has(String header) {
        return headers.contains(header);
    }

    void column(String header) {
        headers.add(header);
    }

    /** A condition column. */
    void column(Word word) {
        headers.add(word.header());
        if (word.percent()) {
            percentConditions.add(word.header());
        }
    }

    /** Another row that is switched off; its cells are as sound as the others'. */
    Map<String, @Nullable Object> inactiveRow() {
        Map<String, @Nullable Object> row = row();
        headers.add("Active");
        row.put("Active", dice.of("no", "No", false));
        return row;
    }

    void shuffleRows() {
        List<Map<String, @Nullable Object>> shuffled = dice.shuffled(rows);
        rows.clear();
        rows.addAll(shuffled);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Shuffles columns, strews in blank rows and people's notes, and writes headers as people do.
     *
     * @param percentable the table's own columns that may be shown as percentages
     */
    SheetDraft sheet(Set<String> percentable) {
        if (dice.chance(20)) {
            headers.add("Note");
            rows.forEach(row -> row.put("Note", dice.of("", "ask {Bob}", "=1+1", "see ${ticket}")));
        }
        if (headers.contains("Active") || dice.chance(20)) {
            headers.add("Active");
            rows.forEach(row -> row.putIfAbsent("Active", dice.of("", "yes", true)));
        }
        List<String> order = dice.chance(50) ? dice.shuffled(List.copyOf(headers)) : List.copyOf(headers);
        SheetDraft sheet = new SheetDraft(
                dice.chance(15) ? name.toUpperCase(Locale.ROOT) : name,
                order.stream().map(this::typed).toList());
        for (int i = 0; i < order.size(); i++) {
            boolean inPercent = percentable.contains(order.get(i)) || percentConditions.contains(order.get(i));
            if (inPercent && dice.chance(25)) {
                sheet.showAsPercent(sheet.headers().get(i));
            }
        }
        for (Map<String, @Nullable Object> row : rows) {
            if (dice.chance(8)) {
                sheet.row();
            }
            sheet.row(order.stream().map(row::get).toArray());
        }
        return sheet;
    }

    private String typed(String header) {
        return switch (dice.between(0, 15)) {
            case 0 -> header.toUpperCase(Locale.ROOT);
            case 1 -> header.toLowerCase(Locale.ROOT);
            case 2 -> header.replace(" ", "  ");
            case 3 -> header.replace(' ', '\u00A0');
            case 4 -> header + " ";
            case 5 -> header.replace(" ", "\n");
            default -> header;
        };
    }

    static BigDecimal points(Dice dice) {
        return dice.number(0, 100, dice.of(0, 0, 1, 2));
    }
}
