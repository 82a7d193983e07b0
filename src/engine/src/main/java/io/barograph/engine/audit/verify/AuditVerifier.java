package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportReader;
import io.barograph.engine.audit.export.ReadLine;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import io.barograph.engine.audit.verify.Signer.Trust;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies exports of the audit log offline, after {@code docs/audit-log.md}: that every record is the one that was
 * signed, that none is missing or out of its place, and that a trusted key vouches for it all. Files are read once, line by line, in
 * memory that does not grow with them.
 */
public final class AuditVerifier {

    private final List<TrustedKey> trusted;
    private final List<SeenCheckpoint> seen;
    private final LongConsumer progress;
    private final Whole whole = new Whole();
    private final Findings findings = whole.findings();
    private final Set<VerifierKey> known = new LinkedHashSet<>();

    private AuditVerifier(List<TrustedKey> trusted, List<SeenCheckpoint> seen, LongConsumer progress) {
        this.trusted = List.copyOf(trusted);
        this.seen = List.copyOf(seen);
        this.progress = progress;
    }

    /**
     * @param files exports of one log, or parts of them, in any order
     * @param trusted keys of the log that are known from elsewhere; with none, only the inner consistency shows
     * @param seen checkpoints of the log from other times or places
     * @param progress is told, now and then, how many lines were read
     * @throws IOException when a file cannot be read
     */
    public static Verdict verify(
            List<ExportSource> files, List<TrustedKey> trusted, List<SeenCheckpoint> seen, LongConsumer progress)
            throws IOException {
        AuditVerifier verifier = new AuditVerifier(trusted, seen, progress);
        List<OpenExport> open = new ArrayList<>();
        try {
            for (ExportSource file : files) {
                open.add(new OpenExport(file, new ExportReader(file.opening().open())));
            }
            return verifier.verify(open);
        } finally {
            for (OpenExport one : open) {
                one.reader().close();
            }
        }
    }

    private Verdict verify(List<OpenExport> open) throws IOException {
        List<OpenExport.Begun> begun = new ArrayList<>();
        for (OpenExport one : open) {
            OpenExport.Begun file = one.begin(findings);
            if (file != null && (begun.isEmpty() || sameLog(begun.get(0), file))) {
                begun.add(file);
            }
        }
        if (begun.isEmpty()) {
            return new Verdict.Broken(null, findings.sorted(), findings.total());
        }
        begun.sort(Comparator.<OpenExport.Begun>comparingLong(file -> file.log().from())
                .thenComparing(file -> file.log().size()));
        String origin = begun.get(0).log().origin();
        Set<VerifierKey> given = new LinkedHashSet<>();
        trusted.forEach(key -> given.add(key.of(origin)));
        List<PartCheck> parts = read(begun, given);
        return judge(parts, origin, given);
    }

    private boolean sameLog(OpenExport.Begun first, OpenExport.Begun other) {
        boolean same = first.log().origin().equals(other.log().origin());
        if (!same) {
            findings.badLine(
                    new Place(other.name(), 1),
                    "this is an export of the log `" + other.log().origin() + "`, and " + first.name() + " of `"
                            + first.log().origin() + "`");
        }
        return same;
    }

    private List<PartCheck> read(List<OpenExport.Begun> files, Set<VerifierKey> given) throws IOException {
        Set<Long> sizes = new HashSet<>();
        files.forEach(file -> sizes.add(file.log().size()));
        seen.forEach(one -> sizes.add(one.checkpoint().size()));
        List<PartCheck> parts = new ArrayList<>();
        Joint joint = new Joint(findings);
        long lines = 0;
        for (OpenExport.Begun file : files) {
            PartCheck part =
                    new PartCheck(file.name(), file.log(), known(file, given), sizes, joint.reached(file.log()), whole);
            joint.begin(part);
            for (ReadLine line = file.reader().next();
                    line != null;
                    line = file.reader().next()) {
                joint.line(file.reader());
                part.line(line);
                progress.accept(++lines);
            }
            part.over();
            joint.end(part);
            parts.add(part);
        }
        joint.over();
        return parts;
    }

    /** The keys that signatures of a file may be of. */
    private Set<VerifierKey> known(OpenExport.Begun file, Set<VerifierKey> given) {
        Set<VerifierKey> keys = new LinkedHashSet<>(given);
        for (String key : file.log().keys()) {
            try {
                keys.add(VerifierKey.parse(key));
            } catch (IllegalArgumentException e) {
                findings.badLine(new Place(file.name(), 1), String.valueOf(e.getMessage()));
            }
        }
        known.addAll(keys);
        return keys;
    }

