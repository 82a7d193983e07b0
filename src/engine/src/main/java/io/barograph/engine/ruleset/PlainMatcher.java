package io.barograph.engine.ruleset;

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
import io.barograph.engine.ruleset.fact.ScreenedAccount;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.ruleset.fact.TrendedAccount;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The pipeline's rules in plain Java over the same rows and predicates: for questions of the kind <em>what if</em>, where one account is
 * decided many times and a session costs more than it narrows. Knows no guardrails. Immutable; for any number of threads.
 */
public final class PlainMatcher implements Matcher {

    private final ModelRows rows;

    public PlainMatcher(ModelRows rows) {
        this.rows = rows;
    }

    @Override
    public void fire(Collection<? extends AccountFact> accounts) {
        accounts.forEach(this::fire);
    }

    @Override
    public void review(Collection<? extends GuardrailFact> facts) {}

    private void fire(AccountFact account) {
        if (account instanceof ScreenedAccount) {
            first(account, Table.SEGMENTS);
            first(account, Table.ACCOUNT_TIERS);
        } else if (account instanceof MeasuredAccount) {
            all(account, Table.INDICATORS, row -> ((IndicatorsFact) row).standsInFor(account));
            all(account, Table.SCORING, row -> row.admits(account));
            all(account, Table.CONTEXT, row -> row.admits(account));
        } else if (account instanceof ScoredAccount) {
            all(account, Table.CAPS, row -> row.admits(account));
        } else if (account instanceof CappedAccount capped) {
            thresholds(capped);
        } else if (account instanceof BandedAccount) {
            all(account, Table.TRENDS, row -> row.admits(account));
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
        RowFact first = null;
        for (int number : account.near(table)) {
            RowFact row = rows.row(number);
            if ((first == null || row.precedes(first)) && row.admits(account)) {
                first = row;
            }
        }
        if (first != null) {
            account.fire(first);
        }
    }

    /** First for each score. */
    private void thresholds(CappedAccount account) {
        int[] near = account.near(Table.THRESHOLDS);
        for (int number : near) {
            ThresholdsFact row = (ThresholdsFact) rows.row(number);
            if (row.reachedBy(account) && !isPreceded(row, account, near)) {
                account.fire(row);
            }
        }
    }

    private boolean isPreceded(ThresholdsFact row, CappedAccount account, int[] near) {
        for (int number : near) {
            ThresholdsFact other = (ThresholdsFact) rows.row(number);
            if (other.outranks(row) && other.reachedBy(account)) {
                return true;
            }
        }
        return false;
    }

    private void all(AccountFact account, Table table, Predicate<RowFact> matches) {
        for (int number : account.near(table)) {
            RowFact row = rows.row(number);
            if (matches.test(row)) {
                account.fire(row);
            }
        }
    }
}
