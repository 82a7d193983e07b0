package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether the bytes of a record as the database gives them are still those that were written. */
public final class StoredBytes {

    private StoredBytes() {}

    /**
     * @param leaf the hash that is stored with the record
     * @param record null when retention took it away, which is for others to say
     * @throws LogDamagedException when the bytes do not give the hash
     */
    public static void require(long index, byte[] leaf, byte @Nullable [] record) {
        if (record != null && !same(MerkleHash.leaf(record), leaf)) {
            throw new LogDamagedException(
                    "record " + index + " is not what was written: its bytes do not give its hash");
        }
    }

    private static boolean same(Hash expected, byte[] found) {
        return Arrays.equals(expected.bytes(), found);
    }
}
