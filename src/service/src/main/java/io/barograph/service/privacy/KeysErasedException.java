package io.barograph.service.privacy;

import org.springframework.dao.ConcurrencyFailureException;

/** A key was erased after it had been used and before the record it sealed was kept; decided again, it gets a new one. */
public final class KeysErasedException extends ConcurrencyFailureException {

    KeysErasedException() {
        super("the account was erased while it was being decided");
    }
}
