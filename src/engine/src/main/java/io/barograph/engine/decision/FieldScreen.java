package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Screening of one field, which passes without ado what is plainly usable and leaves the rest to {@link Screening}. */
final class FieldScreen {

    private static final int MOST_DECIMALS = 30;
    private static final double LARGE = 1e29;

    private final Field field;
    private final double minimum;
    private final double maximum;
    private final Set<String> allowed;

    FieldScreen(Field field) {
        this.field = field;
        this.minimum = field.minimum() == null ? -LARGE : field.minimum().doubleValue();
        this.maximum = field.maximum() == null ? LARGE : field.maximum().doubleValue();
        this.allowed = new HashSet<>(field.allowedValues());
    }

    Field field() {
        return field;
    }

    /** What the contract says of a value. */
    Screening of(@Nullable Object raw) {
        return Screening.of(field, raw);
    }

    /** The value as the contract has it, when that is plain to see; null otherwise. */
    @Nullable Object plain(@Nullable Object raw) {
        if (raw instanceof BigDecimal number) {
            return isPlain(number) ? Numbers.canonical(number) : null;
        }
        if (raw instanceof String text) {
            return field.type() == FieldType.STRING ? text(text) : field.type() == FieldType.DATE ? date(text) : null;
        }
        boolean fits = raw instanceof Boolean
                ? field.type() == FieldType.BOOLEAN
                : raw instanceof LocalDate && field.type() == FieldType.DATE;
        return fits ? raw : null;
    }

    /** The value as the contract has it; null when it is not usable. */
    @Nullable Object usable(@Nullable Object raw) {
        Object plain = plain(raw);
        return plain != null ? plain : of(raw) instanceof Screening.Usable usable ? usable.value() : null;
    }

    private @Nullable Object text(String text) {
        boolean plain = allowed.isEmpty()
                ? !text.isEmpty() && isLetter(text.charAt(0)) && isLetter(text.charAt(text.length() - 1))
                : allowed.contains(text);
        return plain ? text : null;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** An ISO date of a day that every month has. */
    private static @Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28 ? LocalDate.of(year, month, day) : null;
    }

    /** Negative when there is something else than ASCII digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Integer.MIN_VALUE;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** The nearest binary fraction of a number inside two others is never outside of theirs, so strictly inside means inside. */
    private boolean isPlain(BigDecimal number) {
        int scale = number.scale();
        boolean fits = field.type() == FieldType.NUMBER
                ? scale >= 0 && scale <= MOST_DECIMALS
                : field.type() == FieldType.INTEGER && scale == 0;
        if (!fits) {
            return false;
        }
        double near = number.doubleValue();
        return near > minimum && near < maximum && near > -LARGE && near < LARGE;
    }
}
