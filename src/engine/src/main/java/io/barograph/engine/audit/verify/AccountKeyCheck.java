package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Whether the key of an account's sealed values opens a record of that account. */
final class AccountKeyCheck {

    private AccountKeyCheck() {}

    /** @return what is wrong, for people; null when nothing is */
    static @Nullable String fault(ExportLine.AccountKey line, long index, byte[] record) {
        try {
            Object account = CanonicalJson.tree(record) instanceof Map<?, ?> members
                            && members.get("snapshot") instanceof Map<?, ?> snapshot
                    ? snapshot.get("account_id")
                    : null;
            if (!line.accountId().equals(account)) {
                return "record " + index + " after it is of another account than `" + line.accountId() + "`";
            }
            SealedRecord sealed = SealedRecord.of(record).orElse(null);
            if (sealed == null || !sealed.keyId().equals(line.keyId())) {
                return "record " + index + " after it is not sealed with `" + line.keyId() + "`";
            }
            sealed.open(new DataKey(line.keyId(), line.key()));
            return null;
        } catch (IllegalArgumentException | JacksonException e) {
            return "the key does not open record " + index + " after it";
        }
    }
}
