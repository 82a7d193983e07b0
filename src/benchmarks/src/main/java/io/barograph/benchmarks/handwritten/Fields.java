package io.barograph.benchmarks.handwritten;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.contract.Screening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data contract as arrays, one place a field in contract order. */
final class Fields {

    final Contract contract;
    final Field[] fields;
    final Codes[] codes;
    final boolean[] indicator;
    final boolean[] text;
    final boolean[] number;
    private final FieldType[] types;
    private final long[] least;
    private final long[] greatest;
    private final List<Map<String, Integer>> allowed;
    private final Map<String, Integer> byName = new HashMap<>();

    /** @param codes by field, every text that a condition names already in them */
    Fields(Contract contract, Codes[] codes) {
        this.contract = contract;
        this.codes = codes;
        this.fields = contract.fields().toArray(Field[]::new);
        this.indicator = new boolean[fields.length];
        this.text = new boolean[fields.length];
        this.number = new boolean[fields.length];
        this.types = new FieldType[fields.length];
        this.least = new long[fields.length];
        this.greatest = new long[fields.length];
        this.allowed = contract.fields().stream()
                .map(field -> new HashMap<String, Integer>())
                .<Map<String, Integer>>map(map -> map)
                .toList();
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            byName.put(field.name(), i);
            indicator[i] = field.isIndicator();
            types[i] = field.type();
            text[i] = field.type() == FieldType.STRING;
            number[i] = field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER;
            least[i] = field.minimum() == null ? Micros.MISSING + 1 : Micros.of(field.minimum());
            greatest[i] = field.maximum() == null ? Long.MAX_VALUE : Micros.of(field.maximum());
            for (String value : field.allowedValues()) {
                allowed.get(i).put(value, codes[i].of(value));
            }
        }
    }

    int count() {
        return fields.length;
    }

    /** The place of a field by any of its names; −1 when it is not in the contract. */
    int find(String name) {
        Integer exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        Field field = contract.find(name);
        return field == null ? -1 : place(field);
    }

    int place(Field field) {
        Integer place = byName.get(field.name());
        if (place == null) {
            throw new IllegalArgumentException("`" + field.name() + "` is not in the contract");
        }
        return place;
    }

    /**
     * A value that is plainly within the contract.
     *
     * @return {@link Micros#MISSING} when it is not plain: {@link #screen} then says what it is
     */
    long plain(int place, @Nullable Object raw) {
        switch (types[place]) {
            case NUMBER, INTEGER -> {
                if (raw instanceof BigDecimal number && isPlain(number)) {
                    long value = Micros.of(number);
                    boolean whole = types[place] == FieldType.NUMBER || value % Micros.ONE == 0;
                    return whole && value >= least[place] && value <= greatest[place] ? value : Micros.MISSING;
                }
                return Micros.MISSING;
            }
            case BOOLEAN -> {
                return raw instanceof Boolean flag ? (flag ? 1 : 0) : Micros.MISSING;
            }
            case DATE -> {
                return raw instanceof LocalDate date ? date.toEpochDay() : Micros.MISSING;
            }
            case STRING -> {
                if (!(raw instanceof String word) || word.isEmpty()) {
                    return Micros.MISSING;
                }
                Integer code = allowed.get(place).get(word);
                if (code != null) {
                    return code;
                }
                return allowed.get(place).isEmpty() && isTrimmed(word) ? codes[place].of(word) : Micros.MISSING;
            }
        }
        throw new IllegalStateException("unknown type");
    }

    /** Few enough digits for millionths. */
    private static boolean isPlain(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= 6 && number.precision() - number.scale() <= 12;
    }

    private static boolean isTrimmed(String word) {
        return isInk(word.charAt(0)) && isInk(word.charAt(word.length() - 1));
    }

    private static boolean isInk(char c) {
        return c > ' ' && c < 0x7F;
    }

    /** The long way round, for what {@link #plain} does not take. */
    Screening screen(int place, @Nullable Object raw) {
        return Screening.of(fields[place], raw);
    }

    /** A screened value in its place's form. */
    long coded(int place, Object usable) {
        if (usable instanceof BigDecimal number) {
            return Micros.of(number);
        }
        if (usable instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return usable instanceof LocalDate date ? date.toEpochDay() : codes[place].of(usable.toString());
    }
}
