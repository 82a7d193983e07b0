package io.barograph.testkit.large;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a large model's contract.
 *
 * @param most greatest number; 0 for texts
 * @param texts allowed values; empty for numbers
 * @param category of an indicator; null for an attribute
 */
record LargeField(
        String name,
        String label,
        int most,
        List<String> texts,
        @Nullable String category) {

    LargeField {
        texts = List.copyOf(texts);
    }

    boolean isNumber() {
        return texts.isEmpty();
    }

    String yaml() {
        String property = "      - name: " + name + "\n        businessName: \"" + label + "\"\n        logicalType: "
                + (isNumber() ? "number\n        logicalTypeOptions: {minimum: 0, maximum: " + most + "}" : "string")
                + "\n        customProperties:\n          - {property: direction, value: "
                + (isNumber() && category != null ? "higher-is-better" : "neither") + "}\n";
        if (category != null) {
            property += "          - {property: category, value: " + category + "}\n";
        }
        return isNumber() ? property : property + "          - {property: allowedValues, value: " + texts + "}\n";
    }
}
