package io.barograph.benchmarks.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** How {@code ./barograph} starts its Java: the classes that a check loads lie in an archive, and short commands do without the optimising compiler. */
final class ShippedStart {

    private final Path folder;
    private final String classPath;

    private ShippedStart(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** An archive maps classes of jars alone, so folders of classes become jars first. */
    static ShippedStart in(Path folder) throws IOException {
        ToolProvider jar =
                ToolProvider.findFirst("jar").orElseThrow(() -> new IOException("this Java has no `jar`; use a JDK"));
        List<String> jars = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(place))) {
                String made = folder.resolve(jars.size() + ".jar").toString();
                jar.run(System.err, System.err, "--create", "--file", made, "-C", place, ".");
                jars.add(made);
            } else {
                jars.add(place);
            }
        }
        return new ShippedStart(folder, String.join(File.pathSeparator, jars));
    }

    String classPath() {
        return classPath;
    }

    /** Of a process that makes the archive. */
    List<String> making() {
        return options("-XX:ArchiveClassesAtExit=" + archive());
    }

    /** Of a process that uses it. */
    List<String> using() {
        return options("-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private static List<String> options(String archive) {
        return List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable", archive);
    }
}
