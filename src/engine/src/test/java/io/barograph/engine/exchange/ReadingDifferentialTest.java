package io.barograph.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is read from bytes is what the readers of texts make of it: the same accounts, and the same words about what is wrong.
 * Inputs are sound ones with a few bytes changed, so that most of them are nearly plain.
 */
class ReadingDifferentialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = 4_000;

    private static final List<String> TEXTS = List.of(
            "renewal",
            "é",
            "日本",
            "😀",
            "a \\\"b\\\"",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\u0000",
            " x ",
            "",
            "a\\/b",
            "\\n",
            "2026-01-31",
            "\uFFFD",
            "yes",
            "\u00A0",
            "x".repeat(50));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "65.50",
            "-3.20",
            "0.0",
            "1e3",
            "1E-5",
            "123456789012345678",
            "1234567890123456789",
            "007",
            "1.",
            ".5",
            "-",
            "+1",
            "0.1234567890123456789",
            "1e999999999",
            "99999999999999999.9",
            "100000",
            "0.30");

    private static final List<String> NAMES = List.of(
            "stage",
            "live",
            "seats",
            "tickets",
            "renewal_date",
            "größe",
            "na\\u006de",
            "a b",
            "x".repeat(120),
            "",
            "v1",
            "v2");

    private static final List<String> DATES = List.of(
            "2026-02-28",
            "2026-02-29",
            "2024-02-29",
            "2026-13-01",
            "2026-02-27T23:30:00-02:00",
            " 2026-01-01 ",
            "0000-01-01",
            "soon");

    private static final Contract CONTRACT = new Contract(
            "1",
            List.of(
                    field(Field.Role.ATTRIBUTE, "stage", FieldType.STRING, null),
                    field(Field.Role.ATTRIBUTE, "live", FieldType.BOOLEAN, null),
                    field(Field.Role.ATTRIBUTE, "renewal_date", FieldType.DATE, null),
                    field(Field.Role.INDICATOR, "seats", FieldType.NUMBER, "percent"),
                    field(Field.Role.INDICATOR, "tickets", FieldType.INTEGER, null)),
            List.of("customer_id"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsSnapshotsAsTheirTextsAreRead(long seed) {
        Random random = new Random(seed);
        SnapshotParser parser = new SnapshotParser();
        JsonAccounts plain = new JsonAccounts();
        int accounts = 0;
        int plainly = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] json = changed(snapshot(random).getBytes(UTF_8), random, "{}[]\",:\\ \n\t0e-.truefalsnul");
            String expected = told(() -> {
                try (JsonInput input = JsonInput.of(json)) {
                    return new SnapshotReader(input).read(TODAY);
                }
            });

            assertThat(told(() -> parser.read(json, TODAY)))
                    .as("seed %d, round %d: %s", seed, round, new String(json, UTF_8))
                    .isEqualTo(expected);
            accounts += expected.startsWith("!") ? 0 : 1;
            plainly += plain.read(json, 0, json.length, TODAY) == null ? 0 : 1;
        }
        assertThat(accounts).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
        assertThat(plainly).isBetween(accounts / 4, accounts);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsRowsAsTheirTextsAreRead(long seed) throws Exception {
        Random random = new Random(seed);
        AccountColumns columns = new AccountColumns(
                List.of("stage", "seats", "account_id", "Shoe size", "tickets", "live", "as_of", "renewal_date"),
                CONTRACT);
        CsvAccounts rows = new CsvAccounts(columns, TODAY);
        int accounts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] row = changed(row(random).getBytes(UTF_8), random, ",\"\" %\u000B\t0-.,yesno");
            String text = new Utf8Text().of(row, 0, row.length);
            SnapshotLine expected = text == null
                    ? new SnapshotLine.Bad(7, "is not UTF-8 text; save the file as UTF-8")
                    : text.isBlank() ? null : columns.snapshot(CsvRows.row(7, text, 8), TODAY);

            assertThat(told(rows.read(7, row, 0, row.length)))
                    .as("seed %d, round %d: %s", seed, round, new String(row, UTF_8))
                    .isEqualTo(told(expected));
            accounts += expected instanceof SnapshotLine.Good ? 1 : 0;
        }
        assertThat(accounts).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private interface Reading {
        AccountSnapshot read() throws BadSnapshotException;
    }

    /** Everything there is to see of a snapshot, or an exclamation mark and what is wrong. */
    private static String told(Reading reading) {
        try {
            return told(reading.read());
        } catch (BadSnapshotException e) {
            return "!" + e.reason();
        }
    }

    private static String told(AccountSnapshot snapshot) {
        return String.join(
                "|",
                snapshot.accountId(),
                snapshot.asOf().toString(),
                new ArrayList<>(snapshot.attributes().entrySet()).toString(),
                new ArrayList<>(snapshot.indicators().entrySet()).toString(),
                snapshot.history().toString());
    }

    private static String told(@Nullable SnapshotLine line) {
        if (line == null) {
            return "blank";
        }
        return line instanceof SnapshotLine.Good good
                ? good.line() + told(good.snapshot())
                : line.line() + "!" + ((SnapshotLine.Bad) line).message();
    }

    private static byte[] changed(byte[] sound, Random random, String signs) {
        byte[] bytes = sound;
        for (int changes = random.nextInt(6) - 2; changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            byte sign = random.nextInt(20) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(3)) {
                case 0 -> {
                    bytes = bytes.clone();
                    bytes[at] = sign;
                }
                case 1 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    longer[at] = sign;
                    bytes = longer;
                }
                default -> {
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
                    System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }

    private static String snapshot(Random random) {
        List<String> members = new ArrayList<>();
        members.add("\"account_id\": \"" + (random.nextInt(5) == 0 ? one(TEXTS, random) : "acme") + "\"");
        if (random.nextBoolean()) {
            members.add("\"as_of\":" + date(random));
        }
        if (random.nextInt(4) > 0) {
            members.add("\"attributes\":" + object(random, () -> value(random)));
        }
        if (random.nextInt(4) > 0) {
            members.add("\"indicators\" :" + object(random, () -> observation(random)));
        }
        if (random.nextBoolean()) {
            List<String> entries = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                entries.add(entry(random));
            }
            members.add("\"history\":[" + String.join(",", entries) + "]");
        }
        return "{" + String.join(random.nextBoolean() ? "," : " , ", members) + "}";
    }

    private static String object(Random random, Supplier<String> value) {
        List<String> members = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(name.matches("[a-z_]+") ? 2 : 12) == 0) {
                members.add(random.nextInt(10) == 0 ? 0 : members.size(), "\"" + name + "\":" + value.get());
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "true";
            case 1 -> "false";
            case 2 -> "null";
            case 3 -> random.nextInt(8) == 0 ? "[1]" : "0";
            case 4, 5, 6 -> "\"" + one(random.nextInt(3) == 0 ? TEXTS : TEXTS.subList(0, 5), random) + "\"";
            default -> one(random.nextInt(3) == 0 ? NUMBERS : NUMBERS.subList(0, 6), random);
        };
    }

    private static String date(Random random) {
        return random.nextInt(6) == 0
                ? "null"
                : "\"" + one(random.nextInt(4) == 0 ? DATES : DATES.subList(0, 1), random) + "\"";
    }

    private static String observation(Random random) {
        if (random.nextInt(3) > 0) {
            return value(random);
        }
        List<String> members = new ArrayList<>(List.of("\"value\":" + value(random)));
        if (random.nextBoolean()) {
            members.add("\"observed_at\":" + date(random));
        }
        if (random.nextInt(3) == 0) {
            members.add("\"source\": \"crm\"");
        }
        if (random.nextInt(3) == 0) {
            members.add("\"campaign_share\": " + one(NUMBERS.subList(0, 6), random));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String entry(Random random) {
        return switch (random.nextInt(5)) {
            case 0 ->
                "{\"score\":\"Overall\",\"as_of\":" + date(random) + ",\"value\":" + value(random)
                        + ",\"band\":\"green\"}";
            case 1 -> "{\"playbook\":\"save\",\"as_of\":" + date(random) + "}";
            case 2 -> "{\"as_of\":\"2026-01-01\",\"attributes\":{\"stage\":" + value(random) + "}}";
            default -> "{\"indicator\":\"seats\",\"observed_at\":" + date(random) + ",\"value\":" + value(random) + "}";
        };
    }

    private static String row(Random random) {
        List<String> cells = new ArrayList<>();
        cells.add(cell(one(TEXTS, random), random));
        cells.add(cell(one(NUMBERS, random) + (random.nextInt(8) == 0 ? "%" : ""), random));
        cells.add(random.nextInt(6) == 0 ? cell(one(TEXTS, random), random) : "acme");
        cells.add(cell(one(TEXTS, random), random));
        cells.add(cell(random.nextInt(6) == 0 ? "2,500" : one(NUMBERS, random), random));
        cells.add(cell(one(List.of("yes", "no", "Yes", "TRUE", "maybe", "false"), random), random));
        cells.add(
                random.nextInt(3) > 0
                        ? ""
                        : cell(one(DATES.subList(0, random.nextInt(4) == 0 ? 8 : 1), random), random));
        cells.add(cell(one(DATES, random), random));
        return String.join(",", cells);
    }

    private static String cell(String text, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + text.replace("\"", "\"\"") + "\"";
            case 1 -> " " + text.replace("\"", "") + "\t";
            case 2, 3 -> "";
            default -> text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Field field(Field.Role role, String name, FieldType type, @Nullable String unit) {
        return new Field(
                role,
                name,
                name,
                null,
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
