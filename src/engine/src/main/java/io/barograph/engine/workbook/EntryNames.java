package io.barograph.engine.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses entry names that could mean another place than they say, or two entries with one meaning. */
final class EntryNames {

    private static final Pattern ESCAPING =
            Pattern.compile("^$|^[/~]|^[a-z]:|\\\\|(^|/)\\.\\.(/|$)|\\p{Cntrl}|%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);

    private EntryNames() {}

    static void check(List<ZipMember> members) throws RefusedException {
        Set<String> seen = new HashSet<>();
        for (ZipMember member : members) {
            if (ESCAPING.matcher(member.name()).find()) {
                throw RefusedException.forbidden(
                        "the zip entry name " + RefusedException.quoted(member.name()) + " points outside the workbook",
                        "do not use this file; ask its sender where it comes from");
            }
            if (!seen.add(key(member.name()))) {
                throw RefusedException.forbidden(
                        "the zip entry " + RefusedException.quoted(member.name()) + " is there twice",
                        "do not use this file; ask its sender where it comes from");
            }
        }
    }

    /** Names of parts compare ignoring case (ECMA-376 part 2, 6.2.2.3). */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
