package io.barograph.engine.workbook;

import io.barograph.engine.model.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs alone in a small heap: puts each workbook of a folder into the shipped model and tells what came of it. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder[0]))) {
            files = all.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            long start = System.nanoTime();
            Parsing parsing = ShippedModel.with(Files.readAllBytes(file));
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            System.out.printf(
                    "%s: %s in %d ms%n",
                    file.getFileName(), parsing.digest() == null ? "refused" : "read", milliseconds);
        }
    }
}
