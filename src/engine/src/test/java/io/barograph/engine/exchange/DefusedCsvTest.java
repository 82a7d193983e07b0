package io.barograph.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefusedCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=x"})
    void defusesFormulas(String text) {
        assertThat(DefusedCsv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  =1", "\"=1", "'=1", " '\"@x", "\u00a0=1", "\ufeff=1", "\u200b+1", "“-1", "＝1", "\u0000=1"})
    void defusesFormulasBehindBlanksAndQuotes(String text) {
        assertThat(DefusedCsv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "a=b", "'x", "1", "  x", "\"quoted\" = x", "'"})
    void leavesOtherTextsAlone(String text) {
        assertThat(DefusedCsv.text(text)).isEqualTo(text);
    }

    @Test
    void quotesAndEndsLinesAsTheStandardHasIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DefusedCsv csv = new DefusedCsv(out, DefusedCsv.Lines.CRLF)) {
            csv.write(List.of("a,b", "say \"no\"", "two\nlines", "ü"));
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",ü\r\n");
    }
}
