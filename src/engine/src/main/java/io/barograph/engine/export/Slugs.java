package io.barograph.engine.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that any file system takes and that differ from each other: small ASCII letters, digits and dashes. */
final class Slugs {

    private static final int LONGEST = 60;

    private final String otherwise;
    private final Set<String> taken = new HashSet<>();

    /** @param otherwise for names without a letter or digit of ASCII */
    Slugs(String otherwise) {
        this.otherwise = otherwise;
    }

    String of(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), LONGEST));
        String slug = base;
        for (int number = 2; !taken.add(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }
}
