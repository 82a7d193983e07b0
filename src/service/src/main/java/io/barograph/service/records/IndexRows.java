package io.barograph.service.records;

import io.barograph.service.records.Term.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables that records are found by. */
@Component
class IndexRows {

    /** Events whose subject is an account. */
    private static final String ABOUT_ACCOUNTS = "'erasure', 'override-made', 'override-agreed', 'override-withdrawn',"
            + " 'outcome-told', 'feedback-left', 'feedback-answered'";

    /** Times between which the records of a block lie; the clock may have stepped back. */
    record BlockTimes(long block, Instant earliest, Instant latest) {}

    /** A stretch of blocks. */
    record Blocks(long first, long end) {}

    record StoredTerm(int id, Term term) {}

    /** Ranges of a key asked for in one statement. */
    private static final int TOGETHER = 64;

    /** So many blocks are looked up one by one rather than with those between them. */
    private static final int FEW_BLOCKS = 8;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final JdbcClient client;
    private final JdbcTemplate template;

    IndexRows(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    /** How many blocks are indexed; they are the first ones. */
    long blocks() {
        return client.sql("select coalesce(max(block) + 1, 0) from log_block")
                .query(Long.class)
                .single();
    }

    /** The blocks in which some record may lie within the times, and those between them. */
    Optional<Blocks> blocksWithin(@Nullable Instant from, @Nullable Instant to) {
        return client.sql(
                        "select min(block) as first, max(block) as last from log_block where latest >= ? and earliest < ?")
                .params(timestamp(from == null ? FIRST : from), timestamp(to == null ? LAST : to))
                .query((row, number) -> {
                    long first = row.getLong("first");
                    return row.wasNull()
                            ? Optional.<Blocks>empty()
                            : Optional.of(new Blocks(first, row.getLong("last") + 1));
                })
                .single();
    }

    List<BlockTimes> times(Span span) {
        return client.sql("select block, earliest, latest from log_block where block >= ? and block < ?")
                .params(span.firstBlock(), span.endBlock())
                .query((row, number) -> new BlockTimes(
                        row.getLong("block"),
                        row.getObject("earliest", OffsetDateTime.class).toInstant(),
                        row.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Leaves of one block whose records lie within the times, by the records themselves. */
    BitSet leavesWithin(long block, @Nullable Instant from, @Nullable Instant to) {
        BitSet leaves = new BitSet(BlockTerms.WIDTH);
        client.sql("select leaf_index from log_entry where leaf_index >= ? and leaf_index < ?"
                        + " and recorded_at >= ? and recorded_at < ?")
                .params(
                        block * BlockTerms.WIDTH,
                        (block + 1) * BlockTerms.WIDTH,
                        timestamp(from == null ? FIRST : from),
                        timestamp(to == null ? LAST : to))
                .query(row -> {
                    leaves.set((int) (row.getLong("leaf_index") - block * BlockTerms.WIDTH));
                });
        return leaves;
    }

    List<Integer> terms(Wanted wanted) {
        List<String> conditions = new ArrayList<>(List.of("field = ?"));
        List<Object> parameters = new ArrayList<>(List.of(wanted.field().label()));
        if (wanted.value() != null) {
            conditions.add("label = ?");
            parameters.add(wanted.value());
        }
        if (wanted.ruleId() != null) {
            conditions.add("rule_id = ?");
            parameters.add(wanted.ruleId());
        }
        return client.sql("select term_id from search_term where " + String.join(" and ", conditions))
                .params(parameters)
                .query(Integer.class)
                .list();
    }

    /**
     * Leaves with any of the terms.
     *
     * @param within the leaves of the span that matter
     */
    BitSet leaves(List<Integer> terms, Span span, BitSet within) {
        BitSet leaves = span.none();
        List<Blocks> stretches = stretches(span.blocks(within));
        int together = Math.max(1, TOGETHER / Math.max(1, stretches.size()));
        for (int start = 0; start < terms.size(); start += together) {
            addLeaves(terms.subList(start, Math.min(terms.size(), start + together)), stretches, span, leaves);
        }
        return leaves;
    }

    /** A few blocks one by one, more of them with those between them. */
    private static List<Blocks> stretches(List<Long> blocks) {
        return blocks.size() <= FEW_BLOCKS
                ? blocks.stream().map(block -> new Blocks(block, block + 1)).toList()
                : List.of(new Blocks(blocks.get(0), blocks.get(blocks.size() - 1) + 1));
    }

    /** A range of the key for each term and stretch, which H2 does not make of lists of terms or blocks. */
    private void addLeaves(List<Integer> terms, List<Blocks> stretches, Span span, BitSet leaves) {
        String one = "select block, leaves from term_block where term_id = ? and block >= ? and block < ?";
        List<Object> parameters = new ArrayList<>();
        for (int term : terms) {
            for (Blocks stretch : stretches) {
                parameters.addAll(List.of(term, stretch.first(), stretch.end()));
            }
        }
        if (parameters.isEmpty()) {
            return;
        }
        client.sql(String.join(" union all ", Collections.nCopies(terms.size() * stretches.size(), one)))
                .params(parameters)
                .query(row -> {
                    span.add(leaves, row.getLong("block"), BitSet.valueOf(row.getBytes("leaves")));
                });
    }

    /** Leaves of decisions and of events about an account. */
    BitSet leavesOf(String account, Span span) {
        BitSet leaves = span.none();
        for (String select : List.of(
                "select leaf_index from decision where account_id = ? and leaf_index >= ? and leaf_index < ?",
                "select leaf_index from log_event where event in (" + ABOUT_ACCOUNTS + ") and subject = ?"
                        + " and leaf_index >= ? and leaf_index < ?")) {
            client.sql(select).params(account, span.from(), span.to()).query(row -> {
                leaves.set((int) (row.getLong("leaf_index") - span.base()));
            });
        }
        return leaves;
    }

    /** The first leaf of a decision that retention left; that of no record when there is none. */
    long firstDecision() {
        return client.sql("select min(leaf_index) from decision")
                .query((row, number) -> {
                    long first = row.getLong(1);
                    return row.wasNull() ? Long.MAX_VALUE : first;
                })
                .single();
    }

    BitSet events(Span span) {
        BitSet leaves = span.none();
        client.sql("select leaf_index from log_event where leaf_index >= ? and leaf_index < ?")
                .params(span.from(), span.to())
                .query(row -> {
                    leaves.set((int) (row.getLong("leaf_index") - span.base()));
                });
        return leaves;
    }

    /** Terms that have an id above one. */
    List<StoredTerm> termsAbove(int id) {
        return client.sql("select term_id, field, label, rule_id from search_term where term_id > ? order by term_id")
                .param(id)
                .query((row, number) -> new StoredTerm(
                        row.getInt("term_id"),
                        new Term(
                                Field.valueOf(row.getString("field").toUpperCase(Locale.ROOT)),
                                row.getString("label"),
                                row.getString("rule_id"))))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another instance added it */
    void add(BlockTimes times) {
        client.sql("insert into log_block (block, earliest, latest) values (?, ?, ?)")
                .params(times.block(), timestamp(times.earliest()), timestamp(times.latest()))
                .update();
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    void addTerms(List<StoredTerm> terms) {
        template.batchUpdate(
                "insert into search_term (term_id, field, label, rule_id) values (?, ?, ?, ?)",
                terms.stream()
                        .map(stored -> new Object[] {
                            stored.id(),
                            stored.term().field().label(),
                            stored.term().value(),
                            stored.term().ruleId()
                        })
                        .toList());
    }

    void addLeaves(long block, Map<Integer, BitSet> leaves) {
        template.batchUpdate(
                "insert into term_block (term_id, block, leaves) values (?, ?, ?)",
                leaves.entrySet().stream()
                        .map(term -> new Object[] {
                            term.getKey(), block, term.getValue().toByteArray()
                        })
                        .toList());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
