package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {

    private static final Contract CONTRACT = new Contract(
            "1",
            List.of(new Field(
                    Field.Role.INDICATOR,
                    "logins",
                    "Logins per week",
                    null,
                    FieldType.NUMBER,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    Field.Direction.NEITHER,
                    null,
                    true,
                    false,
                    "")),
            List.of("customerID"));

    private final List<String> bad = new ArrayList<>();

    @Test
    void readsEntriesByAccountInFileOrder() throws IOException {
        assertThat(read("""
                        value,Indicator,observed_at,CUSTOMERID,campaign_share
                        31,logins,2026-02-27,a,0.2
                        7,Logins per week,2026-01-01T23:00:00-02:00,b,
                        ,logins,2026-01-30,a,
                        x,shoe size,2026-01-30,a,
                        """))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a",
                        List.of(
                                entry("logins", "2026-02-27", new BigDecimal("31"), new BigDecimal("0.2")),
                                entry("logins", "2026-01-30", null, null),
                                entry("shoe size", "2026-01-30", "x", null)),
                        "b",
                        List.of(entry("logins", "2026-01-02", new BigDecimal("7"), null))));
        assertThat(bad).isEmpty();
    }

    @Test
    void reportsBadRowsByLineAndGoesOn() throws IOException {
        Map<String, List<HistoryEntry>> entries = read("""
                account_id,observed_at,indicator,value,campaign_share
                ,2026-01-30,logins,1,
                a,soon,logins,1,
                a,2026-01-30,,1,
                a,2026-01-30,logins,1,a fifth
                a,2026-01-30,logins
                a,2026-01-30,logins,1,
                """);

        assertThat(bad)
                .containsExactly(
                        "2 account_id: is blank; say which account this is",
                        "3 observed_at: `soon` is no date; write `2026-03-01`, or a time with its offset such as"
                                + " `2026-03-01T09:30:00Z`",
                        "4 indicator: is blank; name it",
                        "5 campaign_share: `a fifth` is no number; write 20 % as 0.2",
                        "6 has 3 columns where the header has 5; put a text that holds a comma in quotes");
        assertThat(entries).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account_id,observed_at,indicator         | no column `value`; a history has `account_id`, `observed_at`, `indicator`, `value`, `campaign_share`
            account_id,observed,indicator,value      | unknown column `observed`; a history has `account_id`, `observed_at`, `indicator`, `value`, `campaign_share`
            account_id,observed_at,indicators,value  | unknown column `indicators`; did you mean `indicator`?
            account_id,customerID,observed_at,value  | the column `account_id` stands twice; remove one
            """)
    void refusesOtherHeaders(String header, String message) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(header))
                .withMessage(message);
    }

    @Test
    void refusesTooManyEntries() {
        String text = "account_id,observed_at,indicator,value\n" + "a,2026-01-30,logins,1\n".repeat(4);

        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> HistoryFile.read(
                        new ByteArrayInputStream(text.getBytes(UTF_8)), CONTRACT, line -> bad.add(line.message()), 3))
                .withMessage("the history has more than 3 entries; split it");
    }

    private static HistoryEntry entry(
            String indicator, String date, @Nullable Object value, @Nullable BigDecimal share) {
        return new IndicatorEntry(indicator, LocalDate.parse(date), value, share);
    }

    private Map<String, List<HistoryEntry>> read(String text) throws IOException {
        return HistoryFile.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                CONTRACT,
                line -> bad.add(line.line() + " " + line.message()));
    }
}
