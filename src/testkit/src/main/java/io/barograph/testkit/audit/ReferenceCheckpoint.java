package io.barograph.testkit.audit;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a note as a checkpoint of c2sp.org/tlog-checkpoint.
 *
 * @param origin the log's name
 * @param size the number of leaves
 * @param root the root hash in Base64
 */
public record ReferenceCheckpoint(String origin, BigInteger size, String root) {

    private static final Pattern TEXT =
            Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]*)\\n([A-Za-z0-9+/]{43}=)\\n(?:[^\\n]+\\n)*");

    /** @throws ReferenceNote.Refused when the text is no checkpoint */
    public static ReferenceCheckpoint of(String text) throws ReferenceNote.Refused {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            throw new ReferenceNote.Refused("not a checkpoint: " + text);
        }
        ReferenceNote.base64(lines.group(3));
        return new ReferenceCheckpoint(lines.group(1), new BigInteger(lines.group(2)), lines.group(3));
    }
}
