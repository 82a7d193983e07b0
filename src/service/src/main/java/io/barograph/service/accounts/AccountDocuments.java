package io.barograph.service.accounts;

import io.barograph.engine.exchange.Explain;
import io.barograph.service.decisions.DecisionStore;
import io.barograph.service.decisions.OverrideLookup;
import io.barograph.service.decisions.StoredDecision;
import io.barograph.service.decisions.ToldDecision;
import io.barograph.service.overrides.ShownOverrides;
import io.barograph.service.privacy.Disclosure;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts together what is known of an account. */
@Component
class AccountDocuments {

    private final DecisionStore store;
    private final Accounts accounts;
    private final Disclosure disclosure;
    private final OverrideLookup lookup;
    private final ShownOverrides overrides;

    AccountDocuments(
            DecisionStore store,
            Accounts accounts,
            Disclosure disclosure,
            OverrideLookup lookup,
            ShownOverrides overrides) {
        this.store = store;
        this.accounts = accounts;
        this.disclosure = disclosure;
        this.lookup = lookup;
        this.overrides = overrides;
    }

    AccountDocument of(AccountRow row) {
        StoredDecision kept = store.find(row.decisionId()).orElseThrow();
        ToldDecision latest = kept.with(disclosure.tell(kept.bytes()), lookup.kept(row.accountId(), kept.decidedAt()));
        return new AccountDocument(
                row.accountId(),
                row.asOf(),
                latest.read().snapshot().attributes(),
                accounts.flags(row.accountId()),
                overrides.of(row.accountId(), latest.read().decision().bands()).orElse(null),
                new String(latest.json(Explain.SUMMARY), StandardCharsets.UTF_8),
                address("/api/v1/accounts/{id}/timeline", row),
                address("/api/v1/accounts/{id}/overrides", row));
    }

    private static String address(String path, AccountRow row) {
        return UriComponentsBuilder.fromPath(path)
                .encode()
                .buildAndExpand(row.accountId())
                .toUriString();
    }
}
