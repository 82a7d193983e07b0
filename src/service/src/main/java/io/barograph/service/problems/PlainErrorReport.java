package io.barograph.service.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Tells, as problems too, the requests the web server itself refuses, such as one with a broken address. */
public final class PlainErrorReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemAdvice.ofStatus(HttpStatusCode.valueOf(response.getStatus()));
        String body = """
                {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
                        type.uri(),
                        type.title(),
                        response.getStatus(),
                        "the web server refused the request before it reached the service;"
                                + " look at its address and headers");
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException callerWentAway) {
            container.getLogger().debug("an error could not be reported", callerWentAway);
        }
    }
}
