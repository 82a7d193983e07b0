package io.barograph.engine.ruleset;

import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.ConsequenceException;

/** A rule could not be evaluated; the message names it and says why, for people. */
public final class RuleFailure extends RuntimeException {

    private final String reason;

    private RuleFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Which rule failed and why, for people. */
    public String reason() {
        return reason;
    }

    static RuleFailure of(RuntimeException failure) {
        String rule = failure instanceof ConsequenceException consequence
                ? "rule `" + consequence.getMatch().getRule().getName() + "` failed"
                : "a rule failed";
        String reason = complaint(failure);
        return new RuleFailure(reason == null ? rule : rule + ": " + reason, failure);
    }

    /** Rules complain with IllegalArgumentException and a sentence; what else goes wrong is nobody's reading. */
    private static @Nullable String complaint(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return cause.getMessage();
            }
            if (cause instanceof ArithmeticException) {
                return "a number is out of range";
            }
        }
        return null;
    }
}
