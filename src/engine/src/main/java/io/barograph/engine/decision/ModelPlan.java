package io.barograph.engine.decision;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.ruleset.ModelRows;
import io.barograph.engine.ruleset.fact.PlaybooksFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.RowIndex;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A model arranged for deciding; made once a model. For any number of threads. */
final class ModelPlan {

    /** Texts of accounts are folded once, as long as they are so few. */
    private static final int REMEMBERED = 4_096;

    private final Model model;
    private final ModelRows rows;
    private final Fields fields;
    private final VocabularyValues vocabulary;
    private final RowIndex[] placing;
    private final List<SegmentPlan> segments = new ArrayList<>();
    private final Map<String, SegmentPlan> plans = new HashMap<>();
    private final @Nullable ScoreCurve[] curves;
    private final Bands.@Nullable Band[] bands;
    private final @Nullable PlaybookRivals[] rivals;
    private final Map<String, TextValue> texts = new ConcurrentHashMap<>();

    ModelPlan(Model model, ModelRows rows) {
        this.model = model;
        this.rows = rows;
        this.fields = new Fields(model);
        this.placing = new RowIndex[] {
            rows.index(RowFact.EVERY_SEGMENT, Table.SEGMENTS), rows.index(RowFact.EVERY_SEGMENT, Table.ACCOUNT_TIERS)
        };
        this.vocabulary = new VocabularyValues(this);
        this.curves = new @Nullable ScoreCurve[rows.all().size()];
        this.bands = new Bands.@Nullable Band[curves.length];
        this.rivals = new @Nullable PlaybookRivals[curves.length];
        for (RowFact row : rows.all()) {
            if (row instanceof ScoringFact scoring) {
                int field = fields.of(VocabularyValues.field(scoring.row().term()));
                curves[row.number()] = new ScoreCurve(scoring.row(), field);
            } else if (row instanceof ThresholdsFact threshold) {
                bands[row.number()] = Bands.Band.of(threshold.row());
            } else if (row instanceof PlaybooksFact playbook) {
                rivals[row.number()] = new PlaybookRivals(playbook.row());
            }
        }
        for (SegmentModel segment : model.segmentModels()) {
            SegmentPlan plan = new SegmentPlan(segment, fields, rows);
            plans.put(segment.segment(), plan);
            plans.put(plan.key(), plan);
            segments.add(plan);
        }
    }

    Model model() {
        return model;
    }

    ModelRows rows() {
        return rows;
    }

    Fields fields() {
        return fields;
    }

    VocabularyValues vocabulary() {
        return vocabulary;
    }

    /** Segments and Account tiers; not to be changed. */
    RowIndex[] placing() {
        return placing;
    }

    /** Every segment's workbook, by file name. */
    List<SegmentPlan> segments() {
        return segments;
    }

    /** The workbook of a segment; null when it has none. */
    @Nullable SegmentPlan segment(String name) {
        SegmentPlan plan = plans.get(name);
        return plan == null ? plans.get(Names.fold(name)) : plan;
    }

    /** What a Scoring row gives to a value. */
    ScoreCurve curve(ScoringFact row) {
        return of(row, curves[row.number()]);
    }

    /** The band that a Thresholds row gives. */
    Bands.Band band(ThresholdsFact row) {
        return of(row, bands[row.number()]);
    }

    /** Which playbooks a Playbooks row suppresses. */
    PlaybookRivals rivals(PlaybooksFact row) {
        return of(row, rivals[row.number()]);
    }

    private static <T> T of(RowFact row, @Nullable T planned) {
        if (planned == null) {
            throw new IllegalStateException("row " + row + " is of another model");
        }
        return planned;
    }

    /** A text with the form it is compared in. */
    TextValue text(String text) {
        TextValue known = texts.get(text);
        if (known == null) {
            known = TextValue.of(text);
            if (texts.size() < REMEMBERED) {
                texts.put(text, known);
            }
        }
        return known;
    }
}
