package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadersTest extends ServiceTest {

    private static final Pattern INLINE = Pattern.compile("<script|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    @Test
    void answersSayWhatBrowsersMayDoWithThem() throws Exception {
        for (HttpHeaders headers : List.of(
                get("/").headers(),
                get("/api/v1/models").headers(),
                send(strange("/login").GET()).headers(),
                send(strange("/api/v1/models").GET()).headers())) {
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe", "script-src");
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void programsGetNoCookies() throws Exception {
        assertThat(get("/api/v1/models").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void pagesHaveNoInlineScriptOrStyle() throws Exception {
        try (Stream<Path> templates = Files.list(
                Path.of(System.getProperty("barograph.root", "../.."), "src/service/src/main/resources/templates"))) {
            List<Path> pages = templates.toList();
            assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
            for (Path page : pages) {
                assertThat(INLINE.matcher(Files.readString(page)).find())
                        .as(page.toString())
                        .isFalse();
            }
        }
    }
}
