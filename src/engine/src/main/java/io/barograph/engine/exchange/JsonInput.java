package io.barograph.engine.exchange;

import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.engine.text.Dates;
import io.barograph.engine.text.Magnitude;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Walks one JSON document strictly, within limits, and knows the path of where it stands. */
final class JsonInput implements AutoCloseable {

    static final int MAX_DEPTH = 20;
    static final int MAX_TEXT_LENGTH = 10_000;
    static final int MAX_NAME_LENGTH = 1_000;
    static final int MAX_NUMBER_LENGTH = 1_000;

    /** Far from where exponents overflow, so that every number read can be written and read again. */
    private static final int MAX_EXPONENT = 1_000_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    /** Reads the value of a member, whose first token is the current one. */
    interface MemberReader {
        void read(String name) throws BadSnapshotException;
    }

    /** Reads an item of a list, whose first token is the current one. */
    interface ItemReader {
        void read() throws BadSnapshotException;
    }

    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Stands on the first token. */
    static JsonInput of(byte[] json) throws BadSnapshotException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadSnapshotException("not UTF-8 text; send JSON encoded as UTF-8");
        }
        return of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Stands on the first token. */
    static JsonInput of(String json) throws BadSnapshotException {
        JsonInput input = new JsonInput(FACTORY.createParser(ObjectReadContext.empty(), json));
        if (input.next() == null) {
            throw new BadSnapshotException("empty; send a JSON object");
        }
        return input;
    }

    /** Demands that nothing follows. */
    void end() throws BadSnapshotException {
        if (next() != null) {
            throw bad("there is more after the end of the JSON object; send one object at a time");
        }
    }

    /** Walks the members of an object; a name that comes twice or is one too many is refused. */
    void members(int limit, MemberReader reader) throws BadSnapshotException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw bad("must be an object, but is " + shape());
        }
        Set<String> seen = new HashSet<>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            path.addLast(path.isEmpty() ? name : "." + name);
            refuseNoCharacters(name);
            if (!seen.add(name)) {
                throw bad("stands twice; send it once");
            }
            if (seen.size() > limit) {
                throw bad("more than %,d members; send fewer".formatted(limit));
            }
            next();
            reader.read(name);
            path.removeLast();
        }
    }

    /** Walks the items of a list. */
    void items(int limit, ItemReader reader) throws BadSnapshotException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw bad("must be a list, but is " + shape());
        }
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            path.addLast("[" + index + "]");
            if (index == limit) {
                throw bad("more than %,d entries; send fewer".formatted(limit));
            }
            reader.read();
            path.removeLast();
        }
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /**
     * Whatever the value is: a String, BigDecimal, Boolean or null; an empty List or Map stands for an array or object,
     * which no field can be.
     */
    @Nullable Object anything() throws BadSnapshotException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        if (token == JsonToken.VALUE_STRING) {
            return text();
        }
        if (token.isNumeric()) {
            return number();
        }
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw notJson(e);
        }
        return token == JsonToken.START_ARRAY ? List.of() : Map.of();
    }

    String text() throws BadSnapshotException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw bad("must be a text, but is " + shape());
        }
        try {
            String text = parser.getString();
            refuseNoCharacters(text);
            return text;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    @Nullable String textOrNull() throws BadSnapshotException {
        return isNull() ? null : text();
    }

    BigDecimal number() throws BadSnapshotException {
        if (!parser.currentToken().isNumeric()) {
            throw bad("must be a number, but is " + shape());
        }
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT) {
                return Magnitude.canonicalIfFits(number);
            }
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            throw beyondRange();
        }
        throw beyondRange();
    }

    private BadSnapshotException beyondRange() {
        return bad("the number is out of every range; send a smaller exponent");
    }

    @Nullable BigDecimal numberOrNull() throws BadSnapshotException {
        return isNull() ? null : number();
    }

    LocalDate date() throws BadSnapshotException {
        String text = text();
        return Dates.parse(text).orElseThrow(() -> bad("`" + shortened(text) + "` is no date; " + Dates.REMEDY));
    }

    @Nullable LocalDate dateOrNull() throws BadSnapshotException {
        return isNull() ? null : date();
    }

    BadSnapshotException bad(String message) {
        return new BadSnapshotException(path.isEmpty() ? message : shortened(String.join("", path)) + ": " + message);
    }

    /** The same one level up: about the whole that the current member or item belongs to. */
    BadSnapshotException badAt(String member, String message) {
        path.addLast("." + member);
        return bad(message);
    }

    /** What a value is called in messages. */
    private String shape() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "a number";
        };
    }

    /** What is no character has no place in a record, and not every database keeps U+0000. */
    private void refuseNoCharacters(String text) throws BadSnapshotException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw bad("holds a control character; remove it");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw bad("holds `\\u%04x`, which is half of a character; send the whole character".formatted((int) c));
            }
        }
    }

    private @Nullable JsonToken next() throws BadSnapshotException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private BadSnapshotException notJson(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return bad(
                    ("too large: texts may have %,d characters, names %,d, numbers %,d digits, and nesting %d levels;"
                                    + " send less")
                            .formatted(MAX_TEXT_LENGTH, MAX_NAME_LENGTH, MAX_NUMBER_LENGTH, MAX_DEPTH));
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new BadSnapshotException("not JSON: it ends too early; send the whole object");
        }
        TokenStreamLocation place = e.getLocation();
        String line = place == null || place.getLineNr() == 1 ? "" : "line " + place.getLineNr() + ", ";
        String where = place == null ? "" : " at " + line + "column " + place.getColumnNr();
        return new BadSnapshotException("not JSON" + where + ": " + reason(e.getOriginalMessage()));
    }

    /** The parser's words without its advice, which names its settings, and without what it met, which may be sensitive. */
    private static String reason(@Nullable String message) {
        String first = message == null
                ? ""
                : message.split("\\R|: enable|: maybe| \\(start marker|`", 2)[0]
                        .replaceAll("\\('(.)' \\(code \\d+\\)\\)", "`$1`")
                        .replaceFirst("^Unrecognized token .*", "unrecognized word; texts stand in quotation marks")
                        .replaceFirst("^(Malformed numeric value|Numeric value) .*", "$1")
                        .replace(": was expecting", ", expected")
                        .strip();
        return first.isEmpty()
                ? "it cannot be parsed"
                : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= 100 ? oneLine : oneLine.substring(0, 99) + "…";
    }

    @Override
    public void close() {
        parser.close();
    }
}
