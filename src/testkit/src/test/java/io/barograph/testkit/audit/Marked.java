package io.barograph.testkit.audit;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Model;
import java.util.function.Predicate;

/** Models whose contract marks other fields as sensitive; they decide as before. */
final class Marked {

    private Marked() {}

    static Model as(Model model, Predicate<Field> sensitive) {
        Contract contract = model.contract();
        Contract marked = new Contract(
                contract.version(),
                contract.fields().stream()
                        .map(field -> marked(field, sensitive.test(field)))
                        .toList(),
                contract.accountIdNames());
        return new Model(
                model.name(),
                model.digest(),
                marked,
                model.terms(),
                model.segments(),
                model.tiers(),
                model.segmentModels(),
                model.ruleFiles());
    }

    private static Field marked(Field field, boolean sensitive) {
        return new Field(
                field.role(),
                field.name(),
                field.label(),
                field.physicalName(),
                field.type(),
                field.minimum(),
                field.maximum(),
                field.allowedValues(),
                field.category(),
                field.unit(),
                field.direction(),
                field.freshnessDays(),
                field.usableInScoring(),
                sensitive,
                field.description(),
                field.origin());
    }
}
