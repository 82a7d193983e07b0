package io.barograph.service.decisions;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;

/** The body of a request, read up to a limit. */
final class RequestBytes {

    private RequestBytes() {}

    static byte[] read(HttpServletRequest request, DataSize limit) throws IOException {
        int most = Math.toIntExact(limit.toBytes());
        if (request.getContentLengthLong() > most) {
            throw tooLarge(request.getContentLengthLong() + " bytes", limit);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge("larger", limit);
        }
        return body;
    }

    private static Problem tooLarge(String found, DataSize limit) {
        return new Problem(
                ProblemType.TOO_LARGE,
                "a snapshot may have " + limit.toBytes() + " bytes at most, but the body is " + found
                        + "; send a shorter `history`");
    }

    /** SHA-256 as hex digits. */
    static String fingerprint(String parameters, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(parameters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
