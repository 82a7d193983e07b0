package io.barograph.benchmarks.http;

import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a decision costs when nothing is decided: the same body is read into a snapshot, and a constant is answered; at one of the paths once
 * a row as large as a record is on disk.
 */
@RestController
@RequestMapping("/benchmark/constant")
class ConstantEndpoint {

    static final String SAME_SIZE = "/benchmark/constant/same-size";
    static final String SMALL = "/benchmark/constant";
    static final String KEPT = "/benchmark/constant/kept";

    private static final byte[] NOTHING = {'{', '}'};

    /** As large as the record of a typical decision. */
    private static final int RECORD = 924;

    private final Clock clock;
    private final OneRow row;
    private final byte[] record = new byte[RECORD];
    private volatile byte[] answer = NOTHING;

    ConstantEndpoint(Clock clock, OneRow row) {
        this.clock = clock;
        this.row = row;
        new Random(RECORD).nextBytes(record);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> small(HttpServletRequest request) throws IOException, BadSnapshotException {
        return answered(request, NOTHING);
    }

    @PostMapping(
            path = "/kept",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> kept(HttpServletRequest request) throws IOException, BadSnapshotException {
        ResponseEntity<byte[]> answered = answered(request, answer);
        row.keep(record);
        return answered;
    }

    @PostMapping(
            path = "/same-size",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> sameSize(HttpServletRequest request) throws IOException, BadSnapshotException {
        return answered(request, answer);
    }

    /** What is answered with the size of a decision: one. */
    @PostMapping(path = "/same-size", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void set(@RequestBody byte[] decision) {
        answer = decision;
    }

    private ResponseEntity<byte[]> answered(HttpServletRequest request, byte @Nullable [] body)
            throws IOException, BadSnapshotException {
        byte[] sent = request.getInputStream().readAllBytes();
        String account = SnapshotJson.read(sent, LocalDate.now(clock)).accountId();
        return ResponseEntity.created(URI.create("/benchmark/constant/" + account.hashCode()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
