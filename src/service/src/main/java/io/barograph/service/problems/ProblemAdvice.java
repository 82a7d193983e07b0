package io.barograph.service.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception a request can end in into a problem document. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        return answer(problem.getBody(), problem.getHeaders(), request);
    }

    /** What was sent in part ends without an end, so that nobody takes it for whole. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> storeFailed(
            RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("{} {}: the store failed: {}", request.getMethod(), request.getRequestURI(), causes(failure));
        if (response.isCommitted()) {
            throw failure;
        }
        Problem problem = Problem.storeUnavailable(failure);
        return answer(problem.getBody(), problem.getHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownPlace(NoResourceFoundException failure, HttpServletRequest request) {
        return answer(
                ProblemType.NOT_FOUND,
                "there is nothing at `" + request.getRequestURI() + "`; `/v3/api-docs` lists what there is",
                failure.getHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        String allowed = failure.getSupportedHttpMethods() == null
                ? "nothing"
                : failure.getSupportedHttpMethods().stream()
                        .map(method -> "`" + method + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        return answer(
                ProblemType.METHOD_NOT_ALLOWED,
                "`" + request.getRequestURI() + "` does not take `" + failure.getMethod() + "`; it takes " + allowed,
                failure.getHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> contentType(HttpMediaTypeNotSupportedException failure, HttpServletRequest request) {
        Object found = failure.getContentType() == null ? "none" : "`" + failure.getContentType() + "`";
        return answer(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "the content type must be " + listed(failure.getSupportedMediaTypes()) + ", but is " + found,
                failure.getHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> accept(HttpMediaTypeNotAcceptableException failure, HttpServletRequest request) {
        return answer(
                ProblemType.NOT_ACCEPTABLE,
                "`Accept: " + request.getHeader(HttpHeaders.ACCEPT) + "` asks for what is not offered here; offered is "
                        + listed(failure.getSupportedMediaTypes()),
                failure.getHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return answer(
                ProblemType.MALFORMED_REQUEST,
                "`" + failure.getName() + "` must be " + expected(failure.getRequiredType()) + ", but is `"
                        + failure.getValue() + "`",
                HttpHeaders.EMPTY,
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> query(InvalidParameterException failure, HttpServletRequest request) {
        LOG.debug("{} {}: the query cannot be decoded", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                ProblemType.MALFORMED_REQUEST,
                "the query cannot be decoded; write its values as percent-encoded UTF-8",
                HttpHeaders.EMPTY,
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(HttpMessageNotReadableException failure, HttpServletRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof Problem problem) {
            return problem(problem, request);
        }
        LOG.debug("{} {}: the body cannot be read", request.getMethod(), request.getRequestURI());
        return answer(
                ProblemType.MALFORMED_REQUEST,
                "the body cannot be read; `/v3/api-docs` describes the JSON that this call takes",
                HttpHeaders.EMPTY,
                request);
    }

    /** The caller went away, or stopped sending; when it still listens it is told so. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> brokenOff(
            IOException failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.debug("{} {} broke off", request.getMethod(), request.getRequestURI(), failure);
        return response.isCommitted()
                ? null
                : answer(
                        ProblemType.MALFORMED_REQUEST,
                        "the body broke off before its end; send the request again",
                        HttpHeaders.EMPTY,
                        request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> anythingElse(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            LOG.debug("{} {}: the caller went away", request.getMethod(), request.getRequestURI());
            return null;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            ProblemDetail body = known.getBody();
            return answer(ofStatus(known.getStatusCode()), lowerFirst(body.getDetail()), known.getHeaders(), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                ProblemType.INTERNAL_ERROR,
                "this is a fault of the service; its log at this moment says more",
                HttpHeaders.EMPTY,
                request);
    }

    static ProblemType ofStatus(HttpStatusCode status) {
        for (ProblemType type : ProblemType.values()) {
            if (type.status().isSameCodeAs(status)) {
                return type;
            }
        }
        return status.is4xxClientError() ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemType type, String detail, HttpHeaders headers, HttpServletRequest request) {
        return answer(Problem.document(type, detail), headers, request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail document, HttpHeaders headers, HttpServletRequest request) {
        // whatever the caller asked for, a problem is told as a problem
        request.removeAttribute("org.springframework.web.servlet.HandlerMapping.producibleMediaTypes");
        return ResponseEntity.status(document.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as `2026-03-01`";
        }
        if (type == UUID.class) {
            return "an id such as `01957b3e-6f2a-7c3d-9a41-3f5b8c7d2e10`";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "`true` or `false`";
        }
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> "`" + String.valueOf(constant).toLowerCase(Locale.ROOT) + "`")
                            .collect(Collectors.joining(", "));
        }
        return "a number";
    }

    private static String listed(List<MediaType> types) {
        return types.stream().map(type -> "`" + type + "`").distinct().collect(Collectors.joining(" or "));
    }

    private static String lowerFirst(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "the request cannot be read";
        }
        String lower = Character.toLowerCase(text.charAt(0)) + text.substring(1);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "; ").append(cause.getClass().getSimpleName());
            text.append(": ")
                    .append(String.valueOf(cause.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        return text.toString();
    }
}
