package io.barograph.engine.ruleset;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountTiersFact;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.CellRanks;
import io.barograph.engine.ruleset.fact.Cells;
import io.barograph.engine.ruleset.fact.CohortsFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.RowIndex;
import io.barograph.engine.ruleset.fact.ScoreOrder;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.SegmentsFact;
import io.barograph.engine.ruleset.fact.SignalsFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendsFact;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Every row of a model that can fire, numbered and indexed. Immutable; the same for every model of one digest. */
public final class ModelRows {

    private final CellRanks ranks;
    private final List<RowFact> rows = new ArrayList<>();
    private final Map<String, Map<Table, RowIndex>> indexes = new HashMap<>();

    /** Numbers a model's rows: in table order, then sheet order within a workbook. */
    public ModelRows(Model model) {
        this.ranks = new CellRanks(model, new Cells(model));
        add(RowFact.EVERY_SEGMENT, Table.SEGMENTS, model.segments(), SegmentsFact::new);
        add(RowFact.EVERY_SEGMENT, Table.ACCOUNT_TIERS, model.tiers(), AccountTiersFact::new);
        model.segmentModels().forEach(this::add);
    }

    private void add(SegmentModel segment) {
        String key = Names.fold(segment.segment());
        ScoreOrder scores = new ScoreOrder(segment);
        add(key, Table.INDICATORS, segment.indicators(), IndicatorsFact::new);
        add(key, Table.SCORING, segment.scoring(), ScoringFact::new);
        add(key, Table.CONTEXT, segment.context(), ContextFact::new);
        add(key, Table.CAPS, segment.caps(), (at, row) -> new CapsFact(at, row, scores.of(row.score())));
        add(
                key,
                Table.THRESHOLDS,
                segment.thresholds(),
                (at, row) -> new ThresholdsFact(at, row, scores.of(row.score())));
        add(key, Table.TRENDS, segment.trends(), TrendsFact::new);
        add(key, Table.SIGNALS, segment.signals(), SignalsFact::new);
        add(key, Table.COHORTS, segment.cohorts(), CohortsFact::new);
        add(key, Table.PLAYBOOKS, segment.playbooks(), PlaybooksFact::new);
        add(
                key,
                Table.ESCALATIONS,
                segment.escalations(),
                (at, row) -> new EscalationsFact(at, row, scores.of(row.score())));
    }

    private <R extends Row> void add(
            String segment, Table table, List<R> from, BiFunction<RowFact.Place, R, RowFact> fact) {
        int first = rows.size();
        from.forEach(row -> rows.add(fact.apply(new RowFact.Place(rows.size(), segment, ranks), row)));
        List<RowFact> firing = rows.subList(first, rows.size()).stream()
                .filter(row -> !(row instanceof IndicatorsFact indicator) || indicator.canFire())
                .toList();
        indexes.computeIfAbsent(segment, any -> new EnumMap<>(Table.class)).put(table, RowIndex.of(table, firing));
    }

    /** By number. */
    public List<RowFact> all() {
        return rows;
    }

    public RowFact row(int number) {
        return rows.get(number);
    }

    public CellRanks ranks() {
        return ranks;
    }

    /**
     * The rows of a table of a workbook.
     *
     * @param segment folded; {@link RowFact#EVERY_SEGMENT} for {@code segments.xlsx}
     */
    public RowIndex index(String segment, Table table) {
        RowIndex index = indexes.getOrDefault(segment, Map.of()).get(table);
        return index == null ? RowIndex.of(table, List.of()) : index;
    }
}
