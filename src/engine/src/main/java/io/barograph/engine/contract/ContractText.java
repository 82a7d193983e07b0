package io.barograph.engine.contract;

import io.barograph.engine.issue.Issues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Adds indicators to the text of a data contract; every other line stays as it is, comments included. */
public final class ContractText {

    /** A text that YAML reads as itself without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 ,._/()-]*[A-Za-z0-9.)]");

    private static final Pattern NOT_TEXT = Pattern.compile("(?i)(yes|no|true|false|on|off|null|y|n)");

    private ContractText() {}

    /**
     * The contract with one more indicator after its last one.
     *
     * @return null when the file is written in a way this cannot add to: unreadable, or its indicators in braces or none
     */
    public static byte @Nullable [] with(byte[] yaml, Field indicator) {
        Node root = YamlFile.parse(yaml, new Findings("contract"));
        SequenceNode properties = root == null ? null : properties(root);
        if (properties == null
                || properties.getFlowStyle() == DumperOptions.FlowStyle.FLOW
                || properties.getValue().isEmpty()) {
            return null;
        }
        String text = new String(yaml, StandardCharsets.UTF_8);
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>(List.of(text.split("\\R", -1)));
        Node last = properties.getValue().get(properties.getValue().size() - 1);
        int end = end(lines, last);
        int dash = lines.get(last.getStartMark().getLine()).indexOf('-');
        List<String> added = new ArrayList<>();
        if (isSpaced(properties, lines)) {
            added.add("");
        }
        property(indicator).forEach(line -> added.add(" ".repeat(dash) + line));
        lines.addAll(end, added);
        if (end + added.size() == lines.size()) {
            lines.add("");
        }
        byte[] result = String.join(newline, lines).getBytes(StandardCharsets.UTF_8);
        Contract read = ContractReader.read("contract", result, new Issues());
        return read != null && indicator.equals(read.named(indicator.name())) ? result : null;
    }

    private static @Nullable SequenceNode properties(Node root) {
        if (!(value(root, "schema") instanceof SequenceNode schema)) {
            return null;
        }
        for (Node object : schema.getValue()) {
            if (value(object, "name") instanceof ScalarNode name
                    && name.getValue().strip().equalsIgnoreCase("indicators")
                    && value(object, "properties") instanceof SequenceNode properties) {
                return properties;
            }
        }
        return null;
    }

    private static @Nullable Node value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }

    /** The line after a property, from 0: the parser's end lies behind blank lines and comments. */
    private static int end(List<String> lines, Node property) {
        int end = Math.min(property.getEndMark().getLine() + 1, lines.size());
        int start = property.getStartMark().getLine();
        int indent = property.getStartMark().getColumn();
        for (int line = end - 1; line > start; line--) {
            String text = lines.get(line);
            boolean inside =
                    !text.isBlank() && text.length() - text.stripLeading().length() >= indent;
            if (inside) {
                return line + 1;
            }
        }
        return start + 1;
    }

    private static boolean isSpaced(SequenceNode properties, List<String> lines) {
        int size = properties.getValue().size();
        Node last = properties.getValue().get(size - 1);
        return size == 1 || lines.get(last.getStartMark().getLine() - 1).isBlank();
    }

    private static List<String> property(Field field) {
        List<String> lines = new ArrayList<>();
        lines.add("- name: " + field.name());
        lines.add("  businessName: " + scalar(field.label()));
        lines.add("  logicalType: " + field.type().label());
        if (field.minimum() != null || field.maximum() != null) {
            lines.add("  logicalTypeOptions:");
        }
        if (field.minimum() != null) {
            lines.add("    minimum: " + field.minimum().toPlainString());
        }
        if (field.maximum() != null) {
            lines.add("    maximum: " + field.maximum().toPlainString());
        }
        lines.add("  description: " + scalar(field.description()));
        lines.add("  customProperties:");
        custom(lines, "category", field.category());
        custom(lines, "unit", field.unit());
        custom(lines, "direction", field.direction().label());
        custom(lines, "sourceSystem", field.origin().sourceSystem());
        custom(lines, "ownerRole", field.origin().ownerRole());
        custom(
                lines,
                "freshnessDays",
                field.freshnessDays() == null ? null : field.freshnessDays().toString());
        return lines;
    }

    private static void custom(List<String> lines, String property, @Nullable String value) {
        if (value != null) {
            lines.add("    - property: " + property);
            lines.add("      value: " + (property.equals("freshnessDays") ? value : scalar(value)));
        }
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches();
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
