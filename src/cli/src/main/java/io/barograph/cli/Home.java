package io.barograph.cli;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the project whose models, contracts and guardrails are used by default. */
final class Home {

    private Home() {}

    /** What the launcher says; else the nearest folder above the jar that holds models; else the current one. */
    static Path find(Path directory) {
        String told = System.getProperty("barograph.home");
        if (told != null && !told.isEmpty()) {
            return directory.resolve(told).normalize();
        }
        for (Path above = ownFile(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve("decision-tables"))) {
                return above;
            }
        }
        return directory;
    }

    private static @Nullable Path ownFile() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        String place = source.getLocation().toString();
        // inside an executable jar: jar:nested:/path/barograph.jar/!BOOT-INF/classes/!/
        String file = place.replaceFirst("^jar:(nested:|file:)?", "file:").replaceFirst("/?!.*$", "");
        try {
            return Path.of(URI.create(file));
        } catch (IllegalArgumentException | FileSystemNotFoundException unusual) {
            return null;
        }
    }
}
