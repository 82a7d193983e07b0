package io.barograph.engine.model.diff;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelChange.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two data contracts field by field, by name. */
final class ContractDiff {

    /** What a contract says of a field, by the words of its file. */
    private static final Map<String, Function<Field, @Nullable Object>> PROPERTIES = properties();

    private ContractDiff() {}

    static List<ModelChange> between(Contract before, Contract after) {
        List<ModelChange> changes = new ArrayList<>();
        differ("version", before.version(), after.version(), changes);
        differ(
                "names of the account id",
                String.join(", ", before.accountIdNames()),
                String.join(", ", after.accountIdNames()),
                changes);
        for (Field field : after.fields()) {
            Field old = before.named(field.name());
            if (old == null) {
                changes.add(of(Kind.FIELD_ADDED, field, null, null, null, what(field) + " added"));
            } else {
                compare(old, field, changes);
            }
        }
        for (Field field : before.fields()) {
            if (after.named(field.name()) == null) {
                changes.add(of(Kind.FIELD_REMOVED, field, null, null, null, what(field) + " removed"));
            }
        }
        return changes;
    }

    private static void differ(String what, String before, String after, List<ModelChange> changes) {
        if (!before.equals(after)) {
            changes.add(new ModelChange(
                    Kind.CONTRACT_CHANGED,
                    ModelFolder.CONTRACT,
                    null,
                    null,
                    null,
                    null,
                    what,
                    before,
                    after,
                    null,
                    null,
                    what + " " + before + " → " + after));
        }
    }

    private static void compare(Field old, Field field, List<ModelChange> changes) {
        PROPERTIES.forEach((name, property) -> {
            String before = shown(property.apply(old));
            String after = shown(property.apply(field));
            if (!Objects.equals(before, after)) {
                changes.add(of(Kind.FIELD_CHANGED, field, name, before, after, told(name, before, after)));
            }
        });
    }

    private static String told(String name, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return name + " " + after + " (was not stated)";
        }
        return name + " " + before + " → " + (after == null ? "not stated" : after);
    }

    private static String what(Field field) {
        return field.isIndicator() ? "indicator" : "attribute";
    }

    private static ModelChange of(
            Kind kind,
            Field field,
            @Nullable String property,
            @Nullable String before,
            @Nullable String after,
            String message) {
        return new ModelChange(
                kind,
                ModelFolder.CONTRACT,
                null,
                null,
                field.name(),
                field.label(),
                property,
                before,
                after,
                null,
                null,
                message);
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : String.join(", ", list.stream().map(String::valueOf).toList());
        }
        return value.toString().isEmpty() ? null : value.toString();
    }

    private static Map<String, Function<Field, @Nullable Object>> properties() {
        Map<String, Function<Field, @Nullable Object>> all = new LinkedHashMap<>();
        all.put("role", field -> what(field));
        all.put("label", Field::label);
        all.put("physical name", Field::physicalName);
        all.put("type", field -> field.type().label());
        all.put("minimum", Field::minimum);
        all.put("maximum", Field::maximum);
        all.put("allowed values", Field::allowedValues);
        all.put("category", Field::category);
        all.put("unit", Field::unit);
        all.put("direction", field -> field.direction().label());
        all.put("freshness in days", Field::freshnessDays);
        all.put("usable in scoring", Field::usableInScoring);
        all.put("sensitive", Field::sensitive);
        all.put("description", Field::description);
        all.put("source system", field -> field.origin().sourceSystem());
        all.put("owner role", field -> field.origin().ownerRole());
        all.put("transformation", field -> field.origin().transformation());
        all.put("sources", field -> field.origin().sources());
        return all;
    }
}
