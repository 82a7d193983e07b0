package io.barograph.engine.contract;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a data contract in the Open Data Contract Standard v3 (YAML): a {@code schema} of two objects, {@code
 * attributes} and {@code indicators}, each with its {@code properties}. Everything found is reported with its line; what
 * the standard defines and this product has no use for is passed over.
 */
public final class ContractReader {

    /** Most properties a contract may have, attributes and indicators together. */
    static final int MAX_PROPERTIES = 2_000;

    private static final Pattern API_VERSION = Pattern.compile("v3(\\.\\d+){0,2}");

    private static final Set<String> TOP_LEVEL_KEYS = Set.of(
            "apiVersion",
            "kind",
            "id",
            "name",
            "version",
            "status",
            "domain",
            "dataProduct",
            "tenant",
            "description",
            "schema",
            "servers",
            "support",
            "team",
            "roles",
            "price",
            "slaDefaultElement",
            "slaProperties",
            "quality",
            "customProperties",
            "authoritativeDefinitions",
            "tags",
            "contractCreatedTs");

    private static final Set<String> OBJECT_KEYS = Set.of(
            "id",
            "name",
            "businessName",
            "physicalName",
            "physicalType",
            "logicalType",
            "description",
            "dataGranularityDescription",
            "properties",
            "relationships",
            "quality",
            "customProperties",
            "authoritativeDefinitions",
            "tags");

    private static final Map<String, Field.Role> ROLES =
            Map.of("attributes", Field.Role.ATTRIBUTE, "indicators", Field.Role.INDICATOR);

    private final Findings findings;
    private final PropertyReader properties;
    private final NameClashes clashes;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> accountIdNames = new LinkedHashSet<>();
    private int propertyCount;

    private ContractReader(Findings findings) {
        this.findings = findings;
        this.properties = new PropertyReader(findings);
        this.clashes = new NameClashes(findings);
    }

    /**
     * @param file name to show in issues, which carry line numbers
     * @return null when there was an error
     */
    public static @Nullable Contract read(String file, byte[] yaml, Issues issues) {
        Findings findings = new Findings(file);
        Node root = YamlFile.parse(yaml, findings);
        YamlMap document = root == null ? null : YamlMap.of(root, "the contract", findings);
        Contract contract = document == null ? null : new ContractReader(findings).contract(document);
        issues.addAll(findings.issues().sorted());
        return findings.issues().hasErrors() ? null : contract;
    }

    private Contract contract(YamlMap document) {
        document.noticeUnknownKeys(TOP_LEVEL_KEYS, "the contract");
        checkStandard(document);
        String version = document.text("version");
        schema(document);
        return new Contract(version == null ? "" : version, fields, accountIdNames);
    }

    private void checkStandard(YamlMap document) {
        for (String key : List.of("apiVersion", "kind", "id", "version", "status")) {
            if (document.value(key) == null) {
                findings.notice(
                        document.place(key), "`" + key + "` is missing; the Open Data Contract Standard requires it");
            }
        }
        String kind = document.text("kind");
        if (kind != null && !kind.equals("DataContract")) {
            findings.error(document.place("kind"), "`kind` is `" + kind + "`; write `DataContract`");
        }
        String apiVersion = document.text("apiVersion");
        if (apiVersion != null && !API_VERSION.matcher(apiVersion).matches()) {
            findings.error(
                    document.place("apiVersion"),
                    "`apiVersion` is `" + apiVersion + "`, but only version 3 of the standard is read; write `v3.0.2`");
        }
    }

    private void schema(YamlMap document) {
        if (document.value("schema") == null) {
            findings.error(
                    document.place("schema"),
                    "`schema` is missing; list two objects under it, named `attributes` and `indicators`");
            return;
        }
        Map<String, Node> seen = new LinkedHashMap<>();
        for (Node item : document.list("schema")) {
            YamlMap object = YamlMap.of(item, "an object of `schema`", findings);
            if (object != null) {
                object(object, seen);
            }
        }
        for (String wanted : new TreeSet<>(ROLES.keySet())) {
            if (!seen.containsKey(wanted)) {
                findings.error(
                        document.place("schema"),
                        "`schema` has no object named `" + wanted + "`; add one"
                                + Names.closest(wanted, seen.keySet())
                                        .map(close -> ", or rename `" + close + "`")
                                        .orElse(""));
            }
        }
    }

    private void object(YamlMap object, Map<String, Node> seen) {
        String name = object.text("name");
        if (name == null) {
            findings.error(object.node(), "an object of `schema` has no `name`; name it `attributes` or `indicators`");
            return;
        }
        String folded = Names.fold(name);
        Node earlier = seen.putIfAbsent(folded, object.node());
        if (earlier != null) {
            findings.error(
                    object.place("name"),
                    "the object `" + name + "` stands twice, first on line " + Findings.line(earlier)
                            + "; put all its properties into one");
            return;
        }
        Field.Role role = ROLES.get(folded);
        if (role == null) {
            findings.notice(
                    object.place("name"),
                    "the object `" + name + "` is not read; only `attributes` and `indicators` are");
            return;
        }
        object.noticeUnknownKeys(OBJECT_KEYS, "the object `" + name + "`");
        for (Node item : object.list("properties")) {
            YamlMap property = YamlMap.of(item, "a property of `" + name + "`", findings);
            if (property != null) {
                property(role, property);
            }
        }
    }

    private void property(Field.Role role, YamlMap property) {
        if (++propertyCount > MAX_PROPERTIES) {
            if (propertyCount == MAX_PROPERTIES + 1) {
                findings.error(
                        IssueCode.LIMIT_EXCEEDED,
                        Findings.line(property.node()),
                        "the contract has more than %,d properties; split the model".formatted(MAX_PROPERTIES));
            }
            return;
        }
        PropertyReader.Property read = properties.read(role, property);
        if (read == null) {
            return;
        }
        clashes.check(read, property);
        if (read.field() == null) {
            accountIdNames.addAll(read.names());
        } else {
            fields.add(read.field());
        }
    }
}
