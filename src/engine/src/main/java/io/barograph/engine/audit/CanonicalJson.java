package io.barograph.engine.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The canonical form of JSON after RFC 8785: no blanks, members sorted by the UTF-16 code units of their names, texts
 * escaped only where JSON demands it, in UTF-8.
 *
 * <p>Numbers are laid out as ECMAScript's {@code Number::toString} does, but from the decimal's own digits. A decimal that
 * is the shortest form of a double, which is all that RFC 8785 knows, is written exactly as RFC 8785 writes that
 * double; one with more digits than a double holds keeps them, so that nothing is lost.
 */
public final class CanonicalJson {

    private static final int MAX_NUMBER_LENGTH = 10_000;

    /** More than the largest file of a model takes in base64. */
    private static final int MAX_TEXT_LENGTH = 20_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .build())
            .build();

    private final StringBuilder out;

    private CanonicalJson(StringBuilder out) {
        this.out = out;
    }

    /**
     * @param json one JSON document in UTF-8 that this product wrote
     * @throws IllegalArgumentException when a text holds half of a surrogate pair, which has no UTF-8
     * @throws tools.jackson.core.JacksonException when it is not JSON, or a member stands twice
     */
    public static byte[] of(byte[] json) {
        return bytes(tree(json));
    }

    /**
     * Writes a tree as {@link #tree} reads them.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair, which has no UTF-8
     */
    public static byte[] bytes(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        new CanonicalJson(out).value(tree);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a document: Maps sorted by name (String compares by code units), Lists, Strings, BigDecimals, Booleans, null. The
     * tree is the caller's to change.
     *
     * @throws tools.jackson.core.JacksonException when it is not JSON, or a member stands twice
     */
    public static @Nullable Object tree(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return tree(parser);
        }
    }

    /** A text as a JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        new CanonicalJson(quoted).text(text);
        return quoted.toString();
    }

    private static @Nullable Object tree(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new TreeMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, tree(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(tree(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(separator);
                text((String) member.getKey());
                out.append(':');
                value(member.getValue());
                separator = ",";
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> items) {
            String separator = "[";
            for (Object item : items) {
                out.append(separator);
                value(item);
                separator = ",";
            }
            out.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value instanceof BigDecimal number ? number(number) : String.valueOf(value));
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("a text holds half of a character");
                }
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /**
     * ECMA-262, Number::toString: the digits without trailing zeros, a dot or zeros where the number lies from 10^-6 up to
     * but excluding 10^21, an exponent elsewhere.
     */
    public static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.abs().stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        int count = digits.length();
        long pointAfter = (long) count - stripped.scale();
        String sign = number.signum() < 0 ? "-" : "";
        if (count <= pointAfter && pointAfter <= 21) {
            return sign + digits + "0".repeat((int) pointAfter - count);
        }
        if (0 < pointAfter && pointAfter <= 21) {
            return sign + digits.substring(0, (int) pointAfter) + "." + digits.substring((int) pointAfter);
        }
        if (-6 < pointAfter && pointAfter <= 0) {
            return sign + "0." + "0".repeat((int) -pointAfter) + digits;
        }
        long exponent = pointAfter - 1;
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + "e" + (exponent > 0 ? "+" : "-") + Math.abs(exponent);
    }
}
