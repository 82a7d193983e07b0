package io.barograph.service.access;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names of users and keys may be. */
final class Texts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private Texts() {}

    /** A name, or a problem that tells what it must be. */
    static String name(String member, @Nullable String text) {
        if (text == null || !NAME.matcher(text).matches()) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    member
                            + ": must be 1 to 100 letters, digits and `.` `_` `@` `-`, and begin with a letter or"
                            + " digit");
        }
        return text;
    }

    /** Whether a text is not blank, not longer, and holds no control characters. */
    static boolean isLine(@Nullable String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }
}
