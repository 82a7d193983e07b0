package io.barograph.service.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedPastTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void givesBackWhatWasPacked() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            PackedPast past = new PackedPast(rows(random, random.nextInt(5)), rows(random, random.nextInt(80)));

            assertThat(PackedPast.read(past.bytes(MARCH), MARCH)).isEqualTo(past);
        }
    }

    @Test
    void packsNothingInThreeBytes() {
        assertThat(new PackedPast(List.of(), List.of()).bytes(MARCH)).containsExactly(1, 0, 0);
    }

    @Test
    void refusesEntriesDatedAfterTheDecision() {
        HistoryRow tomorrow = new HistoryRow(
                HistoryRow.Kind.PLAYBOOK, "call", MARCH.plusDays(1), new Reading(null, null), null, null);

        assertThatThrownBy(() -> new PackedPast(List.of(tomorrow), List.of()).bytes(MARCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-02");
    }

    @Test
    void saysSoWhenBytesAreNotWhatWasWritten() {
        Random random = new Random(11);
        byte[] packed = new PackedPast(rows(random, 3), rows(random, 20)).bytes(MARCH);
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> PackedPast.read(cut, MARCH)).isInstanceOf(IllegalStateException.class);
        }
        byte[] later = packed.clone();
        later[0] = 2;
        assertThatThrownBy(() -> PackedPast.read(later, MARCH)).hasMessageContaining("version 2");
    }

    private static List<HistoryRow> rows(Random random, int count) {
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new HistoryRow(
                    HistoryRow.Kind.of(random.nextInt(4)),
                    String.valueOf(text(random)),
                    MARCH.minusDays(random.nextInt(3) * 1000L + random.nextInt(1000)),
                    new Reading(text(random), text(random)),
                    text(random),
                    text(random)));
        }
        return rows;
    }

    private static @Nullable String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "Zürich – ☃ 😀";
            case 3 -> "x".repeat(random.nextInt(400));
            default -> Double.toString(random.nextDouble());
        };
    }
}
