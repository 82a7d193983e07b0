package io.barograph.engine.model.parse;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import org.jspecify.annotations.Nullable;

/** What a header or a placeholder turned out to name. */
sealed interface Named {

    /** A value that conditions may test. */
    record Value(Term term, Domain domain) implements Named {}

    /** {@code Overall crosses below} or {@code above}: a bound that lies between the previous and the new score. */
    record Crossing(Term previous, Term now, boolean below) implements Named {}

    /** Exists, but only from a later table on. */
    record NotYet(String name, Table from) implements Named {}

    /** @param suggestion the closest name; null when none is close */
    record Unknown(@Nullable String suggestion) implements Named {}
}
