package io.barograph.service.export;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.Disclosure;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The keys of sealed values, for whoever may see them. */
@Component
class ExportedKeys {

    private final AccountKeys keys;
    private final Disclosure disclosure;

    ExportedKeys(AccountKeys keys, Disclosure disclosure) {
        this.keys = keys;
        this.disclosure = disclosure;
    }

    void requireRight() {
        if (!disclosure.allowed()) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "`keys=true` asks for what opens sealed values, and you may not see them; leave it out");
        }
    }

    Optional<ExportLine.AccountKey> find(String keyId) {
        return keys.known(keyId)
                .map(known -> new ExportLine.AccountKey(
                        known.key().id(), known.accountId(), known.key().bytes()));
    }
}
