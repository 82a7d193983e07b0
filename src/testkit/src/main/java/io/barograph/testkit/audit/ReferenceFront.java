package io.barograph.testkit.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The front of a decision's record, which can be read without its model.
 *
 * @param keyId null when nothing in the record is sealed
 * @param nonce empty then
 * @param sealed empty then
 * @param bound what the seal is bound to: all of the record but what is sealed and its length
 */
@SuppressWarnings("ArrayRecordComponent")
record ReferenceFront(
        String modelDigest, String accountId, @Nullable String keyId, byte[] nonce, byte[] sealed, byte[] bound) {

    /** Goes through the bytes from the first to where the body begins. */
    private static final class Steps {

        private final byte[] record;
        private int at;

        Steps(byte[] record) {
            this.record = record;
        }

        byte[] take(long count) throws ReferenceNote.Refused {
            if (count < 0 || count > record.length - at) {
                throw new ReferenceNote.Refused("a record that is cut off");
            }
            at += (int) count;
            return Arrays.copyOfRange(record, at - (int) count, at);
        }

        long number() throws ReferenceNote.Refused {
            long number = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                byte group = take(1)[0];
                number |= (group & 0x7FL) << shift;
                if (group >= 0) {
                    return number;
                }
            }
            throw new ReferenceNote.Refused("a number that is too large");
        }

        String text() throws ReferenceNote.Refused {
            return new String(take(number()), StandardCharsets.UTF_8);
        }

        String id() throws ReferenceNote.Refused {
            if (take(1)[0] == 0) {
                return text();
            }
            String hex = HexFormat.of().formatHex(take(16));
            return new UUID(
                            Long.parseUnsignedLong(hex.substring(0, 16), 16),
                            Long.parseUnsignedLong(hex.substring(16), 16))
                    .toString();
        }
    }

    static ReferenceFront of(byte[] record) throws ReferenceNote.Refused {
        Steps steps = new Steps(record);
        byte[] start = steps.take(2);
        if (start[0] != 2 || start[1] < 0 || start[1] > 1) {
            throw new ReferenceNote.Refused("a record of no known version");
        }
        steps.id();
        steps.number();
        steps.text();
        steps.text();
        steps.text();
        String digest = "sha256:" + HexFormat.of().formatHex(steps.take(32));
        String account = steps.text();
        steps.number();
        if (start[1] == 0) {
            return new ReferenceFront(digest, account, null, new byte[0], new byte[0], new byte[0]);
        }
        String key = steps.id();
        byte[] nonce = steps.take(12);
        int before = steps.at;
        byte[] sealed = steps.take(steps.number());
        byte[] bound = Arrays.copyOf(record, before + record.length - steps.at);
        System.arraycopy(record, steps.at, bound, before, record.length - steps.at);
        return new ReferenceFront(digest, account, key, nonce, sealed, bound);
    }
}
