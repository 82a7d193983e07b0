package io.barograph.engine.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final VerifierKey SUM =
            VerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

    /** A checkpoint of Go's checksum database as it was served in January 2023. */
    private static final String CHECKSUMS = """
            go.sum database tree
            15081221
            BoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=

            — sum.golang.org Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=
            """;

    /** A later one of the same log. */
    private static final String LATER_CHECKSUMS = """
            go.sum database tree
            63096908
            8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=

            — sum.golang.org Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=
            """;

    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @ParameterizedTest
    @ValueSource(strings = {CHECKSUMS, LATER_CHECKSUMS})
    void verifiesCheckpointsOfAPublicLog(String published) {
        SignedNote note = SignedNote.parse(published);
        Checkpoint checkpoint = Checkpoint.parse(note.text());

        assertThat(note.verify(List.of(SUM)).valid()).isTrue();
        assertThat(checkpoint.origin()).isEqualTo("go.sum database tree");
        assertThat(checkpoint.size()).isIn(15_081_221L, 63_096_908L);
        assertThat(checkpoint.text()).isEqualTo(note.text());
    }

    @Test
    void readsAndWritesEveryLine() {
        Checkpoint plain = new Checkpoint("log.example", 0, MerkleHash.empty());
        Checkpoint extended =
                new Checkpoint("log.example", Long.MAX_VALUE, Hash.ofBase64(ROOT), List.of("first", " second "));

        assertThat(plain.text()).isEqualTo("log.example\n0\n" + ROOT + "\n");
        assertThat(extended.text()).isEqualTo("log.example\n9223372036854775807\n" + ROOT + "\nfirst\n second \n");
        assertThat(Checkpoint.parse(plain.text())).isEqualTo(plain);
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n1\n",
                "log\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n01\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n1 \n" + ROOT + "\n",
                "log\n\u0661\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n99999999999999999999\n" + ROOT + "\n",
                "log\n1\n" + ROOT + " \n",
                "log\n1\nAAAA\n",
                "log\n1\n" + ROOT + "\n\n",
                "log\n1\n" + ROOT + "\n\nextension\n",
                "log\n1\n" + ROOT + "\r\n",
                "lo\tg\n1\n" + ROOT + "\n"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannotBeMadeOfWhatItCannotWrite() {
        Hash root = MerkleHash.empty();
        assertThatThrownBy(() -> new Checkpoint("", 0, root)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a\nb", 0, root)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("log", -1, root)).hasMessage("a log cannot have -1 leaves");
        assertThatThrownBy(() -> new Checkpoint("log", 0, root, List.of("")))
                .hasMessage("a line of a checkpoint must not be empty, nor hold a newline");
    }
}
