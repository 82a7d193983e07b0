package io.barograph.engine.audit.compact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that a model's records name by number, in the order of the numbers. */
final class Texts {

    private final List<String> all;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param all each once */
    Texts(List<String> all) {
        this.all = List.copyOf(all);
        for (String text : all) {
            numbers.put(text, numbers.size());
        }
    }

    List<String> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    @Nullable Integer number(String text) {
        return numbers.get(text);
    }

    String text(int number) {
        return all.get(number);
    }
}
