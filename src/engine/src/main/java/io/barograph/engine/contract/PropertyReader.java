package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one property of the contract's schema. */
final class PropertyReader {

    /**
     * A property as read.
     *
     * @param field null for the account id, which is no field
     */
    record Property(
            String name,
            String label,
            @Nullable String physicalName,
            @Nullable Field field,
            boolean isAccountId) {

        /** Name, label and physical name. */
        List<String> names() {
            return physicalName == null ? List.of(name, label) : List.of(name, label, physicalName);
        }
    }

    private static final int MAX_NAME_LENGTH = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "businessName",
            "physicalName",
            "physicalType",
            "logicalType",
            "logicalTypeOptions",
            "description",
            "primaryKey",
            "primaryKeyPosition",
            "required",
            "unique",
            "partitioned",
            "partitionKeyPosition",
            "classification",
            "encryptedName",
            "transformSourceObjects",
            "transformLogic",
            "transformDescription",
            "examples",
            "criticalDataElement",
            "relationships",
            "quality",
            "customProperties",
            "authoritativeDefinitions",
            "tags");

    private final Findings findings;

    PropertyReader(Findings findings) {
        this.findings = findings;
    }

    /** @return null, after reporting it, when the property has no usable name */
    @Nullable Property read(Field.Role role, YamlMap property) {
        String name = name(property);
        if (name == null) {
            return null;
        }
        property.noticeUnknownKeys(KEYS, "`" + name + "`");
        String businessName = shownText(property, "businessName");
        String label = businessName == null ? name : businessName;
        String physicalName = shownText(property, "physicalName");
        if (property.flag("primaryKey", false)) {
            return new Property(name, label, physicalName, null, true);
        }
        Field field = field(role, name, label, physicalName, property);
        return new Property(name, label, physicalName, field, false);
    }

    private @Nullable String name(YamlMap property) {
        String name = property.text("name");
        if (name == null) {
            findings.error(property.node(), "a property has no `name`; add one, for example `seat_utilisation`");
            return null;
        }
        if (!NAME.matcher(name).matches() || name.length() > MAX_NAME_LENGTH) {
            findings.error(
                    property.place("name"),
                    "the name `" + name + "` must start with a letter, hold only letters, digits and `_`, and be no"
                            + " longer than " + MAX_NAME_LENGTH + "; put the wording into `businessName`");
            return null;
        }
        return name;
    }

    private @Nullable String shownText(YamlMap property, String key) {
        String text = property.text(key);
        if (text == null) {
            return null;
        }
        if (text.length() > MAX_NAME_LENGTH) {
            findings.error(
                    property.place(key), "`" + key + "` is longer than " + MAX_NAME_LENGTH + " characters; shorten it");
        }
        text.codePoints()
                .filter(PropertyReader::invisible)
                .findFirst()
                .ifPresent(found -> findings.error(
                        property.place(key),
                        "`%s` holds the invisible character U+%04X; remove it".formatted(key, found)));
        return text;
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private @Nullable Field field(
            Field.Role role, String name, String label, @Nullable String physicalName, YamlMap property) {
        FieldType type = type(name, property);
        Bounds bounds = Bounds.of(name, type, property, findings);
        CustomProperties custom = CustomProperties.of(name, property, findings);
        List<String> allowedValues = custom.allowedValues(type);
        String classification = property.text("classification");
        String description = property.text("description");
        return type == null
                ? null
                : new Field(
                        role,
                        name,
                        label,
                        physicalName,
                        type,
                        bounds.minimum(),
                        bounds.maximum(),
                        allowedValues,
                        custom.category(),
                        custom.text("unit"),
                        custom.direction(),
                        custom.freshnessDays(),
                        custom.usableInScoring(),
                        classification != null && Names.same(classification, "sensitive"),
                        description == null ? "" : description,
                        new Field.Origin(
                                custom.text("sourceSystem"),
                                custom.text("ownerRole"),
                                property.text("transformDescription"),
                                sources(property)));
    }

    /** The standard wants a list; a single text is one source. */
    private static List<String> sources(YamlMap property) {
        Node value = property.value("transformSourceObjects");
        if (value instanceof ScalarNode) {
            String text = property.text("transformSourceObjects");
            return text == null ? List.of() : List.of(text);
        }
        return property.texts("transformSourceObjects");
    }

    private @Nullable FieldType type(String name, YamlMap property) {
        String text = property.text("logicalType");
        String accepted = Stream.of(FieldType.values())
                .map(type -> "`" + type.label() + "`")
                .collect(Collectors.joining(", "));
        if (text == null) {
            findings.error(property.node(), "`" + name + "` has no `logicalType`; write one of " + accepted);
            return null;
        }
        for (FieldType type : FieldType.values()) {
            if (Names.same(type.label(), text)) {
                return type;
            }
        }
        findings.error(
                property.place("logicalType"),
                "unknown `logicalType` `" + text + "` of `" + name + "`; write one of " + accepted);
        return null;
    }
}
