package io.barograph.engine.governance;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.contract.YamlMap;
import io.barograph.engine.governance.GuardrailPolicy.Bands;
import io.barograph.engine.governance.GuardrailPolicy.Canary;
import io.barograph.engine.governance.GuardrailPolicy.Coverage;
import io.barograph.engine.governance.GuardrailPolicy.Fairness;
import io.barograph.engine.governance.GuardrailPolicy.Outcome;
import io.barograph.engine.governance.GuardrailPolicy.Protected;
import io.barograph.engine.governance.GuardrailPolicy.Tests;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code guardrails.yaml} for a data contract, in which the fields it names must be. */
public final class GuardrailPolicyReader {

    private static final String TESTS = "tests";
    private static final String COVERAGE = "coverage";
    private static final String BANDS = "bands";
    private static final String PROTECTED = "protected";
    private static final String FAIRNESS = "fairness";
    private static final String CANARY = "canary";
    private static final String SHARE = "share_changing";
    private static final String AT_LEAST = "accounts_at_least";
    private static final String FIELD = "field";

    private final PolicyFile file;
    private final Contract contract;

    private GuardrailPolicyReader(PolicyFile file, Contract contract) {
        this.file = file;
        this.contract = contract;
    }

    /**
     * @param file name to show in issues, which carry line numbers
     * @return null when there was an error
     */
    public static @Nullable GuardrailPolicy read(String file, byte[] yaml, Contract contract, Issues issues) {
        PolicyFile policy = PolicyFile.read(
                file, yaml, "the guardrails", Set.of(TESTS, COVERAGE, BANDS, PROTECTED, FAIRNESS, CANARY));
        YamlMap document = policy.document();
        GuardrailPolicy read = document == null ? null : new GuardrailPolicyReader(policy, contract).policy(document);
        issues.addAll(policy.findings().issues().sorted());
        return policy.findings().issues().hasErrors() ? null : read;
    }

    private @Nullable GuardrailPolicy policy(YamlMap document) {
        YamlMap tests = file.section(document, TESTS, Set.of("least", "rules_fired"));
        YamlMap coverage = file.section(document, COVERAGE, Set.of("accounts_decided", "inputs"));
        YamlMap bands = file.section(document, BANDS, Set.of(SHARE, AT_LEAST));
        YamlMap guarded = file.section(document, PROTECTED, Set.of("fields", "association"));
        YamlMap canary = file.section(document, CANARY, Set.of(SHARE, AT_LEAST));
        if (tests == null || coverage == null || bands == null || guarded == null || canary == null) {
            return null;
        }
        List<Protected> fields = protectedFields(guarded);
        return new GuardrailPolicy(
                new Tests(file.count(tests, "least", 0), file.percent(tests, "rules_fired")),
                new Coverage(file.percent(coverage, "accounts_decided"), file.percent(coverage, "inputs")),
                new Bands(file.percent(bands, SHARE), file.count(bands, AT_LEAST, 0)),
                fields,
                file.fraction(guarded, "association"),
                fairness(document, !fields.isEmpty()),
                new Canary(file.percent(canary, SHARE), file.count(canary, AT_LEAST, 1)));
    }

    private List<Protected> protectedFields(YamlMap guarded) {
        Map<String, Protected> fields = new LinkedHashMap<>();
        for (Node item : guarded.list("fields")) {
            YamlMap map = YamlMap.of(item, "an item of `fields`", file.findings());
            if (map == null) {
                continue;
            }
            file.refuseUnknown(map, Set.of(FIELD, "cuts"), "an item of `fields`");
            Field field = field(map);
            if (field != null && fields.put(field.name(), new Protected(field, cuts(map, field))) != null) {
                file.error(map.place(FIELD), "field `" + field.name() + "` is protected twice; remove one of them");
            }
        }
        return List.copyOf(fields.values());
    }

    /** Null, after reporting it, when the contract has no such field: a name mistyped would protect nobody. */
    private @Nullable Field field(YamlMap map) {
        String name = map.text(FIELD);
        if (name == null) {
            file.error(map.node(), "`" + FIELD + "` is missing; write the name of a field of the data contract");
            return null;
        }
        Field field = contract.find(name);
        if (field == null) {
            file.error(
                    map.place(FIELD),
                    "the data contract has no field `" + name + "`"
                            + Names.closest(
                                            name,
                                            contract.fields().stream()
                                                    .map(Field::name)
                                                    .toList())
                                    .map(close -> "; did you mean `" + close + "`?")
                                    .orElse(""));
        }
        return field;
    }

    private List<BigDecimal> cuts(YamlMap map, Field field) {
        List<BigDecimal> cuts = new ArrayList<>();
        for (String text : map.texts("cuts")) {
            try {
                BigDecimal cut = new BigDecimal(text);
                if (!cuts.isEmpty() && cut.compareTo(cuts.get(cuts.size() - 1)) <= 0) {
                    file.error(map.place("cuts"), "`cuts` must ascend, but `" + text + "` does not");
                }
                cuts.add(cut);
            } catch (NumberFormatException notANumber) {
                file.error(map.place("cuts"), "`cuts` has `" + text + "`, which is no number");
            }
        }
        if (field.type() == FieldType.DATE) {
            file.error(map.place(FIELD), "`" + field.name() + "` is a date; protect a field that tells groups");
        } else if (field.type().isNumeric() && cuts.isEmpty()) {
            file.error(
                    map.place(FIELD),
                    "`" + field.name() + "` is a number; say where its groups part, for example `cuts: [30, 50, 65]`");
        } else if (!field.type().isNumeric() && !cuts.isEmpty()) {
            file.error(map.place("cuts"), "`" + field.name() + "` is no number, so nothing can be cut");
        }
        return cuts;
    }

    private @Nullable Fairness fairness(YamlMap document, boolean needed) {
        if (!needed && document.value(FAIRNESS) == null) {
            return null;
        }
        YamlMap map =
                file.section(document, FAIRNESS, Set.of("error_gap", "intervention_gap", "smallest_group", "outcome"));
        return map == null
                ? null
                : new Fairness(
                        file.percent(map, "error_gap"),
                        file.percent(map, "intervention_gap"),
                        file.count(map, "smallest_group", 1),
                        outcome(map));
    }

    private @Nullable Outcome outcome(YamlMap fairness) {
        if (fairness.value("outcome") == null) {
            return null;
        }
        YamlMap map = file.section(fairness, "outcome", Set.of(FIELD, "lost", "at_risk"));
        Field field = map == null ? null : field(map);
        if (map == null || field == null) {
            return null;
        }
        Set<String> lost = folded(map, "lost");
        Set<String> atRisk = folded(map, "at_risk");
        return new Outcome(field, lost, atRisk);
    }

    private Set<String> folded(YamlMap map, String key) {
        Set<String> folded = new TreeSet<>();
        map.texts(key).forEach(text -> folded.add(Names.fold(text)));
        if (folded.isEmpty()) {
            file.error(map.place(key), "`" + key + "` must list at least one value");
        }
        return folded;
    }
}
