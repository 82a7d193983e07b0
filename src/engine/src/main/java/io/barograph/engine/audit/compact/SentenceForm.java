package io.barograph.engine.audit.compact;

import io.barograph.engine.model.Sentence;
import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row's sentence: words, blank, words, blank … words.
 *
 * @param words one more than blanks; may be empty
 * @param blanks numbers of the names that are filled in
 */
record SentenceForm(List<String> words, List<Integer> blanks) {

    SentenceForm {
        words = List.copyOf(words);
        blanks = List.copyOf(blanks);
    }

    static SentenceForm of(Sentence sentence, InputNames names) {
        List<String> words = new ArrayList<>();
        List<Integer> blanks = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Sentence.Part part : sentence.parts()) {
            if (part instanceof Sentence.Part.Words text) {
                run.append(text.text());
            } else if (part instanceof Sentence.Part.Blank blank) {
                words.add(run.toString());
                run.setLength(0);
                blanks.add(names.number(blank.term().key()));
            }
        }
        words.add(run.toString());
        return new SentenceForm(words, blanks);
    }

    /** @param shown one text a blank */
    String filled(List<String> shown) {
        StringBuilder sentence = new StringBuilder(words.get(0));
        for (int i = 0; i < blanks.size(); i++) {
            sentence.append(shown.get(i)).append(words.get(i + 1));
        }
        return sentence.toString();
    }

    /**
     * What a sentence has in the blanks whose values are not known: up to the first place where the words behind the blank go
     * on.
     *
     * @return null when the sentence is not of this form with these values
     */
    @Nullable List<String> unknown(String sentence, Known known) {
        List<String> found = new ArrayList<>(0);
        String first = words.get(0);
        if (!sentence.startsWith(first)) {
            return null;
        }
        int at = first.length();
        for (int i = 0; i < blanks.size(); i++) {
            String behind = words.get(i + 1);
            int name = blanks.get(i);
            int end;
            if (known.has(name)) {
                String shown = shown(known.value(name));
                if (shown == null || !sentence.startsWith(shown, at)) {
                    return null;
                }
                end = at + shown.length();
            } else {
                end = i == blanks.size() - 1
                        ? sentence.length() - behind.length()
                        : behind.isEmpty() ? -1 : sentence.indexOf(behind, at);
                if (end < at) {
                    return null;
                }
                found.add(sentence.substring(at, end));
            }
            if (!sentence.startsWith(behind, end)) {
                return null;
            }
            at = end + behind.length();
        }
        return at == sentence.length() ? found : null;
    }

    /** As sentences show a value of a decision; null for a number that no sentence can show. */
    static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof BigDecimal number) {
            return Magnitude.fits(number) ? Numbers.display(number) : null;
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof List<?> items) {
            return items.isEmpty()
                    ? "none"
                    : String.join(", ", items.stream().map(String::valueOf).toList());
        }
        return value.toString();
    }
}
