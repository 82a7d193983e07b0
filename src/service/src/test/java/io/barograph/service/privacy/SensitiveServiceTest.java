package io.barograph.service.privacy;

import io.barograph.service.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose model hides much, and accounts with values that cannot be mistaken for anything else. */
abstract class SensitiveServiceTest extends ServiceTest {

    /** Everything that must be seen nowhere: as sent, and what is computed from it. */
    static final List<String> PLANTS = List.of(
            "Xanthippe",
            "Quetzal",
            "Timbuktu",
            "Ouagadougou",
            "73918462",
            "73,918,462",
            "2047-11-23",
            "41.5937",
            "93.7412");

    @DynamicPropertySource
    static void hideMuch(DynamicPropertyRegistry registry) {
        Path folder = PrivacyForTests.model(
                Path.of("target/privacy-test-model"),
                List.of("arr", "renewal_date", "seat_utilisation", "contract_status", "support_csat"));
        registry.add("barograph.model.directory", folder.toAbsolutePath()::toString);
    }

    static String body(String account, String asOf) {
        return """
                {"account_id": "%s", "as_of": "%s",
                 "attributes": {"account_name": "Xanthippe & Daughters", "arr": 73918462.57, "renewal_date": "2047-11-23",
                   "contract_status": "Quetzal", "Account nmae": "Timbuktu", "industry": "media"},
                 "indicators": {"seat_utilisation": {"value": 41.5937, "source": "a call with Ouagadougou"},
                   "support_csat": "Quetzal", "logins_per_week": 31},
                 "history": [{"indicator": "seat_utilisation", "observed_at": "2026-01-28", "value": 93.7412}]}""".formatted(account, asOf).replace("\n", " ");
    }

    /** The plants that a text holds, written as it is or as bytes in hexadecimal. */
    static List<String> plantsIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return PLANTS.stream()
                .filter(plant -> folded.contains(plant.toLowerCase(Locale.ROOT))
                        || folded.contains(hex(plant).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Every row of every table, as SQL. */
    String dump() {
        return String.join("\n", client.sql("script").query(String.class).list());
    }
}
