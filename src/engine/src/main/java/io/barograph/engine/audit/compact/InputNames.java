package io.barograph.engine.audit.compact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a model's rows call what they show of an account, each name with its number. */
final class InputNames {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }
}
