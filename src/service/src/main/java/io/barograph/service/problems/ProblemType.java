package io.barograph.service.problems;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of failure a caller can meet. Their URIs are stable and safe to match on. */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "You are not signed in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this"),
    GONE(HttpStatus.GONE, "It was taken away"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No such representation"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not supported"),
    CONFLICT(HttpStatus.CONFLICT, "It is there already, or was changed meanwhile"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
    ANOTHER_MODEL(HttpStatus.CONFLICT, "The model that decided is not at hand"),
    VERSION_REFUSED(HttpStatus.CONFLICT, "This may not be done to the version"),
    OVERRIDE_REFUSED(HttpStatus.CONFLICT, "This may not be overridden so"),
    DRAFT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The upload cannot become a draft"),
    MERGE_CONFLICT(HttpStatus.CONFLICT, "Both versions change the same"),
    POLICY_UNSOUND(HttpStatus.CONFLICT, "The rules about models cannot be used"),
    REPLAY_RUNNING(HttpStatus.CONFLICT, "The log is being replayed"),
    ERASED(HttpStatus.GONE, "What this needs was erased"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too much at once"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    LOG_DAMAGED(HttpStatus.SERVICE_UNAVAILABLE, "The audit log does not match what was signed"),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The record cannot be kept right now");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return URI.create(
                "urn:barograph:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
