package io.barograph.engine.ruleset;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the fields guardrails name are in the data contract, with the type they are read as. */
final class FieldMentions {

    private static final Pattern MENTION = Pattern.compile("\\b(number|text|date|yes|is)\\s*\\(\\s*\"([^\"]*)\"");

    private static final Map<String, List<FieldType>> READS = Map.of(
            "number", List.of(FieldType.NUMBER, FieldType.INTEGER),
            "text", List.of(FieldType.STRING),
            "is", List.of(FieldType.STRING),
            "date", List.of(FieldType.DATE),
            "yes", List.of(FieldType.BOOLEAN));

    private FieldMentions() {}

    static void check(GuardrailFile file, Contract contract, Issues issues) {
        List<String> lines = file.drl().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).replaceFirst("^\\s*(//|#).*", "");
            for (MatchResult mention : MENTION.matcher(code).results().toList()) {
                String name = mention.group(2);
                Field field = contract.named(name);
                if (field == null) {
                    issues.error(
                            IssueCode.UNKNOWN_NAME,
                            file.placeOf(i + 1),
                            "the data contract has no field `" + name + "`",
                            null,
                            suggestion(name, contract));
                } else if (!READS.getOrDefault(mention.group(1), List.of()).contains(field.type())) {
                    issues.error(
                            IssueCode.BAD_RULE_FILE,
                            file.placeOf(i + 1),
                            "field `" + name + "` is of type "
                                    + field.type().name().toLowerCase(java.util.Locale.ROOT) + ", so `"
                                    + mention.group(1) + "` cannot read it");
                }
            }
        }
    }

    /** Names of the fields that a text of DRL reads. */
    static Set<String> in(String drl) {
        return MENTION.matcher(drl)
                .results()
                .map(mention -> mention.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String suggestion(String name, Contract contract) {
        Optional<String> closest =
                Names.closest(name, contract.fields().stream().map(Field::name).toList());
        return closest.map(field -> "did you mean `" + field + "`?").orElse(null);
    }
}
