package io.barograph.engine.governance;

import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code decision-rights.yaml}: a {@code standard} that holds everywhere, and {@code segments} where something else does. A
 * segment says only what is different. Without {@code overrides} none may be made.
 */
public final class DecisionRightsReader {

    private static final Map<Right, String> KEYS = Map.of(
            Right.AUTHOR, "authors",
            Right.APPROVE, "approvers",
            Right.ACTIVATE, "activators",
            Right.OVERRIDE, "overriders");
    private static final String APPROVALS = "approvals";
    private static final String LONGEST_OVERRIDE = "longest_override_days";
    private static final String OVERRIDES = "overrides";
    private static final String SEGMENT = "segment";
    private static final Set<String> ROLES = Set.of("author", "approver", "operator", "decider", "csm", "auditor");
    private static final Set<String> STANDARD_KEYS = keys();

    private final PolicyFile file;

    private DecisionRightsReader(PolicyFile file) {
        this.file = file;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Right right : Right.values()) {
            keys.add(KEYS.getOrDefault(right, ""));
        }
        keys.add(APPROVALS);
        keys.add(LONGEST_OVERRIDE);
        keys.add(OVERRIDES);
        return keys;
    }

    /**
     * @param file name to show in issues, which carry line numbers
     * @return null when there was an error
     */
    public static @Nullable DecisionRights read(String file, byte[] yaml, Issues issues) {
        PolicyFile policy = PolicyFile.read(file, yaml, "the decision rights", Set.of("standard", "segments"));
        YamlMap document = policy.document();
        DecisionRights rights = document == null ? null : new DecisionRightsReader(policy).rights(document);
        issues.addAll(policy.findings().issues().sorted());
        return policy.findings().issues().hasErrors() ? null : rights;
    }

    private @Nullable DecisionRights rights(YamlMap document) {
        YamlMap section = file.section(document, "standard", STANDARD_KEYS);
        if (section == null) {
            return null;
        }
        Grant standard = grant(section, null);
        Map<String, Grant> segments = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        Set<String> known = new LinkedHashSet<>(STANDARD_KEYS);
        known.add(SEGMENT);
        for (Node item : document.list("segments")) {
            YamlMap map = YamlMap.of(item, "an item of `segments`", file.findings());
            if (map == null) {
                continue;
            }
            file.refuseUnknown(map, known, "an item of `segments`");
            String name = map.text(SEGMENT);
            if (name == null) {
                file.error(map.node(), "an item of `segments` does not say which; write `segment: …`");
            } else if (!seen.add(Names.fold(name))) {
                file.error(map.place(SEGMENT), "segment `" + name + "` stands twice; put its rights into one item");
            } else {
                segments.put(name, grant(map, standard));
            }
        }
        return new DecisionRights(standard, segments);
    }

    /** @param standard what holds where nothing is said; null when everything has to be */
    private Grant grant(YamlMap map, @Nullable Grant standard) {
        Map<Right, Holders> holders = new LinkedHashMap<>();
        KEYS.forEach((right, key) -> holders.put(
                right, standard != null && map.value(key) == null ? standard.of(right) : holders(map, key)));
        int approvals =
                standard != null && map.value(APPROVALS) == null ? standard.approvals() : file.count(map, APPROVALS, 1);
        int longest = standard != null && map.value(LONGEST_OVERRIDE) == null
                ? standard.longestOverrideDays()
                : file.count(map, LONGEST_OVERRIDE, 1);
        return new Grant(
                new EnumMap<>(holders),
                approvals,
                longest,
                OverrideLimitsReader.read(file, map, standard == null ? null : standard.overrides()));
    }

    private Holders holders(YamlMap map, String key) {
        if (map.value(key) == null) {
            file.error(map.place(key), "`" + key + "` is missing; list roles, or people as `person:<name>`");
        }
        Set<String> roles = new TreeSet<>();
        Set<String> people = new TreeSet<>();
        for (String text : map.texts(key)) {
            if (text.startsWith(Holders.PERSON)) {
                String person = text.substring(Holders.PERSON.length()).strip();
                if (person.isEmpty()) {
                    file.error(map.place(key), "`" + key + "` has a `person:` without a name");
                }
                people.add(person);
            } else if (ROLES.contains(text)) {
                roles.add(text);
            } else {
                file.error(
                        map.place(key),
                        "`" + key + "` has `" + text + "`, which is no role; "
                                + Names.closest(text, ROLES)
                                        .map(close -> "did you mean `" + close + "`?")
                                        .orElse("write `person:" + text + "` for a person"));
            }
        }
        return new Holders(new TreeSet<>(roles), new TreeSet<>(people));
    }
}
