package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The {@code customProperties} of one property, either as the standard has them (a list of {@code property} and {@code
 * value}) or as a plain mapping.
 */
final class CustomProperties {

    private static final Set<String> KEYS = Set.of(
            "category",
            "unit",
            "direction",
            "sourceSystem",
            "ownerRole",
            "freshnessDays",
            "usableInScoring",
            "allowedValues");

    /** The usual ones; a model may have others. */
    private static final List<String> CATEGORIES =
            List.of("usage", "engagement", "relationship", "outcome", "financial");

    private static final List<String> DIRECTIONS =
            Stream.of(Field.Direction.values()).map(Field.Direction::label).toList();

    private static final int MAX_DAYS = 36_500;

    private final String name;
    private final YamlMap values;
    private final Findings findings;

    private CustomProperties(String name, YamlMap values, Findings findings) {
        this.name = name;
        this.values = values;
        this.findings = findings;
    }

    static CustomProperties of(String name, YamlMap property, Findings findings) {
        Node value = property.value("customProperties");
        YamlMap values = value instanceof MappingNode ? property.map("customProperties") : null;
        if (values == null) {
            values = YamlMap.empty(property.node(), findings);
            for (Node item : value instanceof MappingNode ? List.<Node>of() : property.list("customProperties")) {
                addItem(item, values, findings);
            }
        }
        values.noticeUnknownKeys(KEYS, "`customProperties` of `" + name + "`");
        return new CustomProperties(name, values, findings);
    }

    private static void addItem(Node item, YamlMap values, Findings findings) {
        YamlMap entry = YamlMap.of(item, "an item of `customProperties`", findings);
        if (entry == null) {
            return;
        }
        Node key = entry.value("property");
        Node value = entry.raw("value");
        if (key == null || value == null) {
            findings.error(item, "an item of `customProperties` needs both `property` and `value`");
        } else {
            values.add(key, value);
        }
    }

    @Nullable String text(String key) {
        return values.text(key);
    }

    @Nullable String category() {
        String text = text("category");
        if (text != null && !CATEGORIES.contains(Names.fold(text))) {
            Names.closest(text, CATEGORIES)
                    .ifPresent(close -> findings.notice(
                            values.place("category"),
                            "unusual `category` `" + text + "` of `" + name + "`; did you mean `" + close + "`?"));
        }
        return text;
    }

    Field.Direction direction() {
        String text = text("direction");
        String direction = text == null ? null : oneOf("direction", text, DIRECTIONS);
        return direction == null
                ? Field.Direction.NEITHER
                : Field.Direction.valueOf(direction.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean usableInScoring() {
        return values.flag("usableInScoring", true);
    }

    @Nullable Integer freshnessDays() {
        String text = text("freshnessDays");
        if (text == null) {
            return null;
        }
        if (text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= MAX_DAYS) {
            return Integer.valueOf(text);
        }
        findings.error(
                values.place("freshnessDays"),
                "`freshnessDays` of `" + name + "` is `" + text + "`; write whole days from 1 to " + MAX_DAYS);
        return null;
    }

    /** The closed list of texts; empty when there is none. */
    List<String> allowedValues(@Nullable FieldType type) {
        if (values.value("allowedValues") == null) {
            return List.of();
        }
        if (type != null && type != FieldType.STRING) {
            findings.error(
                    values.place("allowedValues"),
                    "`" + name + "` is of type `" + type.label()
                            + "`, so it cannot have `allowedValues`; remove them, or make"
                            + " its `logicalType` `string`");
            return List.of();
        }
        List<String> texts = values.texts("allowedValues");
        Set<String> folded = new LinkedHashSet<>();
        for (String text : texts) {
            if (!folded.add(Names.fold(text))) {
                findings.error(
                        values.place("allowedValues"),
                        "`allowedValues` of `" + name + "` lists `" + text + "` twice; remove one (case does not"
                                + " count)");
            }
        }
        if (texts.isEmpty()) {
            findings.error(
                    values.place("allowedValues"),
                    "`allowedValues` of `" + name + "` is empty; list the values, or leave it out to allow any text");
        }
        return texts;
    }

    private @Nullable String oneOf(String key, String text, List<String> accepted) {
        String folded = Names.fold(text);
        if (accepted.contains(folded)) {
            return folded;
        }
        String remedy = Names.closest(text, accepted)
                .map(close -> "did you mean `" + close + "`?")
                .orElse("write one of `" + String.join("`, `", accepted) + "`");
        findings.error(values.place(key), "unknown `" + key + "` `" + text + "` of `" + name + "`; " + remedy);
        return null;
    }
}
