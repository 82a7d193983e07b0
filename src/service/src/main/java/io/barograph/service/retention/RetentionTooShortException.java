package io.barograph.service.retention;

import java.time.Period;

/** Records should go before the age below which none may go. */
final class RetentionTooShortException extends RuntimeException {

    RetentionTooShortException(Period after, Period minimum) {
        super("`barograph.retention.after` is " + after + ", but records are kept for " + minimum
                + " at least (`barograph.retention.minimum`)");
    }
}
