package io.barograph.benchmarks.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code name=value} arguments of a run. */
record Options(Map<String, String> given) {

    /** @throws IllegalArgumentException when one is unknown */
    static Options of(List<String> arguments, String... known) {
        Map<String, String> given = new HashMap<>();
        Set<String> names = new TreeSet<>(Arrays.asList(known));
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !names.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown argument `" + argument + "`; use `name=value` with " + String.join(", ", names));
            }
            given.put(name, argument.substring(equals + 1));
        }
        return new Options(given);
    }

    int number(String name, int otherwise) {
        return given.containsKey(name) ? Integer.parseInt(text(name, "")) : otherwise;
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    List<String> list(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",", -1)).toList();
    }
}
