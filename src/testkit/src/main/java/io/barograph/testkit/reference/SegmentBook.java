package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A segment's workbook, its tables taken in order of evaluation. */
final class SegmentBook {

    private final Grid settings;
    private final IndicatorTables indicators;
    private final Weighing weighing;
    private final Capping capping;
    private final Banding banding;
    private final Calibrating calibrating;
    private final FlagTables flags;
    private final FirstMatch cohorts;
    private final PlaybookTable playbooks;
    private final EscalationTable escalations;

    SegmentBook(Workbook workbook, Contract contract) {
        settings = new Grid(workbook, "Model");
        indicators = new IndicatorTables(workbook, contract);
        weighing = new Weighing(workbook, contract);
        capping = new Capping(workbook);
        Grid.Line minimum = setting("Minimum coverage %");
        BigDecimal minimumCoverage = minimum == null ? null : minimum.percent("Value");
        banding = new Banding(workbook, minimumCoverage == null ? BigDecimal.ZERO : minimumCoverage);
        calibrating = new Calibrating(workbook, contract);
        flags = new FlagTables(workbook);
        cohorts = new FirstMatch(new Grid(workbook, "Cohorts"), "Cohort");
        playbooks = new PlaybookTable(workbook, contract);
        escalations = new EscalationTable(workbook);
    }

    /** What the tables decided beyond what the assessment holds. */
    record Outcome(List<Contribution> contributions, List<Recommendation> playbooks, List<Escalation> escalations) {
        static final Outcome NONE = new Outcome(List.of(), List.of(), List.of());
    }

    private Grid.@Nullable Line setting(String name) {
        return settings.lines().stream()
                .filter(line -> Words.same(line.text("Setting"), name))
                .findFirst()
                .orElse(null);
    }

    @Nullable String segment() {
        Grid.Line segment = setting("Segment");
        return segment == null ? null : segment.text("Value");
    }

    List<String> dimensions() {
        return weighing.dimensions();
    }

    Map<Field, Integer> maxAges() {
        return indicators.maxAges();
    }

    /** From observations to the values that conditions see. */
    void process(Assessment at) {
        indicators.process(at);
    }

    /** From processed values to scores, caps and all; what bands and contributions need besides. */
    private record Scored(List<Capping.Match> caps, Map<String, List<Contribution>> contributions) {}

    private Scored score(Assessment at, Vocabulary words) {
        Map<String, List<Contribution>> contributions = weighing.weigh(at, words, indicators.score(at, words));
        List<Capping.Match> caps = capping.matches(Capping.scores(dimensions()), words);
        capping.apply(caps, at, contributions);
        return new Scored(caps, contributions);
    }

    /** Only as far as scores. */
    void scoreOnly(Assessment at, Vocabulary words) {
        score(at, words);
    }

    /** All that comes after {@link #process}. */
    Outcome decide(Assessment at, Vocabulary words) {
        List<String> scores = Capping.scores(dimensions());
        Scored scored = score(at, words);
        at.confidence = banding.confidence(at.coverage.getOrDefault(scores.get(0), BigDecimal.ZERO));
        banding.band(scores, scored.caps(), at, words);
        calibrating.calibrate(at);
        flags.raise(at, words);
        at.cohort = cohorts.decide(at, words);
        List<Contribution> inOrder = new ArrayList<>();
        scores.forEach(score -> inOrder.addAll(scored.contributions().getOrDefault(score, List.of())));
        List<Recommendation> recommended = playbooks.recommend(at, words);
        return new Outcome(inOrder, recommended, escalations.escalate(scores, at, words));
    }
}
