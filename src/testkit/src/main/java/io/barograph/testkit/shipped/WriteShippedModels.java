package io.barograph.testkit.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the shipped workbooks and sample accounts into the tree; the only argument is the project's root. */
public final class WriteShippedModels {

    private WriteShippedModels() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length == 0 ? "." : args[0]);
        for (Map.Entry<String, byte[]> file : ShippedFiles.of(root).entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
            System.out.println(file.getKey());
        }
    }
}
