package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a record need not say of the scores of a segment.
 *
 * @param dimensions in the order of Overall
 * @param probabilities names of those that a decision tells, in its order
 */
record SegmentForm(List<Dimension> dimensions, List<String> probabilities) {

    SegmentForm {
        dimensions = List.copyOf(dimensions);
        probabilities = List.copyOf(probabilities);
    }

    /** @param weight in Overall, as it is when no row of Context changes it */
    record Dimension(String name, BigDecimal weight, List<Weighed> indicators) {

        Dimension {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * @param field number of the indicator's field
     * @param weight as it is when no row of Context changes it
     */
    record Weighed(int field, String name, BigDecimal weight) {}

    /** Overall, then the dimensions. */
    List<String> scores() {
        return Stream.concat(
                        Stream.of(io.barograph.engine.decision.Decision.OVERALL),
                        dimensions.stream().map(Dimension::name))
                .toList();
    }
}
