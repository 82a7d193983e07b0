package io.barograph.engine.audit.export;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One file of a model, and what it is to the model. */
public record ModelPart(Kind kind, ModelFile file) {

    /** What a file is to its model, in the order in which they are listed. */
    public enum Kind {
        CONTRACT,
        RULE,
        WORKBOOK;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is no such kind */
        public static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    private static final Comparator<ModelPart> ORDER = Comparator.comparing(ModelPart::kind)
            .thenComparing(part -> part.file().name());

    /** All files of a model: the contract, rule files by name, workbooks by name. */
    public static List<ModelPart> of(ModelFiles files) {
        List<ModelPart> parts = new ArrayList<>();
        if (files.contract() != null) {
            parts.add(new ModelPart(Kind.CONTRACT, files.contract()));
        }
        files.ruleFiles().forEach(file -> parts.add(new ModelPart(Kind.RULE, file)));
        files.workbooks().forEach(file -> parts.add(new ModelPart(Kind.WORKBOOK, file)));
        parts.sort(ORDER);
        return List.copyOf(parts);
    }

    /** The model that these files are, in whatever order they come. */
    public static ModelFiles model(String name, List<ModelPart> parts) {
        List<ModelFile> contracts = files(parts, Kind.CONTRACT);
        return new ModelFiles(
                name,
                files(parts, Kind.WORKBOOK),
                contracts.isEmpty() ? null : contracts.get(0),
                files(parts, Kind.RULE));
    }

    private static List<ModelFile> files(List<ModelPart> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .sorted(ORDER)
                .map(ModelPart::file)
                .toList();
    }

    /** Digest over all files of a model, byte for byte: a line a file with its kind, its SHA-256 and its name. */
    public static String digest(ModelFiles files) {
        StringBuilder lines = new StringBuilder();
        for (ModelPart part : of(files)) {
            lines.append(part.kind().label())
                    .append(' ')
                    .append(part.sha256())
                    .append(' ')
                    .append(part.file().name())
                    .append('\n');
        }
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the file's bytes, as 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256(file.bytes());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As the event {@code model-activated} names it. */
    Map<String, Object> named() {
        return new TreeMap<>(Map.of("kind", kind.label(), "name", file.name(), "sha256", sha256()));
    }
}
