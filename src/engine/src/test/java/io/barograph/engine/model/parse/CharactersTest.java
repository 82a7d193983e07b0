package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @CsvSource({
        "0x200B, U+200B", "0x202E, U+202E", "0x2066, U+2066", "0x00AD, U+00AD", "0xFEFF, U+FEFF", "0x0007, U+0007",
        "0x0085, U+0085", "0x2028, U+2028", "0x200D, U+200D", "0x3164, U+3164", "0xE0041, U+E0041", "0xFE0F, U+FE0F"
    })
    void namesCharactersThatNobodySees(String code, String name) {
        String text = "se" + Character.toString(Integer.decode(code)) + "at";

        assertThat(Characters.firstBad(text)).isEqualTo(name);
        assertThat(Characters.visible(text)).isEqualTo("seat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zürich\tand\nréunion\u00A0x",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "1\uFE0F\u20E3",
                "\u4F60\u597D \u0645\u0631\u062D\u0628\u0627",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
            })
    void leavesWritingAndEmojiAlone(String text) {
        assertThat(Characters.firstBad(text)).isNull();
    }
}
