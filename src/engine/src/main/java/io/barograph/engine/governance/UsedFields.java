package io.barograph.engine.governance;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Term;
import io.barograph.engine.ruleset.GuardrailCompiler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields of the contract a model's rows and rule files read, and where. Tests only try it out, so they do not count. */
public final class UsedFields {

    private static final String ARR = "arr";
    private static final String RENEWAL_DATE = "renewal_date";

    private final Contract contract;
    private final Map<String, SortedSet<String>> places = new LinkedHashMap<>();

    private UsedFields(Contract contract) {
        this.contract = contract;
    }

    public static UsedFields of(Model model) {
        UsedFields used = new UsedFields(model.contract());
        model.rows().stream().filter(row -> !(row instanceof Row.TestRow)).forEach(used::row);
        for (Map.Entry<String, Set<String>> rule :
                GuardrailCompiler.fieldsRead(model.ruleFiles()).entrySet()) {
            rule.getValue().forEach(name -> used.add(used.contract.find(name), "rule " + rule.getKey()));
        }
        return used;
    }

    /** Names, in the order of the contract. */
    public Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>();
        contract.fields().stream().map(Field::name).filter(places::containsKey).forEach(names::add);
        return names;
    }

    /** Cells and rules that read a field, sorted; none when nothing does. */
    public SortedSet<String> places(Field field) {
        return Collections.unmodifiableSortedSet(places.getOrDefault(field.name(), new TreeSet<>()));
    }

    private void row(Row row) {
        String place = row.head().cell().toString();
        for (Clause clause : row.head().clauses()) {
            term(clause.term(), clause.cell().toString());
        }
        Sentence because = row.head().because();
        if (because != null) {
            for (Sentence.Part part : because.parts()) {
                if (part instanceof Sentence.Part.Blank blank) {
                    term(blank.term(), place);
                }
            }
        }
        if (row instanceof Row.ScoringRow scoring) {
            term(scoring.term(), place);
        } else if (row instanceof Row.IndicatorRow indicator) {
            term(indicator.term(), place);
        } else if (row instanceof Row.WeightRow weight) {
            add(weight.indicator(), place);
        } else if (row instanceof Row.ContextRow context) {
            add(context.indicator(), place);
        } else if (row instanceof Row.TrendRow trend) {
            term(trend.change(), place);
        } else if (row instanceof Row.PlaybookRow playbook && playbook.worth().ratePercent() != null) {
            add(contract.named(ARR), place);
        }
    }

    private void term(Term term, String place) {
        add(term.field(), place);
        if (term.kind() == Term.Kind.DAYS_TO_RENEWAL) {
            add(contract.named(RENEWAL_DATE), place);
        } else if (term.kind() == Term.Kind.ARR_AT_RISK) {
            add(contract.named(ARR), place);
        }
    }

    private void add(@Nullable Field field, String place) {
        if (field != null) {
            places.computeIfAbsent(field.name(), any -> new TreeSet<>()).add(place);
        }
    }
}
