package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of Tests that says what is known about the account. */
sealed interface Example {

    /** What headers begin with that say what must come of it. */
    String EXPECT = "Expect:";

    Column<?> column();

    /** What it is about; no two columns are about the same. */
    Object subject();

    /** An attribute or an indicator. */
    record OfField(Column<?> column, Field field) implements Example {
        @Override
        public Object subject() {
            return field;
        }
    }

    /** A score, or its band, of the day before. */
    record OfPrevious(Column<?> column, Term term, String score) implements Example {
        @Override
        public Object subject() {
            return term;
        }
    }

    /** What a header gives; null when it names nothing that an account can bring along. */
    static @Nullable Example of(String header, Scope scope) {
        Field field = scope.vocabulary().field(header);
        if (field != null) {
            return new OfField(Column.condition(header, Cells.field(field)), field);
        }
        if (!(scope.find(header) instanceof Named.Value value) || value.term().score() == null) {
            return null;
        }
        Column<?> column = switch (value.term().kind()) {
            case PREVIOUS_SCORE -> Column.condition(header, Cells.points());
            case PREVIOUS_BAND -> Column.condition(header, bands(value.domain()));
            default -> null;
        };
        return column == null
                ? null
                : new OfPrevious(column, value.term(), value.term().score());
    }

    /** Any name while no band is known at all. */
    private static CellReader<String> bands(Domain domain) {
        return domain.allowed().isEmpty() ? Cells.name() : Cells.oneOf(domain.allowed());
    }

    /** The name behind {@code Expect:}; null when a header does not begin so. */
    static @Nullable String expected(String header) {
        return Names.fold(header).startsWith(EXPECT.toLowerCase(Locale.ROOT))
                ? header.substring(EXPECT.length()).strip()
                : null;
    }
}
