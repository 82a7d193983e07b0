package io.barograph.engine.exchange;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.NamedValues;
import io.barograph.engine.decision.Observation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of an accounts CSV from bytes straight to values, as long as a row is written plainly; what a row says that is
 * not, and what is wrong with it, {@link AccountColumns} tells. For one thread at a time.
 */
final class CsvAccounts {

    private final AccountColumns columns;
    private final LocalDate defaultAsOf;
    private final Utf8Text utf8 = new Utf8Text();
    private final TextCache texts = new TextCache();

    /** Of the row being read. */
    private String accountId = "";

    private LocalDate asOf = LocalDate.EPOCH;
    private @Nullable Object[] attributes = {};
    private @Nullable Object[] indicators = {};

    /** The cell being read, without its quotes; {@code next} is behind it. */
    private int from;

    private int to;
    private int next;
    private boolean ascii;
    private boolean quotesInside;

    CsvAccounts(AccountColumns columns, LocalDate defaultAsOf) {
        this.columns = columns;
        this.defaultAsOf = defaultAsOf;
    }

    /** The account of a row, or what is wrong with it; null when the row is blank. */
    @Nullable SnapshotLine read(long number, byte[] bytes, int start, int length) {
        int end = start + length;
        if (length == 0) {
            return null;
        }
        if (plain(bytes, start, end)) {
            return new SnapshotLine.Good(
                    number,
                    new AccountSnapshot(
                            accountId,
                            asOf,
                            NamedValues.of(columns.attributes(), attributes),
                            NamedValues.of(columns.indicators(), indicators),
                            List.of()));
        }
        String text = utf8.of(bytes, start, length);
        if (text == null) {
            return new SnapshotLine.Bad(number, Utf8Text.FAULT);
        }
        return text.isBlank() ? null : columns.snapshot(CsvRows.row(number, text, columns.count()), defaultAsOf);
    }

    /** Whether the whole row could be read. */
    private boolean plain(byte[] bytes, int start, int end) {
        asOf = defaultAsOf;
        attributes = new @Nullable Object[columns.attributes().size()];
        indicators = new @Nullable Object[columns.indicators().size()];
        boolean validated = false;
        int count = columns.count();
        next = start;
        for (int column = 0; column < count; column++) {
            if (!cell(bytes, end)) {
                return false;
            }
            if (!ascii && !validated) {
                validated = utf8.of(bytes, start, end - start) != null;
                if (!validated) {
                    return false;
                }
            }
            boolean last = column == count - 1;
            if (last ? next != end : next == end) {
                return false;
            }
            next++;
            if (!value(bytes, column)) {
                return false;
            }
        }
        return true;
    }

    /** Finds the cell that starts at {@code next}; false when it is written in a way that is not plain. */
    private boolean cell(byte[] bytes, int end) {
        int at = next;
        quotesInside = false;
        int signs = 0;
        if (at < end && bytes[at] == '"') {
            from = ++at;
            for (; at < end; at++) {
                byte sign = bytes[at];
                signs |= sign;
                if (sign == '"') {
                    if (at + 1 == end || bytes[at + 1] != '"') {
                        break;
                    }
                    quotesInside = true;
                    at++;
                }
            }
            to = at;
            next = at + 1;
            ascii = signs >= 0;
            return at < end && (next == end || bytes[next] == ',');
        }
        from = at;
        for (; at < end; at++) {
            byte sign = bytes[at];
            if (sign <= ',') {
                if (sign == ',') {
                    break;
                }
                if (sign == '"') {
                    return false;
                }
            }
            signs |= sign;
        }
        to = at;
        next = at;
        ascii = signs >= 0;
        return true;
    }

    /** Keeps what the cell says; false when that takes more than a look at its bytes. */
    private boolean value(byte[] bytes, int column) {
        String unusual = null;
        if (ascii && !quotesInside) {
            strip(bytes);
        } else {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            unusual = (quotesInside ? text.replace("\"\"", "\"") : text).strip();
        }
        boolean empty = unusual == null ? from == to : unusual.isEmpty();
        if (column == columns.accountIdColumn()) {
            accountId = unusual == null ? ascii(bytes) : unusual;
            return SnapshotJson.faultOfAccountId(accountId) == null;
        }
        if (column == columns.asOfColumn()) {
            LocalDate day = empty ? defaultAsOf : unusual == null ? PlainValue.day(bytes, from, to) : null;
            asOf = day == null ? defaultAsOf : day;
            return day != null;
        }
        AccountColumns.InputColumn input = columns.input(column);
        Object value;
        if (empty) {
            value = NamedValues.ABSENT;
        } else {
            Object typed = unusual == null ? typed(input.field(), bytes) : AccountColumns.typed(input.field(), unusual);
            value = input.isIndicator() ? Observation.of(typed) : typed;
        }
        (input.isIndicator() ? indicators : attributes)[input.place()] = value;
        return true;
    }

    private Object typed(@Nullable Field field, byte[] bytes) {
        Object plain = field == null
                ? null
                : switch (field.type()) {
                    case NUMBER, INTEGER -> PlainValue.number(bytes, from, to);
                    case DATE -> PlainValue.day(bytes, from, to);
                    case BOOLEAN -> flag(bytes);
                    case STRING -> null;
                };
        return plain == null ? AccountColumns.typed(field, texts.of(bytes, from, to)) : plain;
    }

    private @Nullable Boolean flag(byte[] bytes) {
        boolean no = to - from == 2 && bytes[from] == 'n' && bytes[from + 1] == 'o';
        boolean yes = to - from == 3 && bytes[from] == 'y' && bytes[from + 1] == 'e' && bytes[from + 2] == 's';
        return (yes || no) ? Boolean.valueOf(yes) : null;
    }

    private String ascii(byte[] bytes) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** As {@link String#strip} does. */
    private void strip(byte[] bytes) {
        while (from < to && bytes[from] <= ' ' && Character.isWhitespace(bytes[from])) {
            from++;
        }
        while (from < to && bytes[to - 1] <= ' ' && Character.isWhitespace(bytes[to - 1])) {
            to--;
        }
    }
}
