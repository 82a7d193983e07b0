package io.barograph.engine.audit.export;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model as one document, so that decisions can be made again elsewhere. In {@link CanonicalJson canonical JSON}:
 *
 * <pre>{@code {"contract": base64 | null, "digest": "sha256:…", "name": "…", "rules": [{"bytes": base64, "name": "…"}],
 * "type": "model", "workbooks": [{"bytes": base64, "name": "…"}]}}</pre>
 *
 * The files are those that the model was loaded from, byte for byte; lists are sorted by name.
 *
 * @param digest that of the files
 */
public record ModelDocument(String digest, ModelFiles files) {

    /** What a line of an export that holds a model says in its {@code type}. */
    public static final String TYPE = "model";

    /** A name of one file or folder. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\p{Cntrl}]{1,255}");

    /** Whether the files have the digest, which is computed anew. */
    public boolean isWhatItSays() {
        return digest.equals(digestOf(files));
    }

    /** The document, which is the same for the same files. */
    public byte[] canonicalBytes() {
        Map<String, @Nullable Object> document = new TreeMap<>();
        ModelFile contract = files.contract();
        document.put("contract", contract == null ? null : base64(contract));
        document.put("digest", digest);
        document.put("name", files.name());
        document.put("rules", tree(files.ruleFiles()));
        document.put("type", TYPE);
        document.put("workbooks", tree(files.workbooks()));
        return CanonicalJson.bytes(document);
    }

    /**
     * The details of the event {@code model-activated}: {@code {"model": {"digest", "name", "version"}, "files": [{"kind",
     * "name", "sha256"}]}}, kinds being {@code contract}, {@code rule} and {@code workbook}.
     */
    public Map<String, @Nullable Object> activation(String version) {
        Map<String, @Nullable Object> details = new TreeMap<>();
        details.put("model", new TreeMap<>(Map.of("digest", digest, "name", files.name(), "version", version)));
        details.put("files", ModelPart.of(files).stream().map(ModelPart::named).toList());
        return details;
    }

    private static List<Map<String, Object>> tree(List<ModelFile> files) {
        return files.stream()
                .<Map<String, Object>>map(file -> new TreeMap<>(Map.of("bytes", base64(file), "name", file.name())))
                .toList();
    }

    private static String base64(ModelFile file) {
        return Base64.getEncoder().encodeToString(file.bytes());
    }

    /**
     * Reads such a document and computes the digest of its files anew.
     *
     * @throws IllegalArgumentException when it is none, or its files have another digest than it names; says which
     */
    public static ModelDocument read(byte[] json) {
        try {
            return of(CanonicalJson.tree(json));
        } catch (JacksonException | ClassCastException e) {
            throw new IllegalArgumentException("a model's document cannot be read", e);
        }
    }

    private static ModelDocument of(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> members) || !TYPE.equals(members.get("type"))) {
            throw new IllegalArgumentException("a model's document must be an object whose `type` is `" + TYPE + "`");
        }
        String digest = text(members, "digest");
        String name = text(members, "name");
        requirePlain(name);
        Object contract = members.get("contract");
        ModelFiles files = new ModelFiles(
                name,
                files(members.get("workbooks")),
                contract == null ? null : new ModelFile(ModelFolder.CONTRACT, decoded((String) contract)),
                files(members.get("rules")));
        String computed = digestOf(files);
        if (!digest.equals(computed)) {
            throw new IllegalArgumentException(
                    computed == null
                            ? "the files of model `" + digest + "` cannot be read"
                            : "the files that are called model `" + digest + "` are model `" + computed + "`");
        }
        return new ModelDocument(digest, files);
    }

    private static @Nullable String digestOf(ModelFiles files) {
        return ModelParser.parse(files).digest();
    }

    private static List<ModelFile> files(@Nullable Object tree) {
        List<ModelFile> files = new ArrayList<>();
        if (tree instanceof List<?> items) {
            for (Object item : items) {
                Map<?, ?> file = (Map<?, ?>) item;
                String name = text(file, "name");
                List.of(name.split("/", -1)).forEach(ModelDocument::requirePlain);
                files.add(new ModelFile(name, decoded(text(file, "bytes"))));
            }
        }
        return files;
    }

    /** Names from a document become paths where files are looked up or written, so they must not lead elsewhere. */
    private static void requirePlain(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a model's document holds the name `" + name + "`, which is none of a file");
        }
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a model's document lacks its `" + name + "`");
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
