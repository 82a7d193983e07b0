package io.barograph.engine.workbook;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The shipped workbook as another honest program, or a person, would have written it.
 *
 * @param name what is different
 * @param content its bytes, made when asked for
 */
record MessyWorkbook(String name, Supplier<byte[]> content) {

    static Stream<MessyWorkbook> all() {
        return Stream.of(MessyPackages.all(), MessyMarkup.all(), MessyCells.all())
                .flatMap(cases -> cases);
    }

    static MessyWorkbook messy(String name, UnaryOperator<XlsxParts> change) {
        return new MessyWorkbook(name, () -> change.apply(ShippedModel.parts()).bytes());
    }

    @Override
    public String toString() {
        return name;
    }
}
