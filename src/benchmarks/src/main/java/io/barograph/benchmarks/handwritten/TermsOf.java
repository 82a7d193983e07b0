package io.barograph.benchmarks.handwritten;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a row asks for or tells. */
final class TermsOf {

    private TermsOf() {}

    static Set<Term> row(Row row) {
        Set<Term> terms = new LinkedHashSet<>();
        Vocabulary.asked(row).forEach(asked -> terms.add(asked.term()));
        Sentence because = row.head().because();
        if (because != null) {
            for (Sentence.Part part : because.parts()) {
                if (part instanceof Sentence.Part.Blank blank) {
                    terms.add(blank.term());
                }
            }
        }
        return terms;
    }
}
