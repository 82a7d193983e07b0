package io.barograph.engine.audit.note;

import io.barograph.engine.audit.merkle.Hash;
import java.util.List;
import java.util.stream.Stream;

/**
 * The head of a log at one size: the text of c2sp.org/tlog-checkpoint that a log signs.
 *
 * @param origin names the log, in one line
 * @param size the number of leaves, from 0
 * @param root the Merkle tree hash of that many leaves
 * @param extensions further lines, kept as they are, usually none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        if (size < 0) {
            throw new IllegalArgumentException("a log cannot have " + size + " leaves");
        }
        extensions = List.copyOf(extensions);
        Stream.concat(Stream.of(origin), extensions.stream()).forEach(Checkpoint::checkLine);
    }

    /** A checkpoint without extensions. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * @param text of a signed note
     * @throws IllegalArgumentException when it is not the text of a checkpoint in every detail, or the size is 2^63 or more
     */
    public static Checkpoint parse(String text) {
        List<String> lines = NoteText.checked(text).lines().toList();
        if (lines.size() < 3) {
            throw new IllegalArgumentException(
                    "a checkpoint should have three lines: origin, size and root; but has " + lines.size());
        }
        return new Checkpoint(
                lines.get(0), size(lines.get(1)), Hash.ofBase64(lines.get(2)), lines.subList(3, lines.size()));
    }

    /** The text to sign: a line for each of origin, size, root and the extensions. */
    public String text() {
        return String.join("\n", origin, Long.toString(size), root.base64(), "")
                + String.join("", extensions.stream().map(line -> line + "\n").toList());
    }

    private static long size(String line) {
        if (line.matches("0|[1-9][0-9]{0,18}")) {
            try {
                return Long.parseLong(line);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the size `" + line + "` of a checkpoint is too large", e);
            }
        }
        throw new IllegalArgumentException("the size of a checkpoint should be a whole number, but is `" + line + "`");
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || line.contains("\n")) {
            throw new IllegalArgumentException("a line of a checkpoint must not be empty, nor hold a newline");
        }
        NoteText.checked(line + "\n");
    }
}
