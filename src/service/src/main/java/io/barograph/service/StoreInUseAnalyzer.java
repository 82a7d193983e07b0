package io.barograph.service;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells that the database of another running service was asked for, or one that cannot be reached. */
final class StoreInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new FailureAnalysis(
                    "The database is in use by another process.",
                    "Stop the other service, or give this one its own folder: `--data DIR`.",
                    failure);
        }
        return new FailureAnalysis(
                "The database cannot be used: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""),
                "Look at `spring.datasource.url` and its user, and whether the database is up.",
                failure);
    }
}
