package io.barograph.engine.workbook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses entry names that could mean another place than they say, or two entries with one meaning. */
final class EntryNames {

    private static final Pattern ESCAPING =
            Pattern.compile("^[/~]|^[a-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)|%2e%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);

    /** Names that programs read differently: some drop what others keep, or take a backslash for a slash. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("^$|\\\\|//|(^|/)\\.(/|$)|[. ](/|$)|[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final String REMEDY = "do not use this file; ask its sender where it comes from";

    private EntryNames() {}

    static void check(List<ZipMember> members) throws RefusedException {
        Set<String> seen = new HashSet<>();
        for (ZipMember member : members) {
            String name = member.name();
            if (ESCAPING.matcher(name).find()) {
                throw refusal(" name ", name, " points outside the workbook");
            }
            if (AMBIGUOUS.matcher(name).find()) {
                throw refusal(" name ", name, " can be taken for another one");
            }
            if (member.folder() && member.size() > 0) {
                throw refusal(" ", name, " is a folder and yet has content");
            }
            if (!seen.add(key(member.folder() ? name.substring(0, name.length() - 1) : name))) {
                throw refusal(" ", name, " is there twice");
            }
        }
    }

    private static RefusedException refusal(String before, String name, String fault) {
        return RefusedException.forbidden("the zip entry" + before + RefusedException.quoted(name) + fault, REMEDY);
    }

    /**
     * What names of parts are compared by: without case, and with {@code %20} and the like decoded (ECMA-376 part 2,
     * 6.2.2).
     */
    static String key(String name) {
        return decoded(name).toLowerCase(Locale.ROOT);
    }

    static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
