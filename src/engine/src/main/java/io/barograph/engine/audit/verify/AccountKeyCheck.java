package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.seal.DataKey;
import org.jspecify.annotations.Nullable;

/** Whether the key of an account's sealed values opens a record of that account. */
final class AccountKeyCheck {

    private AccountKeyCheck() {}

    /** @return what is wrong, for people; null when nothing is */
    static @Nullable String fault(ExportLine.AccountKey line, long index, byte[] record) {
        try {
            StoredRecord stored = StoredRecord.of(record);
            if (!line.accountId().equals(stored.accountId())) {
                return "record " + index + " after it is of another account than `" + line.accountId() + "`";
            }
            if (!line.keyId().equals(stored.keyId().orElse(null))) {
                return "record " + index + " after it is not sealed with `" + line.keyId() + "`";
            }
            stored.requireOpens(new DataKey(line.keyId(), line.key()));
            return null;
        } catch (IllegalArgumentException e) {
            return "the key does not open record " + index + " after it";
        }
    }
}
