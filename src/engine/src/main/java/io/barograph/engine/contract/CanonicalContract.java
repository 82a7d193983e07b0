package io.barograph.engine.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a contract as {@link Contract#canonical} documents. */
final class CanonicalContract {

    private final StringBuilder out = new StringBuilder("contract 1\n");

    private CanonicalContract() {}

    static String of(Contract contract) {
        CanonicalContract text = new CanonicalContract();
        text.text("version", contract.version());
        contract.foldedAccountIdNames().forEach(name -> text.text("account-id", name));
        contract.fields().forEach(text::field);
        return text.out.toString();
    }

    private void field(Field field) {
        text(field.isIndicator() ? "indicator" : "attribute", field.name());
        text(" label", field.label());
        text(" physical-name", field.physicalName());
        line(" type", field.type().label());
        number(" minimum", field.minimum());
        number(" maximum", field.maximum());
        field.allowedValues().forEach(value -> text(" allowed", value));
        text(" category", field.category());
        text(" unit", field.unit());
        line(" direction", field.direction().label());
        if (field.freshnessDays() != null) {
            line(" freshness-days", field.freshnessDays().toString());
        }
        line(" usable-in-scoring", Boolean.toString(field.usableInScoring()));
        line(" sensitive", Boolean.toString(field.sensitive()));
        text(" description", field.description());
        text(" source-system", field.origin().sourceSystem());
        text(" owner-role", field.origin().ownerRole());
        text(" transformation", field.origin().transformation());
        field.origin().sources().forEach(source -> text(" source", source));
    }

    private void number(String key, @Nullable BigDecimal value) {
        if (value != null) {
            line(key, value.toPlainString());
        }
    }

    private void text(String key, @Nullable String value) {
        if (value != null) {
            line(key, quoted(value));
        }
    }

    private void line(String key, String value) {
        out.append(key).append(' ').append(value).append('\n');
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
