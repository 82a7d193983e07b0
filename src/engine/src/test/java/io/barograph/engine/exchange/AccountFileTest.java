package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.exchange.AccountFile.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final Contract CONTRACT = new Contract(
            "1",
            List.of(
                    field(Field.Role.ATTRIBUTE, "stage", "Lifecycle stage", null, FieldType.STRING, null),
                    field(Field.Role.ATTRIBUTE, "live", "Is live", "LIVE_FLAG", FieldType.BOOLEAN, null),
                    field(Field.Role.ATTRIBUTE, "renewal_date", "Renewal date", null, FieldType.DATE, null),
                    field(Field.Role.INDICATOR, "seats", "Seat utilisation", "SeatUtil", FieldType.NUMBER, "percent"),
                    field(Field.Role.INDICATOR, "tickets", "Open tickets", null, FieldType.INTEGER, null)),
            List.of("customer_id", "customerID"));

    @Test
    void readsCellsByTheTypeOfTheContract() throws IOException {
        AccountSnapshot snapshot = single("""
                customerID,As_Of,LIFECYCLE  stage,live_flag,renewal_date,seatutil,Open tickets
                acme,2026-02-27T23:30:00-02:00,renewal,Yes,2026-05-15,65.50,"2,500"
                """);

        assertThat(snapshot.accountId()).isEqualTo("acme");
        assertThat(snapshot.asOf()).isEqualTo("2026-02-28");
        assertThat(snapshot.attributes())
                .containsEntry("stage", "renewal")
                .containsEntry("live", true)
                .containsEntry("renewal_date", LocalDate.of(2026, 5, 15));
        assertThat(snapshot.indicators())
                .containsEntry("seats", Observation.of(new BigDecimal("65.5")))
                .containsEntry("tickets", Observation.of(new BigDecimal("2500")));
    }

    @Test
    void takesEmptyCellsAsMissing() throws IOException {
        AccountSnapshot snapshot = single("account_id,stage,seats,other\na, ,,\n");

        assertThat(snapshot.asOf()).isEqualTo(TODAY);
        assertThat(snapshot.attributes()).isEmpty();
        assertThat(snapshot.indicators()).isEmpty();
    }

    @Test
    void leavesUnreadableCellsAsTextsForTheDecisionToReport() throws IOException {
        AccountSnapshot snapshot = single("account_id,live,renewal_date,seats,tickets\na,maybe,soon,\"0,5\",many\n");

        assertThat(snapshot.attributes()).containsEntry("live", "maybe").containsEntry("renewal_date", "soon");
        assertThat(snapshot.indicators())
                .containsEntry("seats", Observation.of("0,5"))
                .containsEntry("tickets", Observation.of("many"));
    }

    @Test
    void takesPercentSignsOnPercentFieldsOnly() throws IOException {
        AccountSnapshot snapshot = single("account_id,seats,tickets\na,60 %,60%\n");

        assertThat(snapshot.indicators())
                .containsEntry("seats", Observation.of(new BigDecimal("60")))
                .containsEntry("tickets", Observation.of("60%"));
    }

    @Test
    void leavesNumbersOfAbsurdLengthAsTexts() throws IOException {
        String digits = "9".repeat(500_000);

        assertThat(single("account_id,seats\na," + digits + "\n").indicators())
                .containsEntry("seats", Observation.of(digits));
    }

    @Test
    void passesUnknownColumnsOnUnderTheirName() throws IOException {
        AccountSnapshot snapshot = single("account_id,Shoe size,\na,42,x\n");

        assertThat(snapshot.attributes()).containsEntry("Shoe size", "42").containsEntry("column 3", "x");
    }

    @Test
    void readsByteOrderMarksQuotesAndCrlf() throws IOException {
        AccountSnapshot snapshot =
                single("\uFEFF\"account_id\",\"stage\"\r\n\"a \"\"b\"\"\",\"on\r\nhold, again\"\r\n");

        assertThat(snapshot.accountId()).isEqualTo("a \"b\"");
        assertThat(snapshot.attributes()).containsEntry("stage", "on\r\nhold, again");
    }

    @Test
    void reportsBadRowsByLineAndGoesOn() throws IOException {
        assertThat(csv("""
                        account_id,stage,as_of
                        good-1,x,

                        two
                        a,b,c,d
                        ,x,
                        b,x,yesterday
                        "c"x,x,
                        good-2,"x
                        y",
                        "open,x,
                        good-3,x,
                        """))
                .containsExactly(
                        "2 good-1",
                        "4 has 1 column where the header has 3; put a text that holds a comma in quotes",
                        "5 has 4 columns where the header has 3; put a text that holds a comma in quotes",
                        "6 account_id: is blank; say which account this is",
                        "7 as_of: `yesterday` is no date; write `2026-03-01`, or a time with its offset such as"
                                + " `2026-03-01T09:30:00Z`",
                        "8 cannot be split into columns; put a text that holds a quote in quotes, and write that"
                                + " quote twice",
                        "9 good-2",
                        "11 a quote opens here and does not close within 100 lines; close it, or write a quote inside"
                                + " quotes twice",
                        "12 good-3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            ´´                          | the file is empty; its first line must name the columns
            \\n\\n                      | the file is empty; its first line must name the columns
            stage,seats                 | no column holds the account id: found `stage`, `seats`; name it `account_id` or `customer_id` or `customerID`
            account_id;stage            | no column holds the account id: found one column `account_id;stage`, so separate columns with commas; name it `account_id` or `customer_id` or `customerID`
            account_id,SEATS,SeatUtil   | the columns `SEATS` and `SeatUtil` both mean `seats`; remove one
            account_id,customerID       | the columns `account_id` and `customerID` both mean the account id; remove one
            account_id,x,X              | the columns `x` and `X` both mean `X`; remove one
            account_id,as_of,As_Of      | the columns `as_of` and `As_Of` both mean the as-of date; remove one
            account_id,"x               | line 1: the header a quote opens here and does not close within 100 lines; close it, or write a quote inside quotes twice
            """)
    void refusesFilesWithoutAUsableHeader(String text, String message) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> csv(text.replace("\\n", "\n")))
                .withMessage(message);
    }

    @Test
    void refusesTooManyColumns() {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> csv("account_id" + ",x".repeat(1_000)))
                .withMessage("the header has 1,001 columns; at most 1,000 are read");
    }

    @Test
    void readsSnapshotsLineByLine() throws IOException {
        assertThat(lines("""
                        {"account_id": "a"}

                        {"account_id": "b"
                        {"account_id": "c", "as_of": "2026-01-01"}
                        []
                        {"account_id": "d"}
                        """, Format.NDJSON))
                .containsExactly(
                        "1 a",
                        "3 not JSON: it ends too early; send the whole object",
                        "4 c",
                        "5 must be an object, but is a list",
                        "6 d");
    }

    @Test
    void readsNoFurtherThanAskedAndPassesFailuresOfTheStreamOn() throws IOException {
        IOException broken = new IOException("broken pipe");
        InputStream in = new InputStream() {
            private int reads;

            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (reads++ > 0) {
                    throw broken;
                }
                byte[] header = "account_id\na\n".getBytes(UTF_8);
                System.arraycopy(header, 0, target, offset, header.length);
                return header.length;
            }
        };
        try (AccountFile file = AccountFile.open(in, Format.CSV, CONTRACT, TODAY)) {
            assertThat(file.next().line()).isEqualTo(2);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(file::hasNext)
                    .withCause(broken);
        }
    }

    @Test
    void endsAfterTheLastLine() throws IOException {
        try (AccountFile file = open("account_id\n", Format.CSV)) {
            assertThat(file.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(file::next);
        }
    }

    @Test
    void tellsFormatsByFileName() {
        assertThat(Format.ofFileName("a.CSV")).contains(Format.CSV);
        assertThat(Format.ofFileName("a.b.ndjson")).contains(Format.NDJSON);
        assertThat(Format.ofFileName("a.jsonl")).contains(Format.NDJSON);
        assertThat(Format.ofFileName("a.json")).contains(Format.NDJSON);
        assertThat(Format.ofFileName("a.xlsx")).isEmpty();
        assertThat(Format.ofFileName("csv.txt")).isEmpty();
    }

    private static AccountSnapshot single(String text) throws IOException {
        try (AccountFile file = open(text, Format.CSV)) {
            SnapshotLine line = file.next();
            assertThat(line).isInstanceOf(SnapshotLine.Good.class);
            assertThat(file.hasNext()).isFalse();
            return ((SnapshotLine.Good) line).snapshot();
        }
    }

    private static List<String> csv(String text) throws IOException {
        return lines(text, Format.CSV);
    }

    /** Each as its number, and its account id or what is wrong with it. */
    private static List<String> lines(String text, Format format) throws IOException {
        List<String> lines = new ArrayList<>();
        try (AccountFile file = open(text, format)) {
            file.forEachRemaining(line -> lines.add(line.line() + " "
                    + (line instanceof SnapshotLine.Good good
                            ? good.snapshot().accountId()
                            : ((SnapshotLine.Bad) line).message())));
        }
        return lines;
    }

    private static AccountFile open(String text, Format format) throws IOException {
        return AccountFile.open(new ByteArrayInputStream(text.getBytes(UTF_8)), format, CONTRACT, TODAY);
    }

    private static Field field(
            Field.Role role,
            String name,
            String label,
            @Nullable String physicalName,
            FieldType type,
            @Nullable String unit) {
        return new Field(
                role,
                name,
                label,
                physicalName,
                type,
                null,
                null,
                List.of(),
                null,
                unit,
                Field.Direction.NEITHER,
                null,
                true,
                false,
                "");
    }
}
