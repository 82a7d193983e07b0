package io.barograph.engine.decision;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a data contract by position, and how to find one by a name that was sent. Rows of a model that was put together from others may
 * name fields that its contract does not have: they have positions too, but nothing that is sent is ever found to be one. For any number of
 * threads.
 */
final class Fields {

    static final int NONE = -1;

    private static final int[] NO_FIELDS = {};

    /** Names that are no contract names are looked up the slow way; so many of them are remembered. */
    private static final int REMEMBERED = 4_096;

    private final Contract contract;
    private final List<Field> fields;
    private final FieldScreen[] screens;
    private final int[] indicators;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> foreign = new HashMap<>();
    private final Map<String, int[]> byCategory = new HashMap<>();
    private final Map<String, Integer> otherNames = new ConcurrentHashMap<>();

    Fields(Model model) {
        this.contract = model.contract();
        List<Field> known = new ArrayList<>(contract.fields());
        named(model).filter(field -> contract.named(field.name()) == null).forEach(field -> {
            if (foreign.putIfAbsent(field.name(), known.size()) == null) {
                known.add(field);
            }
        });
        this.fields = List.copyOf(known);
        this.screens = fields.stream().map(FieldScreen::new).toArray(FieldScreen[]::new);
        this.indicators = IntStream.range(0, screens.length)
                .filter(field -> fields.get(field).isIndicator())
                .toArray();
        for (int i = 0; i < fields.size(); i++) {
            if (!foreign.containsKey(fields.get(i).name())) {
                byName.put(fields.get(i).name(), i);
            }
            String category = fields.get(i).category();
            if (category != null) {
                int[] others = byCategory.getOrDefault(Names.fold(category), NO_FIELDS);
                int[] all = Arrays.copyOf(others, others.length + 1);
                all[others.length] = i;
                byCategory.put(Names.fold(category), all);
            }
        }
    }

    /** Fields of a category, by its name; none when there is no such category. Not to be changed. */
    int[] ofCategory(String category) {
        int[] known = byCategory.get(category);
        return known != null ? known : byCategory.getOrDefault(Names.fold(category), NO_FIELDS);
    }

    /** Every field that the model's rows name. */
    private static Stream<Field> named(Model model) {
        Stream<@Nullable Field> rows = model.segmentModels().stream()
                .flatMap(segment -> Stream.concat(
                        segment.weights().stream().map(Row.WeightRow::indicator),
                        segment.context().stream().map(Row.ContextRow::indicator)));
        return Stream.concat(model.terms().stream().map(Term::field), rows).flatMap(Stream::ofNullable);
    }

    int count() {
        return screens.length;
    }

    Field get(int field) {
        return fields.get(field);
    }

    /** Those that are indicators, rising; not to be changed. */
    int[] indicators() {
        return indicators;
    }

    FieldScreen screen(int field) {
        return screens[field];
    }

    /** Of a field of the contract. */
    int of(Field field) {
        Integer position = byName.get(field.name());
        if (position == null) {
            position = foreign.get(field.name());
        }
        if (position == null) {
            throw new IllegalArgumentException("the data contract has no field `" + field.name() + "`");
        }
        return position;
    }

    /** By its exact contract name; {@link #NONE} when there is no such field. */
    int named(String name) {
        return byName.getOrDefault(name, NONE);
    }

    /** By name, label or physical name, however it is written; {@link #NONE} when there is no such field. */
    int find(String name) {
        Integer exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        Integer known = otherNames.get(name);
        if (known == null) {
            Field found = contract.find(name);
            known = found == null ? NONE : of(found);
            if (otherNames.size() < REMEMBERED) {
                otherNames.put(name, known);
            }
        }
        return known;
    }
}
