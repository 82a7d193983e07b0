package io.barograph.engine.audit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.barograph.engine.audit.CanonicalJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedRecordTest {

    private static final String RECORD =
            "{\"decision\":{\"issues\":[]},\"decision_id\":\"d-1\",\"snapshot\":{\"account_id\":\"acme\",\"attributes\":"
                    + "{\"a/b~c\":12.5,\"contact\":\"Mæry\",\"plan\":\"gold\"},\"history\":[{\"value\":3},{\"value\":[\"x\"]}]}}";
    private static final byte[] KEY_BYTES = filled(DataKey.BYTES, 7);
    private static final DataKey KEY = new DataKey("k-1", KEY_BYTES);
    private static final byte[] NONCE = filled(DataKey.NONCE_BYTES, 9);

    @Test
    void standsWhereTheValuesStood() {
        assertThat(text(sealed()))
                .startsWith(
                        "{\"decision\":{\"issues\":[]},\"decision_id\":\"d-1\",\"sealed\":{\"alg\":\"A256GCM\",\"at\":[\"/snapshot/attributes/a~1b~0c\","
                                + "\"/snapshot/attributes/contact\",\"/snapshot/history/1/value\"],\"key\":\"k-1\","
                                + "\"nonce\":\"CQkJCQkJCQkJCQkJ\",\"text\":\"")
                .endsWith("\"snapshot\":{\"account_id\":\"acme\",\"attributes\":{\"a/b~c\":\"[sealed]\",\"contact\":"
                        + "\"[sealed]\",\"plan\":\"gold\"},\"history\":[{\"value\":3},{\"value\":\"[sealed]\"}]}}");
    }

    @Test
    void opensToTheRecordItWas() {
        SealedRecord sealed = read(sealed());

        assertThat(sealed.keyId()).isEqualTo("k-1");
        assertThat(text(sealed.open(KEY))).isEqualTo(RECORD);
    }

    /** As somebody without this code would open it, from the documentation. */
    @Test
    void opensWithNothingButTheDocumentation() throws Exception {
        Place seal = Place.of(CanonicalJson.tree(sealed()), "").in("sealed");
        String bound = "{\"account_id\":\"acme\",\"alg\":\"A256GCM\",\"at\":[\"/snapshot/attributes/a~1b~0c\","
                + "\"/snapshot/attributes/contact\",\"/snapshot/history/1/value\"],\"decision_id\":\"d-1\",\"key\":\"k-1\"}";
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(KEY_BYTES, "AES"),
                new GCMParameterSpec(128, decoded(seal, "nonce")));
        cipher.updateAAD(bound.getBytes(UTF_8));

        assertThat(text(cipher.doFinal(decoded(seal, "text"))))
                .isEqualTo("{\"/snapshot/attributes/a~1b~0c\":12.5,\"/snapshot/attributes/contact\":\"Mæry\","
                        + "\"/snapshot/history/1/value\":[\"x\"]}");
    }

    @Test
    void isAlsoTheRecordWithoutTheValues() {
        assertThat(text(read(sealed()).withoutValues().orElseThrow()))
                .isEqualTo(
                        "{\"decision\":{\"issues\":[]},\"decision_id\":\"d-1\",\"snapshot\":{\"account_id\":\"acme\","
                                + "\"attributes\":{\"plan\":\"gold\"},\"history\":[{\"value\":3},{}]}}");
    }

    @Test
    void isToldWithoutItsSeal() {
        assertThat(text(read(sealed()).told())).isEqualTo(with("[sealed]", RECORD));
    }

    @Test
    void tellsAnotherWordAndWhyOnceTheKeyIsGone() {
        assertThat(text(read(sealed()).erased("it was asked for")))
                .isEqualTo(with("[erased]", RECORD)
                        .replace(
                                "\"issues\":[]",
                                "\"issues\":[{\"code\":\"erased\",\"field\":null,\"message\":\"it was asked for\"}]"));
    }

    @Test
    void knowsWhatItSeals() {
        assertThat(read(sealed()).accountId()).isEqualTo("acme");
        assertThat(read(sealed()).seals("snapshot", "attributes", "a/b~c")).isTrue();
        assertThat(read(sealed()).seals("snapshot", "attributes", "plan")).isFalse();
    }

    private static String with(String word, String record) {
        return record.replace("12.5", "\"" + word + "\"")
                .replace("\"Mæry\"", "\"" + word + "\"")
                .replace("[\"x\"]", "\"" + word + "\"");
    }

    @Test
    void isNoneWithoutAnythingSealed() {
        SensitiveValues nothing = values(new TreeMap<>());

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(text(nothing.seal(KEY, NONCE))).isEqualTo(RECORD);
        assertThat(SealedRecord.of(RECORD.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void staysShutToAnotherKey() {
        DataKey other = new DataKey("k-1", filled(DataKey.BYTES, 8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(sealed()).open(other))
                .withMessageContaining("key `k-1` does not open it");
    }

    @Test
    void staysShutWhenAnythingThatItIsBoundToWasChanged() {
        refusesToOpen(json -> json.replace("\"decision_id\":\"d-1\"", "\"decision_id\":\"d-2\""));
        refusesToOpen(json -> json.replace("\"account_id\":\"acme\"", "\"account_id\":\"acne\""));
        refusesToOpen(json -> json.replace("\"key\":\"k-1\"", "\"key\":\"k-2\""));
        refusesToOpen(json -> json.replace("A256GCM", "A128GCM"));
        refusesToOpen(json -> json.replace(",\"/snapshot/history/1/value\"", ""));
        refusesToOpen(json -> json.replace("CQkJCQkJCQkJCQkJ", "CQkJCQkJCQkJCQkK"));
        refusesToOpen(json -> json.replace("CQkJCQkJCQkJCQkJ", "CQkJ"));
        refusesToOpen(json -> json.replaceAll("\"text\":\"......", "\"text\":\""));
        refusesToOpen(json -> json.replaceAll("\"text\":\"[^\"]*\"", "\"text\":\"\""));
        refusesToOpen(json -> json.replaceAll("\"text\":\"[^\"]*\"", "\"text\":\"no base64!\""));
        refusesToOpen(json -> json.replaceAll(",\"text\":\"[^\"]*\"", ""));
    }

    @Test
    void staysShutWhenItsPlacesAreNotThere() {
        refusesToOpen(json -> json.replace("/snapshot/attributes/contact\"", "/snapshot/attributes/plan\""));
        refusesToOpen(json -> json.replace("/snapshot/history/1/value\"", "/snapshot/history/2/value\""));
        refusesToOpen(json -> json.replace("/snapshot/history/1/value\"", "/snapshot/history/01/value\""));
        refusesToOpen(json -> json.replace("/snapshot/history/1/value\"", "nowhere\""));
        refusesToOpen(json -> json.replace("/snapshot/history/1/value\"", "\""));
    }

    @Test
    void hidesItsKeyFromLogs() {
        assertThat(KEY).hasToString("key k-1");
    }

    @Test
    void wantsKeysAndNoncesOfTheirLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataKey("k-1", new byte[16]))
                .withMessageContaining("32 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEY.encrypt(new byte[16], new byte[0], new byte[0]))
                .withMessageContaining("12 bytes");
    }

    private static void refusesToOpen(UnaryOperator<String> change) {
        String changed = change.apply(text(sealed()));

        assertThat(changed).isNotEqualTo(text(sealed()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(changed.getBytes(UTF_8)).open(KEY));
    }

    private static SealedRecord read(byte[] record) {
        return SealedRecord.of(record).orElseThrow();
    }

    private static byte[] sealed() {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        values.put("/snapshot/attributes/a~1b~0c", new BigDecimal("12.5"));
        values.put("/snapshot/attributes/contact", "Mæry");
        values.put("/snapshot/history/1/value", java.util.List.of("x"));
        return values(values).seal(KEY, NONCE);
    }

    private static SensitiveValues values(SortedMap<String, @Nullable Object> values) {
        Place rest = Place.of(CanonicalJson.tree(RECORD.getBytes(UTF_8)), "");
        values.keySet().forEach(pointer -> rest.target(pointer).put(SealedRecord.SEALED));
        return new SensitiveValues(rest, values);
    }

    private static byte[] decoded(Place seal, String name) {
        return Base64.getDecoder().decode(String.valueOf(seal.text(name)));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }
}
