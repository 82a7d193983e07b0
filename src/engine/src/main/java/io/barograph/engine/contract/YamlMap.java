package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping by key. Every scalar is read as the text it is written as, so that an allowed value {@code No} or
 * {@code 2024} stays what its author sees. Keys that come twice and values of the wrong shape are reported.
 */
public final class YamlMap {

    private final Node node;
    private final Findings findings;
    private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(Node node, Findings findings) {
        this.node = node;
        this.findings = findings;
    }

    /** @return null, after reporting it, when the node is no mapping */
    public static @Nullable YamlMap of(Node node, String what, Findings findings) {
        if (!(node instanceof MappingNode mapping)) {
            findings.error(node, what + " must be a mapping of `key: value` lines, but is " + shape(node));
            return null;
        }
        YamlMap map = new YamlMap(mapping, findings);
        for (NodeTuple tuple : mapping.getValue()) {
            map.add(tuple.getKeyNode(), tuple.getValueNode());
        }
        return map;
    }

    /** Without keys yet, standing where the given node stands. */
    static YamlMap empty(Node node, Findings findings) {
        return new YamlMap(node, findings);
    }

    /** Adds an entry; a key that is no scalar, or stands there already, is reported instead. */
    void add(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            findings.error(key, "a key must be a plain word, but is " + shape(key));
            return;
        }
        String name = scalar.getValue();
        ScalarNode earlier = keys.get(name);
        if (name.equals("<<")) {
            findings.error(key, "merge keys `<<` are not read; write the keys out");
        } else if (earlier != null) {
            findings.error(
                    key,
                    "the key `" + name + "` stands twice, first on line " + Findings.line(earlier)
                            + "; remove one of them");
        } else {
            keys.put(name, scalar);
            values.put(name, value);
        }
    }

    /** The mapping itself, as the place of a finding. */
    public Node node() {
        return node;
    }

    /** The key, as the place of a finding about its value; the mapping when there is no such key. */
    public Node place(String key) {
        ScalarNode found = keys.get(key);
        return found == null ? node : found;
    }

    /** Null when the key is absent or its value empty. */
    public @Nullable Node value(String key) {
        Node value = values.get(key);
        return value == null || Tag.NULL.equals(value.getTag()) ? null : value;
    }

    /** The value as it stands, even when it is empty; null when the key is absent. */
    @Nullable Node raw(String key) {
        return values.get(key);
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    /** The trimmed text of a scalar; null when absent, blank, or (reported) not a scalar. */
    public @Nullable String text(String key) {
        Node value = value(key);
        return value == null ? null : text(value, "`" + key + "`");
    }

    /** The trimmed text of a scalar node; null when blank or (reported) not a scalar. */
    public @Nullable String text(Node value, String what) {
        if (!(value instanceof ScalarNode scalar)) {
            findings.error(value, what + " must be a single value, but is " + shape(value));
            return null;
        }
        String text = scalar.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    /** True or false; the default when absent or (reported) neither. */
    public boolean flag(String key, boolean byDefault) {
        String text = text(key);
        if (text == null) {
            return byDefault;
        }
        return switch (Names.fold(text)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                findings.error(place(key), "`" + key + "` is `" + text + "`; write `true` or `false`");
                yield byDefault;
            }
        };
    }

    /** Null when absent or (reported) no mapping. */
    public @Nullable YamlMap map(String key) {
        Node value = value(key);
        return value == null ? null : of(value, "`" + key + "`", findings);
    }

    /** The items of a list; empty when absent or (reported) no list. */
    public List<Node> list(String key) {
        Node value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        findings.error(place(key), "`" + key + "` must be a list of `- ` items, but is " + shape(value));
        return List.of();
    }

    /** The texts of a list of scalars, blank ones reported and left out. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : list(key)) {
            String text = Tag.NULL.equals(item.getTag()) ? null : text(item, "an item of `" + key + "`");
            if (text != null) {
                texts.add(text);
            } else if (item instanceof ScalarNode) {
                findings.error(item, "`" + key + "` has an empty item; remove it");
            }
        }
        return texts;
    }

    /** A notice for each key that is not among those known. */
    public void noticeUnknownKeys(Set<String> known, String where) {
        for (Map.Entry<String, ScalarNode> entry : keys.entrySet()) {
            if (!known.contains(entry.getKey())) {
                String remedy = Names.closest(entry.getKey(), known)
                        .map(close -> "did you mean `" + close + "`?")
                        .orElse("it is not read");
                findings.notice(entry.getValue(), "unknown key `" + entry.getKey() + "` in " + where + "; " + remedy);
            }
        }
    }

    private static String shape(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return Tag.NULL.equals(node.getTag()) ? "empty" : "a single value";
    }
}
