package io.barograph.engine.audit.export;

import io.barograph.engine.audit.CanonicalJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads one line of an export. */
final class LineText {

    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(ExportLine.MAX_NUMBER);

    private final Map<?, ?> members;

    private LineText(Map<?, ?> members) {
        this.members = members;
    }

    /**
     * @param line without its newline
     * @throws IllegalArgumentException when it is no line of an export in its one form; says why
     */
    static ExportLine read(byte[] line) {
        if (line.length == 0) {
            throw new IllegalArgumentException("the line is empty");
        }
        int start = LeafText.START.length;
        if (line.length >= start && Arrays.equals(line, 0, start, LeafText.START, 0, start)) {
            return LeafText.read(line);
        }
        Map<?, ?> members = canonical(line);
        return new LineText(members).line(line);
    }

    private static Map<?, ?> canonical(byte[] line) {
        Object tree;
        boolean same;
        try {
            tree = CanonicalJson.tree(line);
            same = Arrays.equals(CanonicalJson.bytes(tree), line);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("the line is not JSON", e);
        }
        if (!(tree instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("the line is no JSON object");
        }
        if (!same) {
            throw new IllegalArgumentException("the line is not in canonical form");
        }
        return members;
    }

    private ExportLine line(byte[] line) {
        String type = text("type");
        return switch (type) {
            case "log" -> log();
            case ModelDocument.TYPE -> model(line);
            case "legend" -> {
                if (!(members.get("digest") instanceof String)) {
                    throw new IllegalArgumentException("a `legend` line must name its model's `digest`");
                }
                yield new ExportLine.Legend(line);
            }
            case "key" -> key();
            case "checkpoint" -> {
                only("note");
                yield new ExportLine.Checkpoint(text("note"));
            }
            case "end" -> {
                only("records", "lines");
                yield new ExportLine.End(number("records"), number("lines"));
            }
            default -> throw new IllegalArgumentException("a line of the type `" + type + "` is not known here");
        };
    }

    private ExportLine log() {
        only("format", "origin", "from", "to", "size", "keys");
        if (!text("format").equals(ExportLine.FORMAT)) {
            throw new IllegalArgumentException(
                    "the export has the format `" + text("format") + "`; known here is `" + ExportLine.FORMAT + "`");
        }
        long from = number("from");
        long to = number("to");
        long size = number("size");
        if (from > to || to > size) {
            throw new IllegalArgumentException("records " + from + " to " + to + " do not fit a log of " + size);
        }
        return new ExportLine.Log(text("origin"), from, to, size, texts("keys"));
    }

    private ExportLine model(byte[] line) {
        only("digest", "name", "workbooks", "contract", "rules");
        return new ExportLine.Model(line);
    }

    private ExportLine key() {
        only("key_id", "account_id", "key");
        byte[] key = Base64.getDecoder().decode(text("key"));
        if (!Base64.getEncoder().encodeToString(key).equals(text("key"))) {
            throw new IllegalArgumentException("`key` is not canonical base64");
        }
        return new ExportLine.AccountKey(text("key_id"), text("account_id"), key);
    }

    private void only(String... names) {
        Set<String> known = new HashSet<>(Arrays.asList(names));
        known.add("type");
        if (!members.keySet().equals(known)) {
            throw new IllegalArgumentException("a `" + text("type") + "` line must have exactly the members `"
                    + String.join("`, `", names) + "` and `type`");
        }
    }

    private List<String> texts(String name) {
        if (members.get(name) instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException("`" + name + "` must be a list of texts");
    }

    private String text(String name) {
        if (value(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("`" + name + "` must be a text");
    }

    private long number(String name) {
        if (value(name) instanceof BigDecimal number
                && number.signum() >= 0
                && number.compareTo(MAX_NUMBER) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException("`" + name + "` must be a whole number below 2^53");
    }

    private @Nullable Object value(String name) {
        return members.get(name);
    }
}
