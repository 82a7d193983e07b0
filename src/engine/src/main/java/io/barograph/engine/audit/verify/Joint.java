package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ExportReader;
import io.barograph.engine.audit.export.ReadLine;
import io.barograph.engine.audit.verify.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Whether files, sorted by their first record, join into one run of records. */
final class Joint {

    private final Findings findings;
    private long reached = -1;
    private long promised;
    private @Nullable PartCheck brokenOff;
    private ReadLine.@Nullable Cut half;
    private @Nullable Place halfPlace;

    Joint(Findings findings) {
        this.findings = findings;
    }

    /** One more than the last record of the files so far, seen from the next one. */
    long reached(ExportLine.Log next) {
        return Math.max(reached, next.from());
    }

    void begin(PartCheck part) {
        long from = part.log().from();
        if (reached >= 0 && from > reached) {
            Range gap = new Range(reached, from);
            findings.add(
                    Kind.MISSING,
                    gap,
                    part.place(1),
                    gap + (gap.count() == 1 ? " is" : " are") + " in none of the files");
        } else if (brokenOff != null) {
            half = goesOn(brokenOff) ? brokenOff.cut() : null;
            halfPlace = brokenOff.lastPlace();
        }
        brokenOff = null;
    }

    /** Checkpoints before the first record, and all that follows the last one, may differ from part to part. */
    private static boolean goesOn(PartCheck part) {
        ReadLine.Cut cut = part.cut();
        return cut != null && part.reached() < part.log().to() && !cut.isCheckpoint();
    }

    /** The line that was read last may be the one within which the file before ends. */
    void line(ExportReader reader) {
        if (half != null && reader.lastStartsWith(half.start())) {
            half = null;
        }
    }

    void end(PartCheck part) {
        if (half != null) {
            findings.add(
                    Kind.BAD_LINE,
                    null,
                    halfPlace,
                    "the file ends within a line, and it does not go on in "
                            + part.lastPlace().file());
            half = null;
        }
        reached = Math.max(reached, part.reached());
        promised = Math.max(promised, part.log().to());
        brokenOff = part.isComplete() ? null : part;
    }

    /** After the last file. */
    void over() {
        if (brokenOff == null && reached >= promised) {
            return;
        }
        Range rest = reached < promised ? new Range(reached, promised) : null;
        findings.add(
                Kind.TRUNCATED,
                rest,
                brokenOff == null ? null : brokenOff.lastPlace(),
                rest == null
                        ? "the file has its records, but breaks off before its end"
                        : "it breaks off before " + rest + "; an export with `from=" + reached + "` goes on");
    }
}
