package io.barograph.service.governance;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.Figures;
import io.barograph.engine.governance.Figures.AssociationFigure;
import io.barograph.engine.governance.Figures.GapFigure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which figures were held against which limits, in canonical JSON. */
final class GuardrailDocument {

    private GuardrailDocument() {}

    /** @param policy digest of the file with the limits */
    static byte[] of(String policy, Figures figures, List<Breach> breaches) {
        Map<String, @Nullable Object> document = new TreeMap<>();
        document.put("policy", policy);
        document.put("accounts", BigDecimal.valueOf(figures.accounts()));
        document.put("changing", BigDecimal.valueOf(figures.changing()));
        document.put("decided", BigDecimal.valueOf(figures.decided()));
        document.put("coverage", figures.coverage());
        document.put(
                "associations",
                figures.associations().stream()
                        .map(GuardrailDocument::association)
                        .toList());
        document.put("gaps", figures.gaps().stream().map(GuardrailDocument::gap).toList());
        document.put(
                "breaches", breaches.stream().map(GuardrailDocument::breach).toList());
        return CanonicalJson.bytes(document);
    }

    private static Map<String, Object> association(AssociationFigure figure) {
        return new TreeMap<>(Map.of(
                "field", figure.field(),
                "with", figure.with(),
                "measure", figure.measure(),
                "value", figure.value()));
    }

    private static Map<String, Object> gap(GapFigure figure) {
        return new TreeMap<>(Map.of(
                "field", figure.field(),
                "measure", figure.measure(),
                "most", figure.most(),
                "most_rate", figure.mostRate(),
                "least", figure.least(),
                "least_rate", figure.leastRate(),
                "points", figure.points()));
    }

    private static Map<String, Object> breach(Breach breach) {
        return new TreeMap<>(Map.of(
                "guardrail", breach.guardrail(),
                "figure", breach.figure(),
                "limit", breach.limit(),
                "message", breach.message()));
    }
}
