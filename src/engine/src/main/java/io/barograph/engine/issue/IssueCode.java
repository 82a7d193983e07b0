package io.barograph.engine.issue;

import java.util.Locale;

/** What kind of finding it is; the label is stable and safe to match on. */
public enum IssueCode {
    UNREADABLE_FILE,
    LIMIT_EXCEEDED,
    REFUSED_CONTENT,
    MISSING_FILE,
    UNUSED_WORKBOOK,
    UNKNOWN_SHEET,
    MISSING_SHEET,
    DUPLICATE_SHEET,
    EMPTY_TABLE,
    UNKNOWN_HEADER,
    MISSING_HEADER,
    DUPLICATE_HEADER,
    CONTENT_OUTSIDE_TABLE,
    HIDDEN_CONTENT,
    MERGED_CELL,
    FORMULA,
    BAD_CHARACTER,
    BAD_CELL,
    MISSING_CELL,
    BAD_NUMBER,
    BAD_CONDITION,
    BAD_DATE,
    SUSPECT_PERCENT,
    OUT_OF_RANGE,
    MISSING_RULE_ID,
    BAD_RULE_ID,
    DUPLICATE_RULE_ID,
    MISSING_BECAUSE,
    UNKNOWN_NAME,
    UNKNOWN_PLACEHOLDER,
    UNKNOWN_INDICATOR,
    UNKNOWN_DIMENSION,
    UNKNOWN_SEGMENT,
    UNKNOWN_VALUE,
    NOT_YET_KNOWN,
    NOT_USABLE_IN_SCORING,
    DUPLICATE_ROW,
    TOTAL_ROW,
    WEIGHTS_SUM,
    SCORING_GAP,
    SCORING_OVERLAP,
    NOT_SCORED,
    NOT_WEIGHTED,
    MISSING_CATCH_ALL,
    UNREACHABLE_ROW,
    CONTRADICTION,
    BANDS_OUT_OF_ORDER,
    MISSING_LOWEST_BAND,
    SUPPRESSION_CYCLE,
    BAD_SETTING,
    BAD_CONTRACT,
    BAD_RULE_FILE;

    /** Kebab case, for example {@code unknown-header}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
