package io.barograph.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void blanksWhatWouldMoveTheCursorOrForgeALine() {
        assertThat(Printable.line("a\u001B[31mb\r\nc\u202Ed\u2028e\u0007")).isEqualTo("a [31mb  c d e ");
    }

    @Test
    void leavesWordsOfAnyLanguageAlone() {
        assertThat(Printable.line("Łódź 東京 🚀")).isEqualTo("Łódź 東京 🚀");
    }

    @Test
    void countsColumnsAsTerminalsDo() {
        assertThat(Printable.columns("abc")).isEqualTo(3);
        assertThat(Printable.columns("東京")).isEqualTo(4);
        assertThat(Printable.columns("e\u0301")).isEqualTo(1);
        assertThat(Printable.columns("🚀")).isEqualTo(2);
    }

    @Test
    void wrapsAtBlanksAndBreaksWordsThatDoNotFit() {
        assertThat(Printable.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(Printable.wrapped("abcdefgh ij", 5)).containsExactly("abcde", "fgh", "ij");
        assertThat(Printable.wrapped("東京東京", 5)).containsExactly("東京", "東京");
        assertThat(Printable.wrapped(" ", 5)).containsExactly("");
    }

    @Test
    void marksWhatItCutsOff() {
        assertThat(Printable.shortened("abcdefgh", 5, "…")).isEqualTo("abcd…");
        assertThat(Printable.shortened("abcde", 5, "…")).isEqualTo("abcde");
        assertThat(Printable.shortened("東京東京", 6, "...")).isEqualTo("東...");
    }
}
