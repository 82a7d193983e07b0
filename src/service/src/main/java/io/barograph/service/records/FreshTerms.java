package io.barograph.service.records;

import io.barograph.engine.audit.compact.RecordModelSource;
import io.barograph.service.auditlog.LogRows;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the newest records are found by, before they are indexed: read from the records themselves, each once, for records never
 * change.
 */
@Component
class FreshTerms {

    private static final int BLOCKS_REMEMBERED = 32;

    /** A block as far as it was looked at. */
    private static final class Looked {

        private final BlockTerms terms;
        private long next;

        Looked(long block, RecordModelSource models) {
            terms = new BlockTerms(block, models);
            next = block * BlockTerms.WIDTH;
        }

        synchronized BitSet passing(Wanted wanted, long to, LogRows log) {
            if (next < to) {
                log.forEach(next, to, terms::add);
                next = to;
            }
            return terms.passing(wanted);
        }
    }

    private final LogRows log;
    private final RecordModelSource models;
    private final Map<Long, Looked> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Looked> eldest) {
            return size() > BLOCKS_REMEMBERED;
        }
    };

    FreshTerms(LogRows log, RecordModelSource models) {
        this.log = log;
        this.models = models;
    }

    /** @param span within one block */
    BitSet leaves(Wanted wanted, Span span) {
        Looked block;
        synchronized (blocks) {
            block = blocks.computeIfAbsent(span.firstBlock(), first -> new Looked(first, models));
        }
        return block.passing(wanted, span.to(), log);
    }
}
