package io.barograph.engine.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HashTest {

    private static final String HEX = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String BASE64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void readsAndWritesItsTextForms() {
        assertThat(Hash.ofHex(HEX).base64()).isEqualTo(BASE64);
        assertThat(Hash.ofBase64(BASE64).hex()).isEqualTo(HEX);
        assertThat(Hash.ofBase64(BASE64)).isEqualTo(Hash.ofHex(HEX)).hasSameHashCodeAs(Hash.ofHex(HEX));
    }

    @Test
    void keepsItsBytesToItself() {
        byte[] bytes = Hash.ofHex(HEX).bytes();
        Hash hash = Hash.of(bytes);
        bytes[0] = 0;
        hash.bytes()[1] = 0;

        assertThat(hash).hasToString(HEX);
    }

    @Test
    void readsHashesOutOfATile() {
        byte[] tile = new byte[2 * Hash.LENGTH];
        tile[Hash.LENGTH] = 7;

        assertThat(Hash.at(tile, 1).bytes()[0]).isEqualTo((byte) 7);
        assertThatThrownBy(() -> Hash.at(tile, 2)).hasMessage("there is no hash at position 2 of 64 bytes");
        assertThatThrownBy(() -> Hash.at(tile, Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesOtherLengthsAndOtherSpellings() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessage("a hash has 32 bytes, but this one has 31");
        assertThatThrownBy(() -> Hash.ofHex(HEX.substring(2)))
                .hasMessageEndingWith("is not a hash of 64 hexadecimal digits");
        assertThatThrownBy(() -> Hash.ofBase64(BASE64.replace("=", "")))
                .hasMessageEndingWith("is not the canonical Base64 of a hash");
        assertThatThrownBy(() -> Hash.ofBase64(BASE64.replace("U=", "V=")))
                .hasMessageEndingWith("is not the canonical Base64 of a hash");
        assertThatThrownBy(() -> Hash.ofBase64("not a hash")).hasMessage("`not a hash` is not the Base64 of a hash");
    }
}
