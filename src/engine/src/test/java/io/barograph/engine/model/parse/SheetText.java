package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sheets written as text, in the form that {@code src/test/resources/workbooks/README.md} describes. */
final class SheetText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final Pattern REGION = Pattern.compile("([A-Z])(\\d+):([A-Z])(\\d+)");

    private final String file;
    private String name;
    private boolean hidden;
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<Sheet.MergedRegion> merged = new ArrayList<>();
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();

    private SheetText(String file, String name) {
        this.file = file;
        this.name = name;
    }

    static Sheet parse(String file, String name, List<String> lines) {
        SheetText text = new SheetText(file, name);
        lines.stream().filter(line -> line.startsWith("@")).forEach(text::directive);
        int number = 0;
        for (String line : lines) {
            if (!line.startsWith("@")) {
                text.row(++number, line);
            }
        }
        return new Sheet(file, text.name, text.hidden, text.rows, text.hiddenRows, text.hiddenColumns, text.merged);
    }

    private void directive(String line) {
        String[] words = line.split(" ");
        if (line.startsWith("@name ")) {
            name = unescaped(line.substring("@name ".length()));
        } else if (words[0].equals("@merged")) {
            Matcher region = REGION.matcher(words[1]);
            if (region.matches()) {
                merged.add(new Sheet.MergedRegion(
                        Integer.parseInt(region.group(2)),
                        region.group(1).charAt(0) - 'A' + 1,
                        Integer.parseInt(region.group(4)),
                        region.group(3).charAt(0) - 'A' + 1));
            }
        } else if (words.length == 1) {
            hidden = true;
        } else {
            for (int i = 2; i < words.length; i++) {
                (words[1].equals("rows") ? hiddenRows : hiddenColumns).add(Integer.parseInt(words[i]));
            }
        }
    }

    private void row(int number, String line) {
        String[] texts = line.split("\\|", -1);
        NavigableMap<Integer, Cell> cells = new TreeMap<>();
        for (int column = 1; column <= texts.length; column++) {
            Cell cell = cell(new CellAddress(file, name, number, column), texts[column - 1].strip(), false);
            if (cell != null) {
                cells.put(column, cell);
            }
        }
        if (!cells.isEmpty()) {
            rows.put(number, cells);
        }
    }

    static @Nullable Cell cell(CellAddress address, String written, boolean formula) {
        if (written.isEmpty()) {
            return null;
        }
        int colon = written.indexOf(':');
        String kind = colon < 0 ? "" : written.substring(0, colon);
        String rest = written.substring(colon + 1);
        return switch (kind) {
            case "shown" ->
                new Cell.Numeric(address, formula, new BigDecimal(rest.replace("%", "")).movePointLeft(2), true);
            case "day" -> new Cell.Day(address, formula, LocalDate.parse(rest));
            case "formula" -> cell(address, rest, true);
            case "fault" -> new Cell.Faulty(address, formula, rest);
            case "text" -> new Cell.Text(address, formula, unescaped(rest));
            default -> plain(address, written, formula);
        };
    }

    private static Cell plain(CellAddress address, String written, boolean formula) {
        if (written.equals("TRUE") || written.equals("FALSE")) {
            return new Cell.Logical(address, formula, written.equals("TRUE"));
        }
        return NUMBER.matcher(written).matches()
                ? new Cell.Numeric(address, formula, new BigDecimal(written), false)
                : new Cell.Text(address, formula, unescaped(written));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
