package io.barograph.engine.ruleset;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.fact.AccountFact;
import io.barograph.engine.ruleset.fact.AdvisedAccount;
import io.barograph.engine.ruleset.fact.BandedAccount;
import io.barograph.engine.ruleset.fact.CappedAccount;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.FlaggedAccount;
import io.barograph.engine.ruleset.fact.GroupedAccount;
import io.barograph.engine.ruleset.fact.GuardrailFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.MeasuredAccount;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoredAccount;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ScreenedAccount;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendedAccount;
import io.barograph.engine.ruleset.fact.TrendsFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pipeline's rules in plain Java over the same rows and predicates: for questions of the kind <em>what if</em>, where one account is
 * decided many times and a session costs more than it narrows. Knows no guardrails. Immutable; for any number of threads.
 */
public final class PlainMatcher implements Matcher {

    private final Map<String, Map<Table, List<RowFact>>> rows = new HashMap<>();

    /** Arranges a model's rows by workbook and table. */
    public PlainMatcher(Model model) {
        for (RowFact row : Ruleset.rows(model)) {
            rows.computeIfAbsent(row.getSegment(), any -> new EnumMap<>(Table.class))
                    .computeIfAbsent(row.head().table(), any -> new ArrayList<>())
                    .add(row);
        }
    }

    @Override
    public void fire(Collection<? extends AccountFact> accounts) {
        accounts.forEach(this::fire);
    }

    @Override
    public void review(Collection<? extends GuardrailFact> facts) {}

    /** Rows of a table in a segment's workbook, or of {@code segments.xlsx}, in sheet order. */
    public List<RowFact> rows(String segment, Table table) {
        return rows.getOrDefault(segment, Map.of()).getOrDefault(table, List.of());
    }

    private void fire(AccountFact account) {
        if (account instanceof ScreenedAccount) {
            first(account, Table.SEGMENTS);
            first(account, Table.ACCOUNT_TIERS);
        } else if (account instanceof MeasuredAccount) {
            all(account, Table.INDICATORS, row -> ((IndicatorsFact) row).standsInFor(account));
            all(account, Table.SCORING, row -> ((ScoringFact) row).scores(account));
            all(account, Table.CONTEXT, row -> row.admits(account));
        } else if (account instanceof ScoredAccount) {
            all(account, Table.CAPS, row -> row.admits(account));
        } else if (account instanceof CappedAccount capped) {
            Set<String> banded = new HashSet<>();
            all(
                    account,
                    Table.THRESHOLDS,
                    row -> ((ThresholdsFact) row).reachedBy(capped) && banded.add(((ThresholdsFact) row).getTarget()));
        } else if (account instanceof BandedAccount) {
            all(account, Table.TRENDS, row -> ((TrendsFact) row).moved(account));
        } else if (account instanceof TrendedAccount) {
            all(account, Table.SIGNALS, row -> row.admits(account));
        } else if (account instanceof FlaggedAccount) {
            first(account, Table.COHORTS);
        } else if (account instanceof GroupedAccount) {
            all(account, Table.PLAYBOOKS, row -> row.admits(account));
        } else if (account instanceof AdvisedAccount advised) {
            all(account, Table.ESCALATIONS, row -> ((EscalationsFact) row).calls(advised));
        }
    }

    private void first(AccountFact account, Table table) {
        for (RowFact row : rows(account.getSegment(), table)) {
            if (row.admits(account)) {
                account.fire(row);
                return;
            }
        }
    }

    private void all(AccountFact account, Table table, Predicate<RowFact> matches) {
        for (RowFact row : rows(account.getSegment(), table)) {
            if (matches.test(row)) {
                account.fire(row);
            }
        }
    }
}
