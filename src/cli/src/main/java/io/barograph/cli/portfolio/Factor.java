package io.barograph.cli.portfolio;

/**
 * What moves an account beneath its readings, each from 0 (at its worst) to 1. No model sees these; readings and
 * outcomes both follow from them.
 *
 * @see Behaviour
 */
enum Factor {
    USAGE,
    RELATIONSHIP,
    CHAMPION,
    SUPPORT,
    VALUE,
    /** 1 when nothing is overdue, 0 when an invoice is {@value #WORST_DAYS_PAST_DUE} days late. */
    PAYMENT,
    /** 1 when no competitor courts the account. */
    UNRIVALLED,
    /** How much more the account would take than it has. */
    APPETITE,
    /** The supplying side of a marketplace. */
    SUPPLY,
    /** The buying side of a marketplace. */
    DEMAND;

    static final int WORST_DAYS_PAST_DUE = 120;
}
