package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Contribution;
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
    private final PlaybookTable playbooks;

    SegmentBook(Workbook workbook, Contract contract) {
        settings = new Grid(workbook, "Model");
        indicators = new IndicatorTables(workbook, contract);
        weighing = new Weighing(workbook, contract);
        capping = new Capping(workbook);
        Grid.Line minimum = setting("Minimum coverage %");
        BigDecimal minimumCoverage = minimum == null ? null : minimum.percent("Value");
        banding = new Banding(workbook, minimumCoverage == null ? BigDecimal.ZERO : minimumCoverage);
        playbooks = new PlaybookTable(workbook);
    }

    /** What the tables decided beyond what the assessment holds. */
    record Outcome(List<Contribution> contributions, List<Recommendation> playbooks) {}

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

    Map<String, Integer> maxAges() {
        return indicators.maxAges();
    }

    Outcome decide(Assessment at, Vocabulary words) {
        List<String> scores = Capping.scores(dimensions());
        indicators.process(at);
        Map<String, List<Contribution>> contributions = weighing.weigh(at, words, indicators.score(at, words));
        List<Capping.Match> caps = capping.matches(scores, words);
        capping.apply(caps, at, contributions);
        at.confidence = banding.confidence(at.coverage.getOrDefault(scores.get(0), BigDecimal.ZERO));
        banding.band(scores, caps, at, words);
        List<Contribution> inOrder = new ArrayList<>();
        scores.forEach(score -> inOrder.addAll(contributions.getOrDefault(score, List.of())));
        return new Outcome(inOrder, playbooks.recommend(at, words));
    }
}
