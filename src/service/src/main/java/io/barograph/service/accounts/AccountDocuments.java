package io.barograph.service.accounts;

import org.springframework.stereotype.Component;

/** Puts together what is known of an account. */
@Component
class AccountDocuments {

    AccountDocument of(AccountRow row) {
        throw new UnsupportedOperationException(row.toString());
    }
}
