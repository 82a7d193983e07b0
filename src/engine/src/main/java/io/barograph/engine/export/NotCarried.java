package io.barograph.engine.export;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something of a model that the native form cannot carry.
 *
 * @param what a few words
 * @param reason one sentence, with what to do instead
 */
public record NotCarried(String what, String reason) {

    private static final List<NotCarried> ALWAYS = List.of(
            new NotCarried(
                    "screening by the data contract",
                    "types, ranges and allowed values are looked at before rules run; send usable values only"),
            new NotCarried(
                    "history",
                    "rules see one moment; changes over days, previous scores and bands, days in a band and last runs are"
                            + " inputs, computed by whoever keeps the history"),
            new NotCarried(
                    "contributions, changes and the texts of Because with values filled in",
                    "they explain a decision and do not make it; fired Rule IDs are carried, Because stands beside each"
                            + " rule"),
            new NotCarried(
                    "issues and failures of single rules",
                    "stock Drools throws; a caller decides what becomes of the account"));

    static List<NotCarried> of(Model model) {
        List<NotCarried> all = new ArrayList<>(ALWAYS);
        if (anyIndicator(model, row -> row.halfLifeDays() != null)) {
            all.add(new NotCarried(
                    "smoothing by half-life", "it needs all readings of an indicator; send the smoothed value"));
        }
        if (anyIndicator(model, row -> row.maxAgeDays() != null)) {
            all.add(new NotCarried("maximum age", "it needs the dates of readings; leave out what is too old"));
        }
        if (anyIndicator(model, row -> row.campaignDiscountPercent() != null)) {
            all.add(new NotCarried(
                    "campaign discounts", "they need the campaign share of each reading; send the reduced value"));
        }
        if (model.segmentModels().stream().anyMatch(segment -> !segment.tests().isEmpty())) {
            all.add(new NotCarried("Tests", "they try the model and decide nothing; `check` runs them"));
        }
        if (!model.ruleFiles().isEmpty()) {
            all.add(new NotCarried(
                    "guardrails (" + String.join(", ", names(model)) + ")",
                    "they are code against classes of Barograph; without them a decision may differ where one would have"
                            + " fired"));
        }
        return List.copyOf(all);
    }

    private static boolean anyIndicator(Model model, Predicate<Row.IndicatorRow> says) {
        return model.segmentModels().stream()
                .map(SegmentModel::indicators)
                .flatMap(List::stream)
                .anyMatch(says);
    }

    private static List<String> names(Model model) {
        return model.ruleFiles().stream().map(file -> file.name()).toList();
    }
}
