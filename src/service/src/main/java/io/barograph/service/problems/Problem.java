package io.barograph.service.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** A failure that is told to the caller as a problem document (RFC 9457). */
public class Problem extends RuntimeException implements ErrorResponse {

    private final ProblemType type;
    private final HttpHeaders headers = new HttpHeaders();
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** @param detail the place, what was found and the remedy, for people */
    public Problem(ProblemType type, String detail) {
        this(type, detail, null);
    }

    public Problem(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    /** Nothing was decided, because its record could not be kept. */
    public static Problem storeUnavailable(Throwable cause) {
        return new Problem(
                        ProblemType.STORE_UNAVAILABLE,
                        "the database does not take or give records at the moment, so nothing was answered;"
                                + " send the request again later",
                        cause)
                .retryAfter(5);
    }

    /** Nothing was decided, because too many decisions wait for being kept. */
    public static Problem storeBusy() {
        return new Problem(
                        ProblemType.STORE_UNAVAILABLE,
                        "too many decisions wait for the database, so nothing was answered; send the request again"
                                + " later")
                .retryAfter(5);
    }

    /** Tells the caller to come back after some seconds. */
    public Problem retryAfter(int seconds) {
        return header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** Answers with this header too. */
    public Problem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** Tells this too, as a member of the document. */
    public Problem member(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return type.status();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public ProblemDetail getBody() {
        ProblemDetail document = document(type, String.valueOf(getMessage()));
        members.forEach(document::setProperty);
        return document;
    }

    static ProblemDetail document(ProblemType type, String detail) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(type.status(), detail);
        document.setType(type.uri());
        document.setTitle(type.title());
        return document;
    }
}
