package io.barograph.service.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.text.Names;
import io.barograph.service.past.HistoryRow.Kind;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.PrivacyForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class CondensedPastTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final int ALL_DAYS = 100_000;
    private static final int ALL_ENTRIES = 1_000_000;

    private static final KeyRing NO_KEYS = noKeys();

    /** Nothing here is sealed. */
    private static KeyRing noKeys() {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:condensed-past", "sa", "");
        try (Connection open = database.getConnection()) {
            Flyway.configure().dataSource(database).load().migrate();
            assertThat(open.isValid(1)).isTrue(); // the database lives as long as a connection
            return PrivacyForTests.keys(JdbcClient.create(database), new JdbcTemplate(database))
                    .ring(List.of());
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        } finally {
            database.dispose();
        }
    }

    private static final SealedHistory SEALING = new SealedHistory(PrivacyForTests.sealing());

    /** What a decision added. */
    private record Said(LocalDate asOf, PackedPast past) {}

    /** Of each step the past is read from what stood together some steps ago, which was made from such a past itself. */
    @Test
    void tellsTheSameAsOneByOne() {
        Random random = new Random(20_261_129);
        for (int round = 0; round < 60; round++) {
            int far = List.of(1, 4, 300, 40_000).get(random.nextInt(4));
            List<Said> said = new ArrayList<>();
            LocalDate today = MARCH;
            CondensedPast condensed = null;
            for (int step = 0; step < 25; step++) {
                today = today.plusDays(random.nextInt(3));
                said.add(new Said(today, new PackedPast(rows(random, today, 0), rows(random, today, far))));

                StoredAccount one = account(said, 0, null);
                StoredAccount other = account(said, condensed == null ? 0 : (int) condensed.index() + 1, condensed);
                assertThat(told(other)).isEqualTo(told(one));
                condensed = random.nextInt(3) == 0 ? CondensedPast.of(other, ALL_DAYS, ALL_ENTRIES) : condensed;
            }
        }
    }

    @Test
    void findsEntriesBeyondNarrowTables() {
        HistoryRow long_ = row(Kind.INDICATOR, "a", MARCH.minusDays(30_000), "x".repeat(40_000));
        HistoryRow longer = row(Kind.INDICATOR, "a", MARCH.minusDays(70_000), "y".repeat(40_000));
        List<Said> said = List.of(new Said(MARCH, new PackedPast(List.of(), List.of(long_, longer))));
        CondensedPast condensed = CondensedPast.of(account(said, 0, null), ALL_DAYS, ALL_ENTRIES);

        Map<String, List<String>> told = told(account(said, 1, condensed));
        assertThat(told.values())
                .first()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(told.equals(told(account(said, 0, null)))).isTrue(); // told in full these are no message for people
    }

    @Test
    void tellsWhereTheRunOfABandEnds() {
        List<Said> said = new ArrayList<>();
        List<String> bands =
                Arrays.asList("green", "red", "RED", "red", null, "red", "red ", "red", "yellow", "yellow");
        for (int day = 0; day < bands.size(); day++) {
            LocalDate asOf = MARCH.plusDays(day);
            HistoryRow score =
                    new HistoryRow(Kind.SCORE, "Overall", asOf, new Reading(null, null), bands.get(day), null);
            said.add(new Said(asOf, new PackedPast(List.of(score), List.of())));
        }
        for (int together = 1; together < bands.size(); together++) {
            CondensedPast condensed =
                    CondensedPast.of(account(said.subList(0, together), 0, null), ALL_DAYS, ALL_ENTRIES);
            StoredTrack track =
                    account(said, together, condensed).tracks().iterator().next();
            for (int i = 0; i < bands.size(); i++) {
                assertThat(track.endOfRun(i))
                        .as("from %s of %s, the first %s together", i, bands, together)
                        .isEqualTo(endOfRun(bands, i));
            }
        }
    }

    private static int endOfRun(List<@Nullable String> oldestFirst, int i) {
        int end = i;
        String band = oldestFirst.get(oldestFirst.size() - 1 - i);
        while (band != null
                && end < oldestFirst.size()
                && Names.same(String.valueOf(oldestFirst.get(oldestFirst.size() - 1 - end)), band)) {
            end++;
        }
        return end;
    }

    /** As many as the limit lets by, but whole days, and the newest always. */
    @Test
    void daysAreSeenWholeOrNotAtAll() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<HistoryRow> rows = rows(random, MARCH, 40);
            StoredAccount account = account(List.of(new Said(MARCH, new PackedPast(List.of(), rows))), 0, null);
            int[] days = account.tracks().stream()
                    .filter(track -> track.kind() != Kind.ATTRIBUTES)
                    .flatMapToInt(track -> IntStream.range(0, track.size()).map(track::day))
                    .sorted()
                    .toArray();
            int today = (int) MARCH.toEpochDay();
            int entries = random.nextInt(12) + 1;
            int expected = days.length <= entries
                    ? today - 40
                    : Math.min(days[days.length - 1 - entries] + 1, days[days.length - 1]);

            assertThat(StoredPast.oldest(account, today, today - 40, entries)).isEqualTo(expected);
        }
    }

    @Test
    void saysSoWhenBytesAreNotWhatWasWritten() {
        Random random = new Random(11);
        List<Said> said = List.of(new Said(MARCH, new PackedPast(rows(random, MARCH, 0), rows(random, MARCH, 300))));
        CondensedPast whole = CondensedPast.of(account(said, 0, null), ALL_DAYS, ALL_ENTRIES);
        assertThat(whole.tracks()).isNotEmpty();
        for (int length = 0; length < whole.bytes().length; length++) {
            CondensedPast cut = with(whole, Arrays.copyOf(whole.bytes(), length));
            assertThat(!cut.reaches(ALL_DAYS, ALL_ENTRIES) || isRefused(cut)).isTrue();
        }
        for (int at = 1; at < whole.bytes().length; at++) {
            byte[] other = whole.bytes().clone();
            other[at] ^= (byte) (1 << random.nextInt(8));
            isRefused(with(whole, other)); // told otherwise or refused, but nothing else goes wrong
        }
        byte[] earlier = whole.bytes().clone();
        earlier[0] = 2;
        assertThat(with(whole, earlier).reaches(1, 1)).isFalse();
    }

    private static boolean isRefused(CondensedPast past) {
        try {
            StoredAccount account = account(List.of(), 0, past);
            account.tracks().stream().filter(track -> track.size() > 0).forEach(track -> track.endOfRun(0));
            CondensedPast.of(account, ALL_DAYS, ALL_ENTRIES);
            told(account);
            return false;
        } catch (IllegalStateException refused) {
            return true;
        } catch (NumberFormatException | DateTimeException | ClassCastException other) {
            return true; // what the entry itself makes of a text that is no number, no date or of another type
        }
    }

    /** Accounts that are decided in step are not put together in step. */
    @Test
    void standsTogetherEarlierOrLaterByTheNameOfTheAccount() {
        int[] accounts = new int[20];
        for (int i = 0; i < 900; i++) {
            accounts[new StoredAccount("account-" + i, NO_KEYS, SEALING).condensedAfter(8)]++;
        }
        for (int after = 0; after < accounts.length; after++) {
            boolean any = after >= 8 && after <= 16;
            assertThat(accounts[after]).as("after %s", after).isBetween(any ? 50 : 0, any ? 150 : 0);
        }
        List<Said> said = List.of(new Said(MARCH, new PackedPast(List.of(), List.of())));
        CondensedPast past = CondensedPast.of(account(said, 0, null), 400, 2_000);

        assertThat(account(said, 1, past).condensedAfter(8)).isEqualTo(8);
    }

    @Test
    void reachesAsFarAsItWasMadeFor() {
        CondensedPast past = CondensedPast.of(
                account(List.of(new Said(MARCH, new PackedPast(List.of(), List.of()))), 0, null), 400, 2_000);
        assertThat(past.reaches(400, 2_000)).isTrue();
        assertThat(past.reaches(401, 2_000)).isFalse();
        assertThat(past.reaches(400, 2_001)).isFalse();
    }

    private static CondensedPast with(CondensedPast past, byte[] bytes) {
        return new CondensedPast(past.account(), past.index(), past.first(), past.asOf(), bytes);
    }

    private static StoredAccount account(List<Said> said, int from, @Nullable CondensedPast condensed) {
        StoredAccount account = new StoredAccount("acme", NO_KEYS, SEALING);
        for (int i = said.size() - 1; i >= from; i--) {
            account.add(
                    i, said.get(i).asOf(), said.get(i).past().bytes(said.get(i).asOf()));
        }
        if (condensed != null) {
            account.add(condensed);
        }
        account.settle();
        return account;
    }

    /** Everything, by what it is about. */
    private static Map<String, List<String>> told(StoredAccount account) {
        Map<String, List<String>> told = new TreeMap<>();
        for (StoredTrack track : account.tracks()) {
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < track.size(); i++) {
                HistoryEntry entry = track.entry(i).orElseThrow();
                assertThat((int) entry.date().toEpochDay()).isEqualTo(track.day(i));
                entries.add(entry.toString());
            }
            if (!entries.isEmpty() && track.kind() != Kind.ATTRIBUTES) {
                told.put(track.kind() + Names.fold(track.name()), entries);
            }
        }
        return told;
    }

    private static List<HistoryRow> rows(Random random, LocalDate today, int far) {
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Kind kind = Kind.of(random.nextInt(3));
            rows.add(new HistoryRow(
                    kind,
                    "n" + random.nextInt(3),
                    far == 0 ? today : today.minusDays(random.nextInt(far)),
                    kind == Kind.PLAYBOOK
                            ? new Reading(null, null)
                            : random.nextInt(5) == 0
                                    ? new Reading(null, null)
                                    : new Reading("number", String.valueOf(random.nextInt(100))),
                    kind == Kind.SCORE && random.nextBoolean() ? "band " + random.nextInt(3) : null,
                    kind == Kind.INDICATOR && random.nextInt(4) == 0 ? "0.25" : null));
        }
        return rows;
    }

    private static HistoryRow row(Kind kind, String name, LocalDate dated, String text) {
        return new HistoryRow(kind, name, dated, new Reading("text", text), null, null);
    }
}
