package io.barograph.engine.export;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.workbook.RuleTableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A model's rows as native rule tables: one workbook a table and segment, a rule a row. */
final class NativeTables {

    static final String STAGE = "$s : Stage";

    private final Model model;
    private final String ruleSet;
    private final String folder;
    private final List<ExportedFile> files = new ArrayList<>();
    private final Slugs slugs = new Slugs("segment");

    private NativeTables(Model model, String ruleSet, String folder) {
        this.model = model;
        this.ruleSet = ruleSet;
        this.folder = folder;
    }

    /**
     * @param ruleSet package of the rules
     * @param folder where the workbooks are to stand, with a slash at the end
     */
    static List<ExportedFile> of(Model model, String ruleSet, String folder) {
        NativeTables tables = new NativeTables(model, ruleSet, folder);
        tables.shared();
        for (SegmentModel segment : model.segmentModels()) {
            tables.segment(segment);
        }
        return tables.files;
    }

    private void shared() {
        RuleTableDraft segments = draft(Table.SEGMENTS.sheet(), STAGE);
        for (Row.SegmentRow row : model.segments()) {
            firstMatch(segments, Table.SEGMENTS, row)
                    .when(row.head())
                    .then(assign("segment"), "Segment", CellCode.of(row.segment()));
        }
        add("segments", segments);
        RuleTableDraft tiers = draft(Table.ACCOUNT_TIERS.sheet(), STAGE);
        for (Row.TierRow row : model.tiers()) {
            firstMatch(tiers, Table.ACCOUNT_TIERS, row)
                    .when(row.head())
                    .then(assign("tier"), "Tier", CellCode.of(row.tier()));
        }
        add("account-tiers", tiers);
        add("indicators", contract());
        add("changes", changes());
    }

    private static RuleTableDraft.RowDraft firstMatch(RuleTableDraft draft, Table table, Row row) {
        return draft.row(row.head()).always("table == \"$param\", answered == false", "Table", table.sheet());
    }

    /** The first row that fires answers, which takes the other rows of the table off the agenda. */
    static String assign(String what) {
        return "assign($s, drools.getRule().getName(), \"" + what
                + "\", \"$param\"); modify($s) { setAnswered(true) };";
    }

    /** The indicators that are scored or weighed anywhere, and their categories. */
    private RuleTableDraft contract() {
        RuleTableDraft draft = draft("Indicators of the contract", STAGE);
        Set<String> used = NativeInputs.measured(model);
        for (Field field : model.contract().fields()) {
            if (used.contains(field.name())) {
                draft.row("indicator " + CellCode.of(field.name()), "")
                        .always("table == \"$param\"", "Table", "Settings")
                        .then(
                                "String indicator = text(\"$param\"); category($s, indicator, \"\");",
                                "Indicator",
                                CellCode.of(field.name()))
                        .then(
                                "category($s, indicator, text(\"$param\"));",
                                "Category",
                                field.category() == null ? null : CellCode.of(field.category()));
            }
        }
        return draft;
    }

    private RuleTableDraft changes() {
        RuleTableDraft draft = draft("Changes in scores", STAGE);
        for (Term term : model.terms()) {
            if (term.kind() == Term.Kind.CHANGE_IN_SCORE && term.score() != null) {
                draft.row("change " + CellCode.of(term.key()), "")
                        .always("table == \"$param\"", "Table", "Changes")
                        .then(
                                "change($s, \"$1\", \"$2\", \"$3\", \"$4\");",
                                "Change, score now, score then, in percent",
                                String.join(
                                        ", ",
                                        CellCode.of(term.key()),
                                        CellCode.of(NativeInputs.scoreName(term.score())),
                                        CellCode.of(NativeInputs.before(term)),
                                        Boolean.toString(term.percent())));
            }
        }
        return draft;
    }

    private void segment(SegmentModel segment) {
        String slug = slugs.of(segment.file().replaceFirst("(?i)[.]xlsx$", ""));
        SettingsTables settings = new SettingsTables(ruleSet, segment);
        add(slug + "-model", settings.model());
        add(slug + "-weights", settings.weights());
        add(slug + "-overall", settings.overall());
        add(slug + "-calibration", settings.calibration());
        MeasureTables measures = new MeasureTables(ruleSet, segment);
        add(slug + "-if-missing", measures.indicators());
        add(slug + "-scoring", measures.scoring());
        add(slug + "-context", measures.context());
        BandTables bands = new BandTables(ruleSet, segment);
        add(slug + "-caps", bands.caps());
        add(slug + "-thresholds", bands.thresholds());
        ActionTables actions = new ActionTables(ruleSet, segment);
        add(slug + "-trends", actions.trends());
        add(slug + "-signals", actions.signals());
        add(slug + "-cohorts", actions.cohorts());
        add(slug + "-playbooks", actions.playbooks());
        add(slug + "-escalations", actions.escalations());
    }

    private RuleTableDraft draft(String name, String pattern) {
        return new RuleTableDraft(ruleSet, name, pattern);
    }

    private void add(String name, RuleTableDraft draft) {
        if (!draft.isEmpty()) {
            files.add(new ExportedFile(folder + name + ".drl.xlsx", RuleTableWriter.write(draft.plan())));
        }
    }
}
