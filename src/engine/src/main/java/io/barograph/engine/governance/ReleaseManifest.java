package io.barograph.engine.governance;

import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What was released as a version of a model, by whom and on what evidence.
 *
 * @param release number of the version
 * @param model its name
 * @param digest of the model
 * @param files SHA-256 of every file, by kind and name: {@code workbook/enterprise.xlsx}
 * @param authors who made it
 * @param approvals who approved it and when, in words
 * @param evidence digests by kind
 */
public record ReleaseManifest(
        int release,
        String model,
        String digest,
        Map<String, String> files,
        List<String> authors,
        List<String> approvals,
        Map<String, String> evidence) {

    private static final String SHA256 = "[0-9a-f]{64}";

    public ReleaseManifest {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        authors = List.copyOf(authors);
        approvals = List.copyOf(approvals);
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }

    /**
     * @param file name to show in issues, which carry line numbers
     * @return null when there was an error
     */
    public static @Nullable ReleaseManifest read(String file, byte[] yaml, Issues issues) {
        PolicyFile policy = PolicyFile.read(
                file,
                yaml,
                "the release manifest",
                Set.of("release", "model", "digest", "files", "authors", "approvals", "evidence", "note"));
        YamlMap document = policy.document();
        ReleaseManifest manifest = document == null ? null : manifest(policy, document);
        issues.addAll(policy.findings().issues().sorted());
        return policy.findings().issues().hasErrors() ? null : manifest;
    }

    private static ReleaseManifest manifest(PolicyFile policy, YamlMap document) {
        String digest = required(policy, document, "digest");
        if (!digest.matches("sha256:" + SHA256)) {
            policy.error(
                    document.place("digest"),
                    "`digest` must be `sha256:` and 64 hexadecimal digits, but is `" + digest + "`");
        }
        Map<String, String> files = new TreeMap<>();
        for (Node item : document.list("files")) {
            YamlMap one = YamlMap.of(item, "an item of `files`", policy.findings());
            if (one != null) {
                policy.refuseUnknown(one, Set.of("kind", "name", "sha256"), "an item of `files`");
                String hash = required(policy, one, "sha256");
                if (!hash.matches(SHA256)) {
                    policy.error(one.place("sha256"), "`sha256` must be 64 hexadecimal digits, but is `" + hash + "`");
                }
                files.put(required(policy, one, "kind") + "/" + required(policy, one, "name"), hash);
            }
        }
        if (files.isEmpty()) {
            policy.error(document.place("files"), "`files` must list the files of the model");
        }
        List<String> approvals = new ArrayList<>(document.texts("approvals"));
        Map<String, String> evidence = new TreeMap<>();
        YamlMap given = document.map("evidence");
        if (given != null) {
            for (String kind : given.keys()) {
                evidence.put(kind, required(policy, given, kind));
            }
        }
        return new ReleaseManifest(
                policy.count(document, "release", 1),
                required(policy, document, "model"),
                digest,
                files,
                document.texts("authors"),
                approvals,
                evidence);
    }

    /** The manifest as a file that {@link #read} reads: the same manifest always gives the same lines. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder(
                "version: 1\nrelease: " + release + "\nmodel: " + quoted(model) + "\ndigest: " + digest + "\nfiles:\n");
        files.forEach((file, sha256) -> yaml.append("  - kind: ")
                .append(file, 0, file.indexOf('/'))
                .append("\n    name: ")
                .append(quoted(file.substring(file.indexOf('/') + 1)))
                .append("\n    sha256: ")
                .append(sha256)
                .append('\n'));
        list(yaml, "authors", authors);
        list(yaml, "approvals", approvals);
        yaml.append("evidence:").append(evidence.isEmpty() ? " {}\n" : "\n");
        evidence.forEach((kind, sha256) -> yaml.append("  ")
                .append(quoted(kind))
                .append(": ")
                .append(sha256)
                .append('\n'));
        return yaml.toString();
    }

    private static void list(StringBuilder yaml, String key, List<String> texts) {
        yaml.append(key).append(texts.isEmpty() ? ": []\n" : ":\n");
        texts.forEach(text -> yaml.append("  - ").append(quoted(text)).append('\n'));
    }

    private static String quoted(String text) {
        return '"' + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String required(PolicyFile policy, YamlMap map, String key) {
        String text = map.text(key);
        if (text == null) {
            policy.error(map.place(key), "`" + key + "` is missing");
            return "";
        }
        return text;
    }
}
