package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws the fields of a data contract, in all types, and writes them as YAML. */
final class RandomContract {

    static final List<String> CATEGORIES = List.of("usage", "engagement", "relationship", "outcome", "financial");

    private static final List<String> WORDS = List.of(
            "Seat utilisation",
            "Log-ins per week",
            "Région",
            "Plan level",
            "Open tickets",
            "Straße count",
            "Sponsor mood",
            "Growth_rate",
            "Discount",
            "Partner",
            "Training hours",
            "Feature breadth",
            "Payment state",
            "Usage %",
            "Champion reply");
    private static final List<List<String>> CHOICES = List.of(
            List.of("bronze", "Silver", "GOLD", "platinum plus"),
            List.of("north", "south-east", "Île-de-France"),
            List.of("trial", "renewal", "onboarding", "adoption", "churned out"),
            List.of("on time", "late"));
    private static final List<String[]> RANGES = List.of(
            new String[] {"0", "100"},
            new String[] {"1", "5"},
            new String[] {"-100", "100"},
            new String[] {"0", "1"},
            new String[] {"0.5", "12.75"},
            new String[] {"-0.125", "3333.3"},
            new String[] {"0", null},
            new String[] {null, "250"},
            new String[] {null, null});

    private final Dice dice;
    private final List<Field> fields = new ArrayList<>();

    RandomContract(Dice dice) {
        this.dice = dice;
    }

    List<Field> fields() {
        if (dice.chance(92)) {
            Field.Role role = dice.chance(85) ? Field.Role.ATTRIBUTE : Field.Role.INDICATOR;
            add(role, "arr", "ARR", FieldType.NUMBER, range("0", null), List.of(), "EUR");
        }
        add(Field.Role.ATTRIBUTE, "renewal_date", "Renewal date", FieldType.DATE, range(null, null), List.of(), null);
        int attributes = dice.between(3, 6);
        for (int i = 0; i < attributes; i++) {
            random(Field.Role.ATTRIBUTE, i, dice.of(FieldType.values()));
        }
        int indicators = dice.between(3, 12);
        for (int i = 0; i < indicators; i++) {
            FieldType type = i < 2 || dice.chance(50) ? FieldType.NUMBER : dice.of(FieldType.values());
            random(Field.Role.INDICATOR, i, type);
        }
        return fields;
    }

    private void random(Field.Role role, int index, FieldType type) {
        String name = (role == Field.Role.ATTRIBUTE ? "a" : "i") + index + "_"
                + type.name().toLowerCase(Locale.ROOT);
        String label =
                dice.chance(10) ? name : dice.pick(WORDS) + " " + (role == Field.Role.ATTRIBUTE ? "A" : "") + index;
        boolean percent = type.isNumeric() && dice.chance(25);
        String[] range = percent ? range("0", dice.of("100", "250")) : dice.pick(RANGES);
        boolean closed = dice.chance(75) || role == Field.Role.INDICATOR;
        add(
                role,
                name,
                label,
                type,
                type.isNumeric() ? whole(type, range) : range(null, null),
                type == FieldType.STRING && closed ? dice.pick(CHOICES) : List.of(),
                percent ? dice.of("percent", "%", "Percent") : null);
    }

    private static String[] whole(FieldType type, String[] range) {
        boolean fractions = type == FieldType.INTEGER && range[1] != null && range[1].contains(".");
        return fractions ? range("0", "12") : range;
    }

    private static String[] range(@Nullable String minimum, @Nullable String maximum) {
        return new String[] {minimum, maximum};
    }

    private void add(
            Field.Role role,
            String name,
            String label,
            FieldType type,
            String[] range,
            List<String> allowed,
            @Nullable String unit) {
        fields.add(new Field(
                role,
                name,
                label,
                dice.chance(20) ? "COL_" + fields.size() : null,
                type,
                range[0] == null ? null : new BigDecimal(range[0]),
                range[1] == null ? null : new BigDecimal(range[1]),
                allowed,
                role == Field.Role.INDICATOR ? dice.pick(CATEGORIES) : null,
                unit,
                Field.Direction.NEITHER,
                null,
                true,
                false,
                ""));
    }

    /** The same fields as a data contract file. */
    static String yaml(List<Field> fields) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v3.0.2
                kind: DataContract
                id: random
                name: random
                version: "1"
                status: active
                schema:
                """);
        for (Field.Role role : Field.Role.values()) {
            yaml.append("  - name: ")
                    .append(role == Field.Role.ATTRIBUTE ? "attributes" : "indicators")
                    .append("\n");
            yaml.append("    properties:\n");
            fields.stream().filter(field -> field.role() == role).forEach(field -> property(yaml, field));
        }
        return yaml.toString();
    }

    private static void property(StringBuilder yaml, Field field) {
        yaml.append("      - name: ").append(field.name()).append("\n");
        key(yaml, "businessName", quoted(field.label()));
        if (field.physicalName() != null) {
            key(yaml, "physicalName", quoted(field.physicalName()));
        }
        key(yaml, "logicalType", field.type().name().toLowerCase(Locale.ROOT));
        if (field.minimum() != null || field.maximum() != null) {
            key(yaml, "logicalTypeOptions", "");
            if (field.minimum() != null) {
                key(yaml, "  minimum", field.minimum().toPlainString());
            }
            if (field.maximum() != null) {
                key(yaml, "  maximum", field.maximum().toPlainString());
            }
        }
        key(yaml, "customProperties", "");
        custom(yaml, "direction", "neither");
        if (field.category() != null) {
            custom(yaml, "category", field.category());
        }
        if (field.unit() != null) {
            custom(yaml, "unit", quoted(field.unit()));
        }
        if (!field.allowedValues().isEmpty()) {
            custom(
                    yaml,
                    "allowedValues",
                    field.allowedValues().stream()
                            .map(RandomContract::quoted)
                            .toList()
                            .toString());
        }
    }

    private static void key(StringBuilder yaml, String key, String value) {
        yaml.append("        ").append(key).append(": ").append(value).append("\n");
    }

    private static void custom(StringBuilder yaml, String property, String value) {
        yaml.append("          - {property: ")
                .append(property)
                .append(", value: ")
                .append(value)
                .append("}\n");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
