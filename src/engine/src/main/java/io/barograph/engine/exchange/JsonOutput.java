package io.barograph.engine.exchange;

import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes compact JSON: numbers as plain decimals without trailing zeros, dates ISO, members in the order written. */
final class JsonOutput {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator generator;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes one document and leaves the stream open. */
    static void write(OutputStream out, Consumer<JsonOutput> document) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            document.accept(new JsonOutput(generator));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    void startObject() {
        generator.writeStartObject();
    }

    void startObject(String name) {
        generator.writeName(name).writeStartObject();
    }

    void endObject() {
        generator.writeEndObject();
    }

    void startArray() {
        generator.writeStartArray();
    }

    void startArray(String name) {
        generator.writeName(name).writeStartArray();
    }

    void endArray() {
        generator.writeEndArray();
    }

    /** Null when there is none. */
    void text(String name, @Nullable String text) {
        generator.writeName(name);
        if (text == null) {
            generator.writeNull();
        } else {
            generator.writeString(text);
        }
    }

    /** Null when there is none. */
    void number(String name, @Nullable BigDecimal number) {
        generator.writeName(name);
        value(number);
    }

    /** Null when there is none. */
    void date(String name, @Nullable LocalDate date) {
        text(name, date == null ? null : date.toString());
    }

    void nothing(String name) {
        generator.writeName(name).writeNull();
    }

    /** Any value of a snapshot, an input or an effect. */
    void value(String name, @Nullable Object value) {
        generator.writeName(name);
        value(value);
    }

    /** Left out when null. */
    void valueIfPresent(String name, @Nullable Object value) {
        if (value != null) {
            value(name, value);
        }
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(plain(number));
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof List<?> items) {
            generator.writeStartArray();
            items.forEach(this::value);
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            members.forEach((name, member) -> value(String.valueOf(name), member));
            generator.writeEndObject();
        } else {
            generator.writeString(value.toString());
        }
    }

    /** A number beyond all bounds keeps its exponent rather than being written out. */
    private static String plain(BigDecimal number) {
        return Magnitude.fits(number) ? Numbers.canonical(number).toPlainString() : number.toString();
    }
}
