package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ExportReader;
import io.barograph.engine.audit.export.ReadLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is open. */
record OpenExport(ExportSource source, ExportReader reader) {

    /** A file whose first line says what it is of. */
    record Begun(String name, ExportLine.Log log, ExportReader reader) {}

    /** Reads the first line; null when it is none of an export, which is then told. */
    @Nullable Begun begin(Findings findings) throws IOException {
        ReadLine first = reader.next();
        Place place = new Place(source.name(), 1);
        if (first instanceof ReadLine.Whole whole && whole.line() instanceof ExportLine.Log log) {
            return new Begun(source.name(), log, reader);
        }
        if (first == null) {
            findings.add(Finding.Kind.TRUNCATED, null, place, "the file is empty");
        } else if (first instanceof ReadLine.Cut) {
            findings.add(Finding.Kind.TRUNCATED, null, place, "the file ends within its first line");
        } else {
            String why = first instanceof ReadLine.Bad bad ? ": " + bad.why() : "";
            findings.badLine(place, "the first line of an export must say what it is of" + why);
        }
        return null;
    }
}
