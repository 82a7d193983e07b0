package io.barograph.service.problems;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people write, as calls take it. */
public final class Texts {

    private Texts() {}

    /**
     * A text of one or more lines, without blanks around it.
     *
     * @throws Problem when it is missing, too long, or holds what no text can
     */
    public static String required(String member, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    member + ": must be a text of 1 to " + longest + " characters, but "
                            + (stripped.isEmpty() ? "is missing" : "has " + stripped.length()));
        }
        boolean odd = stripped.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)
                        || Character.getType(c) == Character.SURROGATE);
        if (odd) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    member + ": holds control characters or half a character; leave them out");
        }
        return stripped;
    }

    /**
     * A day.
     *
     * @throws Problem when it is missing or none
     */
    public static LocalDate day(String member, @Nullable String text) {
        try {
            if (text != null) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeParseException notADay) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    member + ": must be a day such as `2026-03-01`, but is `" + text + "`",
                    notADay);
        }
        throw new Problem(ProblemType.MALFORMED_REQUEST, member + ": is missing; write a day such as `2026-03-01`");
    }

    /** What is to be said of a text that is none of those that are known. */
    public static Problem unknown(String member, @Nullable String text, Collection<String> known) {
        String list = known.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
        return new Problem(
                ProblemType.MALFORMED_REQUEST,
                member + ": must be one of " + list + ", but is " + (text == null ? "missing" : "`" + text + "`"));
    }
}
