package io.barograph.engine.governance;

import io.barograph.engine.contract.Findings;
import io.barograph.engine.contract.YamlFile;
import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.issue.IssueCode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file of rules about models, whose values must all be there: a limit that nobody wrote guards nothing. */
final class PolicyFile {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String VERSION = "version";
    private static final String ONLY_VERSION = "1";

    private final Findings findings;
    private final @Nullable YamlMap document;

    private PolicyFile(Findings findings, @Nullable YamlMap document) {
        this.findings = findings;
        this.document = document;
    }

    /** @param keys besides {@code version}; another one is an error */
    static PolicyFile read(String file, byte[] yaml, String subject, Set<String> keys) {
        Findings findings = new Findings(file, subject, IssueCode.BAD_POLICY);
        Node root = YamlFile.parse(yaml, findings);
        YamlMap document = root == null ? null : YamlMap.of(root, subject, findings);
        PolicyFile policy = new PolicyFile(findings, document);
        if (document != null) {
            Set<String> known = new LinkedHashSet<>(keys);
            known.add(VERSION);
            policy.refuseUnknown(document, known, subject);
            String version = document.text(VERSION);
            if (!ONLY_VERSION.equals(version)) {
                policy.error(
                        document.place(VERSION),
                        version == null
                                ? "`version` is missing; write `version: 1`"
                                : "`version` is `" + version + "`, but only `1` is read");
            }
        }
        return policy;
    }

    Findings findings() {
        return findings;
    }

    /** Null when the file could not be read. */
    @Nullable YamlMap document() {
        return document;
    }

    void error(Node at, String message) {
        findings.error(at, message);
    }

    /** A key that is not known is likely a limit mistyped, which then would not hold. */
    void refuseUnknown(YamlMap map, Set<String> known, String where) {
        for (String key : map.keys()) {
            if (!known.contains(key)) {
                String remedy = io.barograph.engine.text.Names.closest(key, known)
                        .map(close -> "did you mean `" + close + "`?")
                        .orElse("known are `" + String.join("`, `", known) + "`");
                error(map.place(key), "unknown key `" + key + "` in " + where + "; " + remedy);
            }
        }
    }

    /** Null, after reporting it, when it is missing or no mapping of those keys. */
    @Nullable YamlMap section(YamlMap map, String key, Set<String> known) {
        if (map.value(key) == null) {
            error(map.place(key), "`" + key + "` is missing; it must say `" + String.join("`, `", known) + "`");
            return null;
        }
        YamlMap section = map.map(key);
        if (section != null) {
            refuseUnknown(section, known, "`" + key + "`");
        }
        return section;
    }

    /** From 0 to 100; 0, after reporting it, when it is none. */
    BigDecimal percent(YamlMap map, String key) {
        return number(map, key, HUNDRED, "a percentage from 0 to 100");
    }

    /** From 0 to 1; 0, after reporting it, when it is none. */
    BigDecimal fraction(YamlMap map, String key) {
        return number(map, key, BigDecimal.ONE, "a number from 0 to 1");
    }

    private BigDecimal number(YamlMap map, String key, BigDecimal most, String what) {
        String text = map.text(key);
        try {
            BigDecimal number = text == null ? null : new BigDecimal(text);
            if (number != null && number.signum() >= 0 && number.compareTo(most) <= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, with the text
        }
        wrong(map, key, text, what);
        return BigDecimal.ZERO;
    }

    /** At least the least, at most a million; the least, after reporting it, when it is none. */
    int count(YamlMap map, String key, int least) {
        int most = 1_000_000;
        String text = map.text(key);
        if (text != null && text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(map, key, text, "a whole number from " + least + " to 1,000,000");
        return least;
    }

    private void wrong(YamlMap map, String key, @Nullable String text, String what) {
        error(
                map.place(key),
                text == null
                        ? "`" + key + "` is missing; write " + what
                        : "`" + key + "` is `" + text + "`, but must be " + what);
    }
}