    private Verdict judge(List<PartCheck> parts, String origin, Set<VerifierKey> given) {
        PartCheck largest = parts.stream()
                .max(Comparator.comparingLong(part -> part.log().size()))
                .orElseThrow();
        List<String> listed = largest.log().keys();
        beginning(parts, origin, largest);
        KeyChain chain = parts.stream().anyMatch(part -> part.proofs().verified() > 0)
                ? whole.events().keys(listed.isEmpty() ? "" : listed.get(0))
                : KeyChain.listed(listed);
        List<Judgement> judgements =
                parts.stream().map(part -> new Judgement(part, chain, findings)).toList();
        judgements.forEach(Judgement::signatures);
        changes(chain, judgements, largest);
        Set<String> reached = reached(chain, given, judgements);
        judgements.forEach(judgement -> judgement.unsigned(reached, given));
        judgements.forEach(Judgement::altered);
        whole.compare();
        Claims claims = new Claims(parts, findings);
        claims.files();
        seen.forEach(one -> claims.seen(one, origin, known, chain));
        boolean all = reaches(parts, largest);
        List<LiveVersion> live = whole.events()
                .approvals()
                .live(reached.stream().map(VerifierKey::parse).toList(), all);
        Coverage coverage = coverage(parts, largest, signer(largest, chain, given, reached), claims.compared(), live);
        return findings.total() == 0
                ? new Verdict.Intact(coverage)
                : new Verdict.Broken(coverage, findings.sorted(), findings.total());
    }

    private void beginning(List<PartCheck> parts, String origin, PartCheck largest) {
        Events.Created created = whole.events().created();
        boolean anyVerified = parts.stream().anyMatch(part -> part.proofs().verified() > 0);
        if (created == null && anyVerified && parts.stream().anyMatch(PartCheck::isComplete)) {
            findings.add(
                    Kind.MISSING,
                    Range.of(0),
                    null,
                    "record 0, the beginning of the log, is not in "
                            + largest.lastPlace().file()
                            + "; every export has it, if need be among its `related` lines");
        } else if (created != null && !created.origin().equals(origin)) {
            findings.add(
                    Kind.BAD_LINE,
                    Range.of(0),
                    null,
                    "record 0 calls the log `" + created.origin() + "`, the export `" + origin + "`");
        }
    }

    private void changes(KeyChain chain, List<Judgement> judgements, PartCheck largest) {
        for (int i = 0; i < chain.changes().size(); i++) {
            long index = chain.changes().get(i);
            if (index < largest.log().size() && judgements.stream().noneMatch(one -> one.vouchesFor(index))) {
                findings.add(
                        Kind.BAD_KEY_CHANGE,
                        Range.of(index),
                        null,
                        "record " + index + " changes the key, but the checkpoint of " + (index + 1)
                                + " by both keys, which hands trust on, is not here");
            }
        }
    }

    private static Set<String> reached(KeyChain chain, Set<VerifierKey> given, List<Judgement> judgements) {
        return given.isEmpty()
                ? new HashSet<>(chain.keys())
                : chain.reached(given, index -> judgements.stream().anyMatch(one -> one.vouchesFor(index)));
    }

    private static @Nullable Signer signer(
            PartCheck largest, KeyChain chain, Set<VerifierKey> given, Set<String> reached) {
        SignedRun root = largest.checkpoints().root();
        if (root == null || root.signers().isEmpty()) {
            return null;
        }
        String key = root.signers().get(root.signers().size() - 1);
        if (given.isEmpty()) {
            return new Signer(key, Trust.UNKNOWN, null);
        }
        if (given.stream().anyMatch(one -> one.toString().equals(key))) {
            return new Signer(key, Trust.GIVEN, null);
        }
        String through = null;
        for (String one : chain.keys()) {
            through = given.stream().anyMatch(trusted -> trusted.toString().equals(one)) ? one : through;
        }
        return reached.contains(key)
                ? new Signer(key, Trust.HANDED_ON, through)
                : new Signer(key, Trust.UNTRUSTED, null);
    }

    /** Whether every record of the log is here. */
    private static boolean reaches(List<PartCheck> parts, PartCheck largest) {
        return parts.stream().anyMatch(part -> part.log().from() == 0)
                && parts.stream()
                        .anyMatch(part -> part.reached() == largest.log().size());
    }

    private Coverage coverage(
            List<PartCheck> parts, PartCheck largest, @Nullable Signer signer, int compared, List<LiveVersion> live) {
        Hash root = largest.proofs().root();
        return new Coverage(
                largest.log().origin(),
                parts.stream().mapToLong(part -> part.log().from()).min().orElse(0),
                parts.stream().mapToLong(PartCheck::reached).max().orElse(0),
                largest.log().size(),
                root == null ? null : root.base64(),
                signer,
                parts.size(),
                whole.decisions(),
                whole.eventCount(),
                whole.retiredCount(),
                whole.models().documented(),
                parts.stream().mapToInt(PartCheck::accountKeys).sum(),
                parts.stream().mapToLong(part -> part.checkpoints().count()).sum(),
                compared,
                live);
    }
}
