package io.barograph.service.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.verify.AuditVerifier;
import io.barograph.engine.audit.verify.Coverage;
import io.barograph.engine.audit.verify.ExportSource;
import io.barograph.engine.audit.verify.SeenCheckpoint;
import io.barograph.engine.audit.verify.TrustedKey;
import io.barograph.engine.audit.verify.Verdict;
import io.barograph.service.ServiceTest;
import io.barograph.service.SettableClock;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What an export of a log with everything in it must be, on any database. */
@Import(SettableClock.Installed.class)
@DirtiesContext
abstract class ExportContract extends ServiceTest {

    @Autowired
    private SettableClock clock;

    @Test
    void anExportVerifiesWithoutTheService() throws Exception {
        String firstKey = get("/api/v1/audit/keys", "Accept", "text/plain").body();
        clock.set(Instant.parse("2026-01-10T10:00:00Z"));
        decide(40);
        String early = get("/api/v1/audit/checkpoint", "Accept", "text/plain").body();
        assertThat(post("/api/v1/audit/keys", "").statusCode()).isEqualTo(201);
        clock.set(Instant.parse("2026-11-10T10:00:00Z"));
        decide(300);
        assertThat(post("/api/v1/audit/retention?before=2026-03-01", "").statusCode())
                .isEqualTo(200);
        decide(5);

        String export = export("");

        Coverage coverage = intact(firstKey, List.of(early), export);
        assertThat(coverage.isWhole()).isTrue();
        assertThat(coverage.retired()).isEqualTo(40);
        assertThat(coverage.decisions()).isEqualTo(305);
        assertThat(coverage.size()).isEqualTo(count("log_entry"));
        assertThat(export).contains("\"type\":\"model\"");
        assertThat(export("?models=false")).doesNotContain("\"type\":\"model\"");
    }

    @Test
    void anExportThatBrokeOffIsTakenUpAgain() throws Exception {
        decide(30);
        String key = get("/api/v1/audit/keys", "Accept", "text/plain").body();
        String whole = export("");
        JsonNode head = JSON.readTree(whole.lines().findFirst().orElseThrow());
        long size = head.get("size").asLong();
        String brokenOff = whole.lines()
                .filter(line -> !line.contains("\"type\":\"related\"") && !line.contains("\"type\":\"end\""))
                .limit(20)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        long next = 1
                + brokenOff
                        .lines()
                        .filter(line -> line.contains(",\"type\":\"record\"}"))
                        .mapToLong(line -> JSON.readTree(line).get("index").asLong())
                        .max()
                        .orElseThrow();
        decide(3);

        String rest = export("?from=" + next + "&size=" + size);

        assertThat(intact(key, List.of(), brokenOff, rest).isWhole()).isTrue();
    }

    @Test
    void oneRecordIsEvidenceByItself() throws Exception {
        decide(10);
        String key = get("/api/v1/audit/keys", "Accept", "text/plain").body();
        long index = count("log_entry") - 3;

        Coverage coverage = intact(key, List.of(), export("?from=" + index + "&to=" + (index + 1)));

        assertThat(coverage.decisions()).isEqualTo(1);
        assertThat(coverage.isWhole()).isFalse();
    }

    @Test
    void refusesRangesThatAreNotThere() throws Exception {
        decide(1);
        long size = count("log_entry");

        for (String query : List.of("?from=" + size, "?from=-1", "?from=3&to=2", "?to=" + (size + 1))) {
            HttpResponse<String> answer = get("/api/v1/audit/export" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).contains("from 0 to the checkpoint's size of " + size);
        }
        assertThat(get("/api/v1/audit/export?size=" + (size + 9)).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/audit/export?keys=true").statusCode()).isEqualTo(403);
    }

    private String export(String query) throws Exception {
        HttpResponse<String> answer = get("/api/v1/audit/export" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"audit-");
        return answer.body();
    }

    private static Coverage intact(String keys, List<String> seen, String... exports) throws Exception {
        List<ExportSource> files = new ArrayList<>();
        Arrays.stream(exports)
                .forEach(export -> files.add(new ExportSource(
                        "part " + (files.size() + 1), () -> new ByteArrayInputStream(export.getBytes(UTF_8)))));
        Verdict verdict = AuditVerifier.verify(
                files,
                TrustedKey.parse(keys),
                seen.stream().map(note -> SeenCheckpoint.parse("seen", note)).toList(),
                lines -> {});
        assertThat(verdict).isInstanceOf(Verdict.Intact.class);
        return ((Verdict.Intact) verdict).coverage();
    }

    private void decide(int accounts) throws Exception {
        Path samples =
                Path.of(System.getProperty("barograph.root", "../.."), "samples/customer-health/accounts.ndjson");
        String lines = Files.readString(samples).lines().limit(accounts).collect(Collectors.joining("\n"));
        assertThat(postLines("/api/v1/decisions/batch?explain=none", lines).statusCode())
                .isEqualTo(200);
    }
}
