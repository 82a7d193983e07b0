package io.barograph.engine.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were compiled when the engine was built, by the digest of their sources. What is found is exactly what compiling the
 * same sources again would give; what is not found is compiled.
 */
final class Precompiled {

    private static final String FOLDER = "rules/compiled/";
    private static final String MODELS = "models";

    private Precompiled() {}

    static RuleCompilation.@Nullable Compiled find(String digest) {
        try (InputStream in = Precompiled.class.getClassLoader().getResourceAsStream(resource(digest))) {
            return in == null ? null : read(new ZipInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleCompilation.Compiled read(ZipInputStream zip) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> models = List.of();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            byte[] bytes = zip.readAllBytes();
            if (entry.getName().equals(MODELS)) {
                models = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            } else {
                classes.put(entry.getName(), bytes);
            }
        }
        return new RuleCompilation.Compiled(classes, models);
    }

    /** @param classesFolder the folder for class files of the build */
    static void write(String digest, RuleCompilation.Compiled compiled, Path classesFolder) throws IOException {
        Path target = classesFolder.resolve(resource(digest));
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, MODELS, String.join("\n", compiled.models()).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : compiled.classes().entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static String resource(String digest) {
        return FOLDER + digest + ".zip";
    }
}
