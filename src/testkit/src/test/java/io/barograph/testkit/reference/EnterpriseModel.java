package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.testkit.random.SheetDraft;
import io.barograph.testkit.random.WorkbookDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worked example of workbooks.md, section 5, whose sheets a test may replace one by one. */
final class EnterpriseModel {

    static final LocalDate AS_OF = LocalDate.parse("2026-03-01");

    private static final Contract CONTRACT = new Contract(
            "1",
            List.of(
                    field(Field.Role.ATTRIBUTE, "arr", "ARR", FieldType.NUMBER, "0", null, List.of()),
                    field(
                            Field.Role.ATTRIBUTE,
                            "lifecycle_stage",
                            "Lifecycle stage",
                            FieldType.STRING,
                            null,
                            null,
                            List.of("onboarding", "renewal")),
                    field(Field.Role.ATTRIBUTE, "renewal_date", "Renewal date", FieldType.DATE, null, null, List.of()),
                    field(
                            Field.Role.INDICATOR,
                            "seat_utilisation",
                            "Seat utilisation",
                            FieldType.NUMBER,
                            "0",
                            "100",
                            List.of()),
                    field(
                            Field.Role.INDICATOR,
                            "support_csat",
                            "Support satisfaction",
                            FieldType.NUMBER,
                            "1",
                            "5",
                            List.of())),
            List.of());

    private final Map<String, SheetDraft> sheets = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final Map<String, Observation> indicators = new LinkedHashMap<>();
    private List<HistoryEntry> history = List.of();
    private PriorState prior = PriorState.NONE;

    EnterpriseModel() {
        with(new SheetDraft("Model", "Setting", "Value").line("Segment | enterprise"));
        with(new SheetDraft("Indicators", "Indicator", "Max age (days)", "If missing")
                .line("Seat utilisation | 30 | ")
                .line("Support satisfaction | | "));
        with(new SheetDraft("Scoring", "Rule ID", "Indicator", "Value", "Score", "Score at end", "Because")
                .line("S1 | Seat utilisation | 0..50 | 20 | | few seats in use")
                .line("S2 | Seat utilisation | 50..80 | 50 | 80 | {Seat utilisation} % of seats in use")
                .line("S3 | Seat utilisation | 80..100 | 95 | | nearly all seats in use")
                .line("S4 | Support satisfaction | 1..3 | 30 | | unhappy")
                .line("S5 | Support satisfaction | 3..4 | 65 | | content")
                .line("S6 | Support satisfaction | 4..5 | 90 | | happy"));
        with(new SheetDraft("Weights", "Indicator", "Retention")
                .line("Seat utilisation | 60")
                .line("Support satisfaction | 40")
                .line("Total | 100"));
        with(new SheetDraft(
                        "Context",
                        "Rule ID",
                        "Lifecycle stage",
                        "Indicator",
                        "Category",
                        "Multiply weight by",
                        "Because")
                .line("C1 | renewal | Support satisfaction | | 1.5 | renewal is near"));
        with(new SheetDraft("Overall", "Dimension", "Weight in overall").line("Retention | 100"));
        with(new SheetDraft("Thresholds", "Rule ID", "Applies to", "Band", "From", "Leave below", "Because")
                .line("T1 | Overall | green | 75 | 72 | healthy")
                .line("T2 | Overall | yellow | 50 | 47 | watch")
                .line("T3 | Overall | red | | | act"));
        attribute("lifecycle_stage", "renewal");
        indicator("seat_utilisation", "65");
        indicator("support_csat", "4.2");
    }

    private static Field field(
            Field.Role role,
            String name,
            String label,
            FieldType type,
            @Nullable String minimum,
            @Nullable String maximum,
            List<String> allowed) {
        return new Field(
                role,
                name,
                label,
                null,
                type,
                minimum == null ? null : new BigDecimal(minimum),
                maximum == null ? null : new BigDecimal(maximum),
                allowed,
                role == Field.Role.INDICATOR ? "usage" : null,
                null,
                Field.Direction.HIGHER_IS_BETTER,
                null,
                true,
                false,
                "");
    }

    EnterpriseModel with(SheetDraft sheet) {
        sheets.put(sheet.sheet("enterprise.xlsx").name(), sheet);
        return this;
    }

    EnterpriseModel attribute(String name, @Nullable Object value) {
        attributes.put(name, value);
        return this;
    }

    EnterpriseModel indicator(String name, String value) {
        return indicator(name, Observation.of(new BigDecimal(value)));
    }

    EnterpriseModel indicator(String name, Observation observation) {
        indicators.put(name, observation);
        return this;
    }

    EnterpriseModel withoutIndicator(String name) {
        indicators.remove(name);
        return this;
    }

    EnterpriseModel history(HistoryEntry... entries) {
        history = List.of(entries);
        return this;
    }

    EnterpriseModel prior(HistoryEntry... entries) {
        prior = new PriorState(List.of(entries));
        return this;
    }

    Decision decide() {
        WorkbookDraft segments = WorkbookDraft.of(
                "segments.xlsx",
                new SheetDraft("Segments", "Rule ID", "Segment", "Because").line("E1 | enterprise | everyone"));
        WorkbookDraft enterprise = new WorkbookDraft("enterprise.xlsx", List.copyOf(sheets.values()));
        return new ReferenceScorer(
                        List.of(enterprise.workbook(), segments.workbook()),
                        CONTRACT,
                        new ModelVersion("1", "sha256:0"))
                .decide(new AccountSnapshot("acme", AS_OF, attributes, indicators, history), prior);
    }
}
