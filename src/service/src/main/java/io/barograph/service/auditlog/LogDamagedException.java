package io.barograph.service.auditlog;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;

/** What is stored is not what was signed; the message says which record or range. Nothing is added to such a log. */
public final class LogDamagedException extends Problem {

    LogDamagedException(String damage) {
        super(ProblemType.LOG_DAMAGED, damage);
    }

    /** That records are gone, in words. */
    static String gone(long from, long to) {
        return from == to - 1 ? "record " + from + " is gone" : "records " + from + " to " + (to - 1) + " are gone";
    }
}
