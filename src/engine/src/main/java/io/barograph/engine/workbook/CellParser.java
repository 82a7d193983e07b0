package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the {@code c} elements of one sheet into typed cells (ECMA-376 part 1, 18.3.1.4). */
final class CellParser {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int ISO_DATE_CHARACTERS = 10;
    private static final double SECONDS_A_DAY = 86_400;

    private final SharedStrings strings;
    private final CellFormats formats;
    private final DateSystem dates;
    private final ComputedAreas computed = new ComputedAreas();
    /** Formulas by shared index: only the first cell of a group spells its formula out. */
    private final Map<String, String> sharedFormulas = new HashMap<>();

    private final CellText text = new CellText();

    CellParser(SharedStrings strings, CellFormats formats, DateSystem dates) {
        this.strings = strings;
        this.formats = formats;
        this.dates = dates;
    }

    /** Cells that formulas elsewhere fill. */
    ComputedAreas computed() {
        return computed;
    }

    /** Reads the current element; null when the cell holds nothing. */
    @Nullable Cell read(XmlCursor xml, CellAddress address) throws RefusedException {
        String type = xml.attribute("t", "n").strip();
        String style = xml.attribute("s");
        String formula = null;
        String value = null;
        int cell = xml.depth();
        while (xml.nextChild(cell)) {
            switch (xml.name()) {
                case "f" -> formula = formula(xml, address);
                case "v" -> {
                    text.clear();
                    xml.text(text);
                    value = kept(address);
                }
                case "is" -> {
                    text.clear();
                    RichText.read(xml, text);
                    value = kept(address);
                }
                default -> {}
            }
        }
        boolean textual = type.equals("str") || type.equals("inlineStr");
        if (value == null || (!textual && value.isBlank())) {
            return formula == null ? null : new Cell.Faulty(address, true, formula);
        }
        return typed(type, style, address, formula != null && !isBooleanConstant(formula), value);
    }

    /** LibreOffice stores a TRUE that somebody typed as a formula. */
    private static boolean isBooleanConstant(String formula) {
        return formula.equals("=TRUE()") || formula.equals("=FALSE()");
    }

    private String formula(XmlCursor xml, CellAddress address) throws RefusedException {
        String type = xml.attribute("t", "normal").strip();
        String group = xml.attribute("si");
        String area = xml.attribute("ref");
        text.clear();
        xml.text(text);
        String formula = "=" + kept(address);
        if (type.equals("shared") && group != null) {
            return formula.length() > 1 ? keepShared(group, formula) : sharedFormulas.getOrDefault(group, formula);
        }
        if (area != null && (type.equals("array") || type.equals("dataTable"))) {
            computed.mark(area);
        }
        return formula;
    }

    private String keepShared(String group, String formula) {
        sharedFormulas.putIfAbsent(group, formula);
        return formula;
    }

    private String kept(CellAddress address) throws RefusedException {
        String decoded = text.decoded();
        requireFits(decoded.length() + text.dropped(), address);
        return decoded;
    }

    private static void requireFits(long characters, CellAddress address) throws RefusedException {
        if (characters > WorkbookLimits.CELL_CHARACTERS) {
            throw RefusedException.tooLarge(
                            "the cell holds " + RefusedException.grouped(characters)
                                    + " characters; at most " + RefusedException.grouped(WorkbookLimits.CELL_CHARACTERS)
                                    + " are read",
                            "shorten the text")
                    .at(address);
        }
    }

    /** The same cell, known to be filled by a formula elsewhere. */
    static Cell asFormula(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return new Cell.Text(text.address(), true, text.text());
        }
        if (cell instanceof Cell.Numeric number) {
            return new Cell.Numeric(number.address(), true, number.value(), number.percentage());
        }
        if (cell instanceof Cell.Logical logical) {
            return new Cell.Logical(logical.address(), true, logical.value());
        }
        if (cell instanceof Cell.Day day) {
            return new Cell.Day(day.address(), true, day.value());
        }
        return new Cell.Faulty(cell.address(), true, cell.text());
    }

    private @Nullable Cell typed(
            String type, @Nullable String style, CellAddress address, boolean formula, String value)
            throws RefusedException {
        return switch (type) {
            case "s" -> text(address, formula, shared(value.strip(), address));
            case "str", "inlineStr" -> text(address, formula, value);
            case "b" -> logical(address, formula, value.strip());
            case "e" -> new Cell.Faulty(address, formula, value.strip());
            case "d" -> isoDate(address, formula, value.strip());
            case "n" -> number(address, formula, value.strip(), formats.format(style));
            default ->
                throw RefusedException.unreadable("the cell is of an unknown type " + RefusedException.quoted(type))
                        .at(address);
        };
    }

    private String shared(String index, CellAddress address) throws RefusedException {
        int number = WholeNumber.of(index);
        if (!strings.has(number)) {
            throw RefusedException.unreadable("the cell refers to the shared text " + RefusedException.quoted(index)
                            + ", which the workbook lacks")
                    .at(address);
        }
        requireFits(strings.length(number), address);
        return strings.get(number);
    }

    private static @Nullable Cell text(CellAddress address, boolean formula, String text) {
        return CellText.isBlank(text) ? null : new Cell.Text(address, formula, text);
    }

    private static Cell logical(CellAddress address, boolean formula, String value) {
        return switch (value) {
            case "1", "true", "TRUE" -> new Cell.Logical(address, formula, true);
            case "0", "false", "FALSE" -> new Cell.Logical(address, formula, false);
            default -> new Cell.Faulty(address, formula, value);
        };
    }

    private static Cell isoDate(CellAddress address, boolean formula, String value) {
        try {
            if (value.indexOf(':') >= 0 && value.indexOf('-') < 0) {
                double day = LocalTime.parse(value.replaceFirst("^T", "").replaceFirst("Z$", ""))
                                .toSecondOfDay()
                        / SECONDS_A_DAY;
                return new Cell.Numeric(address, formula, Numbers.ofDouble(day), false);
            }
            LocalDate day = LocalDate.parse(value.substring(0, Math.min(value.length(), ISO_DATE_CHARACTERS)));
            return new Cell.Day(address, formula, day);
        } catch (DateTimeException e) {
            return new Cell.Faulty(address, formula, value);
        }
    }

    private Cell number(CellAddress address, boolean formula, String value, NumberFormat format) {
        if (format != NumberFormat.DATE && Numbers.isPlain(value)) {
            return new Cell.Numeric(
                    address, formula, Numbers.canonical(new BigDecimal(value)), format == NumberFormat.PERCENTAGE);
        }
        double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return new Cell.Faulty(address, formula, value);
        }
        if (format == NumberFormat.DATE) {
            Optional<LocalDate> date = dates.date(number);
            return date.isPresent()
                    ? new Cell.Day(address, formula, date.get())
                    : new Cell.Faulty(address, formula, value);
        }
        BigDecimal shortest = Numbers.ofDouble(number);
        return new Cell.Numeric(address, formula, shortest, format == NumberFormat.PERCENTAGE);
    }
}
