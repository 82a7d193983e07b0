package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which records retention took the bytes of, as its own records tell. */
public final class RetiredRanges {

    private record Range(long from, long to) {}

    private final List<Range> ranges;

    private RetiredRanges(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** @param retentions records of retention */
    public static RetiredRanges of(List<LogEntry> retentions) {
        List<Range> ranges = new ArrayList<>();
        for (LogEntry entry : retentions) {
            EventRecord event = EventRecord.read(Objects.requireNonNull(entry.record(), "events are never retired"));
            ranges.add(new Range(event.number("from"), event.number("to")));
        }
        return new RetiredRanges(ranges);
    }

    public boolean contains(long index) {
        return ranges.stream().anyMatch(range -> range.from() <= index && index < range.to());
    }

    /** Everything before this was looked at by retention; 0 when it never ran. */
    public long end() {
        return ranges.stream().mapToLong(Range::to).max().orElse(0);
    }
}
