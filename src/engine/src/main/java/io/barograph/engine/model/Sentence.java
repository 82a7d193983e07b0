package io.barograph.engine.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Because with its placeholders resolved to terms. Cell text is never anything but text. */
public record Sentence(List<Part> parts) {

    /** A run of text or a placeholder. */
    public sealed interface Part {
        /** Text between placeholders, with doubled braces already single. */
        record Words(String text) implements Part {}

        /** A placeholder: the value of a term. */
        record Blank(Term term) implements Part {}
    }

    public Sentence {
        parts = List.copyOf(parts);
    }

    /** The sentence with what each term is to an account. */
    public String render(Function<Term, @Nullable Object> value) {
        StringBuilder sentence = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Words words) {
                sentence.append(words.text());
            } else if (part instanceof Part.Blank blank) {
                sentence.append(Shown.value(value.apply(blank.term())));
            }
        }
        return sentence.toString();
    }
}
