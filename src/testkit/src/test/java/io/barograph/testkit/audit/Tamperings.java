package io.barograph.testkit.audit;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.AuditVerifier;
import io.barograph.engine.audit.verify.ExportSource;
import io.barograph.engine.audit.verify.SeenCheckpoint;
import io.barograph.engine.audit.verify.TrustedKey;
import io.barograph.engine.audit.verify.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Both verifiers, asked about the same files. */
final class Tamperings {

    private Tamperings() {}

    static Verdict verdict(List<byte[]> files, VerifierKey trusted, List<String> seen) {
        List<ExportSource> sources = new ArrayList<>();
        for (byte[] file : files) {
            sources.add(new ExportSource("file" + (sources.size() + 1), () -> new ByteArrayInputStream(file)));
        }
        List<SeenCheckpoint> checkpoints =
                seen.stream().map(note -> SeenCheckpoint.parse("seen", note)).toList();
        try {
            return AuditVerifier.verify(sources, TrustedKey.parse(trusted.toString()), checkpoints, lines -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Complaint> complaints(List<byte[]> files, VerifierKey trusted, List<String> seen) {
        return ReferenceVerifier.verify(files, Set.of(trusted.toString()), seen);
    }
}
