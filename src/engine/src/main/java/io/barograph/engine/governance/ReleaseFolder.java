package io.barograph.engine.governance;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what was released of a model, {@code governance/releases/<model>/<release>.yaml}, and the signatures beside it. */
public final class ReleaseFolder {

    private static final String YAML = ".yaml";
    private static final String SIGNATURE = ".sig";
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final GovernanceFolder governance;
    private final Issues issues;

    private ReleaseFolder(GovernanceFolder governance, Issues issues) {
        this.governance = governance;
        this.issues = issues;
    }

    /**
     * The keys in a file; none when there is no such file.
     *
     * @throws IOException when it is there and cannot be read
     */
    public static List<VerifierKey> keys(GovernanceFolder governance, Path file, Issues issues) throws IOException {
        return Files.isRegularFile(file) ? ReleaseKeys.read(governance.named(file), bytes(file), issues) : List.of();
    }

    /**
     * The releases of a model by number. A manifest that cannot be read, or whose signature is not good, is an error and is left out; one
     * without a signature is here, and not signed.
     *
     * @param model its name
     * @param known public keys that may sign
     * @throws IOException when a file that is there cannot be read
     */
    public static List<Release> read(GovernanceFolder governance, String model, List<VerifierKey> known, Issues issues)
            throws IOException {
        Path folder = governance.releases().resolve(model).normalize();
        if (!folder.startsWith(governance.releases().normalize()) || !Files.isDirectory(folder)) {
            return List.of();
        }
        ReleaseFolder reader = new ReleaseFolder(governance, issues);
        List<Release> releases = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(YAML)) {
                reader.release(file, model, known).ifPresent(releases::add);
            } else if (name.endsWith(YAML + SIGNATURE) && !Files.exists(signed(file))) {
                reader.error(
                        file,
                        "a signature without its manifest; restore `"
                                + signed(file).getFileName() + "`");
            }
        }
        releases.sort(Comparator.comparingInt(release -> release.manifest().release()));
        return List.copyOf(releases);
    }

    /** The release of exactly these files; empty when they were never released. */
    public static Optional<Release> of(List<Release> releases, ModelFiles files, String digest) {
        Map<String, String> hashes = hashes(files);
        return releases.stream()
                .filter(release -> release.manifest().digest().equals(digest))
                .filter(release -> release.manifest().files().equals(hashes))
                .findFirst();
    }

    /** SHA-256 of every file of a model, as a manifest has them. */
    public static Map<String, String> hashes(ModelFiles files) {
        Map<String, String> hashes = new TreeMap<>();
        ModelPart.of(files)
                .forEach(part ->
                        hashes.put(part.kind().label() + "/" + part.file().name(), part.sha256()));
        return hashes;
    }

    /** Where a release's manifest lies. */
    public static Path manifest(GovernanceFolder governance, String model, int release) {
        return governance.releases().resolve(model).resolve(release + YAML);
    }

    /** Where the signature of a manifest lies. */
    public static Path signature(Path manifest) {
        return manifest.resolveSibling(manifest.getFileName() + SIGNATURE);
    }

    private static Path signed(Path signature) {
        String name = signature.getFileName().toString();
        return signature.resolveSibling(name.substring(0, name.length() - SIGNATURE.length()));
    }

    private Optional<Release> release(Path file, String model, List<VerifierKey> known) throws IOException {
        byte[] yaml = bytes(file);
        ReleaseManifest manifest = ReleaseManifest.read(governance.named(file), yaml, issues);
        if (manifest == null || !isWhereItBelongs(file, model, manifest)) {
            return Optional.empty();
        }
        Path signature = signature(file);
        if (!Files.exists(signature)) {
            return Optional.of(new Release(governance.named(file), manifest, List.of()));
        }
        ReleaseSignature.Seen seen = ReleaseSignature.look(bytes(signature), manifest, yaml, known);
        if (seen instanceof ReleaseSignature.Seen.Good good) {
            return Optional.of(new Release(governance.named(file), manifest, good.by()));
        }
        error(signature, ((ReleaseSignature.Seen.Bad) seen).message());
        return Optional.empty();
    }

    private boolean isWhereItBelongs(Path file, String model, ReleaseManifest manifest) {
        String name = manifest.release() + YAML;
        if (!file.getFileName().toString().equals(name)) {
            error(file, "this is the manifest of release " + manifest.release() + "; call the file `" + name + "`");
            return false;
        }
        if (!manifest.model().equals(model)) {
            error(
                    file,
                    "this is a manifest of `" + manifest.model() + "`, but it lies among those of `" + model
                            + "`; move it to `governance/releases/" + manifest.model() + "/`");
            return false;
        }
        return true;
    }

    private void error(Path file, String message) {
        issues.error(IssueCode.BAD_POLICY, CellAddress.ofFile(governance.named(file)), message);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Of a file beyond the limit only the first bytes past it, enough for its reader to refuse it. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }
}
