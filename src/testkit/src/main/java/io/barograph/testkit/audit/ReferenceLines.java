package io.barograph.testkit.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of an export, taken one after the other; each is read once it is looked at. */
final class ReferenceLines {

    private final List<byte[]> raw = new ArrayList<>();
    private final List<ReferenceLine> read = new ArrayList<>();
    private final byte[] half;
    private int taken;

    ReferenceLines(byte[] file) {
        int start = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                raw.add(Arrays.copyOfRange(file, start, i));
                start = i + 1;
            }
        }
        half = Arrays.copyOfRange(file, start, file.length);
    }

    /** How many lines are whole. */
    int count() {
        return raw.size();
    }

    int taken() {
        return taken;
    }

    /** What stands behind the last line; empty when nothing does. */
    byte[] half() {
        return half;
    }

    /** Of the line that is next; empty when there is none. */
    String type() throws ReferenceNote.Refused {
        return taken < raw.size() ? peek().type() : "";
    }

    /** The line that is next, of which there must be one. */
    ReferenceLine peek() throws ReferenceNote.Refused {
        while (read.size() <= taken) {
            read.add(ReferenceLine.parse(raw.get(read.size())));
        }
        return read.get(taken);
    }

    /** Takes the next line, which has to be of that type. */
    ReferenceLine next(String type) throws ReferenceNote.Refused {
        if (taken >= raw.size()) {
            throw new ReferenceNote.Refused("the file is over where a `" + type + "` should be");
        }
        ReferenceLine line = peek();
        if (!line.type().equals(type)) {
            throw new ReferenceNote.Refused("`" + line.type() + "` where a `" + type + "` should be");
        }
        taken++;
        return line;
    }

    /** Whether one of them starts like this. */
    boolean anyStartsWith(byte[] start) {
        return raw.stream().anyMatch(line -> Arrays.equals(Arrays.copyOf(line, start.length), start));
    }
}
