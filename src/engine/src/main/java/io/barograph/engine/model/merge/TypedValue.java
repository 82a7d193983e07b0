package io.barograph.engine.model.merge;

import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed, as a cell holds it: a number, a date or yes and no where such a thing stood, else a text. */
final class TypedValue {

    private TypedValue() {}

    /**
     * @param like a cell that stood there; null when it was empty
     * @return String, BigDecimal, Boolean or LocalDate; null when the text is blank, for an empty cell
     */
    static @Nullable Object of(String text, @Nullable Cell like) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (like instanceof Cell.Text) {
            return text;
        }
        if (like instanceof Cell.Numeric number && number.percentage()) {
            boolean sign = typed.endsWith("%");
            Optional<BigDecimal> percent =
                    Numbers.parse(sign ? typed.substring(0, typed.length() - 1).strip() : typed);
            if (percent.isPresent()) {
                return sign ? percent.get().movePointLeft(2) : percent.get();
            }
            return text;
        }
        if (like instanceof Cell.Logical && (Names.same(typed, "yes") || Names.same(typed, "no"))) {
            return Names.same(typed, "yes");
        }
        if (like instanceof Cell.Day) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeParseException noDate) {
                return text;
            }
        }
        return Numbers.parse(typed).<Object>map(number -> number).orElse(text);
    }
}
