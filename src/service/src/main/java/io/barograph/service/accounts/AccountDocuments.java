package io.barograph.service.accounts;

import io.barograph.engine.exchange.Explain;
import io.barograph.service.decisions.DecisionStore;
import io.barograph.service.decisions.StoredDecision;
import io.barograph.service.decisions.ToldDecision;
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

    AccountDocuments(DecisionStore store, Accounts accounts, Disclosure disclosure) {
        this.store = store;
        this.accounts = accounts;
        this.disclosure = disclosure;
    }

    AccountDocument of(AccountRow row) {
        StoredDecision kept = store.find(row.decisionId()).orElseThrow();
        ToldDecision latest = kept.with(disclosure.tell(kept.bytes()));
        return new AccountDocument(
                row.accountId(),
                row.asOf(),
                latest.read().snapshot().attributes(),
                accounts.flags(row.accountId()),
                new String(latest.json(Explain.SUMMARY), StandardCharsets.UTF_8),
                UriComponentsBuilder.fromPath("/api/v1/accounts/{id}/timeline")
                        .encode()
                        .buildAndExpand(row.accountId())
                        .toUriString());
    }
}
