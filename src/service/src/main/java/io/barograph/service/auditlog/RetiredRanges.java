package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import java.util.ArrayList;
import java.util.List;

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
            ranges.add(range(entry));
        }
        return new RetiredRanges(ranges);
    }

    private static Range range(LogEntry entry) {
        byte[] bytes = entry.record();
        try {
            EventRecord event = EventRecord.read(bytes == null ? new byte[0] : bytes);
            return new Range(event.number("from"), event.number("to"));
        } catch (IllegalArgumentException unreadable) {
            throw new LogDamagedException(
                    "record " + entry.index() + ", an event of retention, cannot be read: " + unreadable.getMessage());
        }
    }

    public boolean contains(long index) {
        return ranges.stream().anyMatch(range -> range.from() <= index && index < range.to());
    }

    /** Everything before this was looked at by retention; 0 when it never ran. */
    public long end() {
        return ranges.stream().mapToLong(Range::to).max().orElse(0);
    }
}
