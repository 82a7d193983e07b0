package io.barograph.engine.exchange;

import io.barograph.engine.contract.Field;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.util.Optional;

/** Reads CSV cells by the contract's type. */
final class CellText {

    /** No number within bounds needs more. */
    private static final int MAX_NUMBER_LENGTH = 100;

    private CellText() {}

    /**
     * The typed value of a cell that is not empty: numbers as in workbooks ({@code 2,500}; on percent fields {@code 60%}
     * too), booleans yes/no/true/false, dates ISO. A cell that is none of these stays a text, which screening reports.
     */
    static Object typed(Field field, String cell) {
        return switch (field.type()) {
            case NUMBER, INTEGER -> number(field, cell).orElse(cell);
            case BOOLEAN -> flag(cell).<Object>map(flag -> flag).orElse(cell);
            case DATE -> Dates.parse(cell).<Object>map(date -> date).orElse(cell);
            case STRING -> cell;
        };
    }

    private static Optional<Object> number(Field field, String cell) {
        String digits = field.isPercent() && cell.endsWith("%")
                ? cell.substring(0, cell.length() - 1).strip()
                : cell;
        return digits.length() > MAX_NUMBER_LENGTH
                ? Optional.empty()
                : Numbers.parse(digits).map(number -> number);
    }

    private static Optional<Boolean> flag(String cell) {
        return switch (Names.fold(cell)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
