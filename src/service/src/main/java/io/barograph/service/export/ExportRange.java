package io.barograph.service.export;

import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;

/**
 * Which part of the log to export.
 *
 * @param from index of the first record
 * @param to index after the last record
 * @param checkpoint of the size that all proofs lead to
 * @param models whether the models come along that decided the records
 * @param keys whether the keys of sealed values come along
 */
record ExportRange(long from, long to, StoredCheckpoint checkpoint, boolean models, boolean keys) {

    long size() {
        return checkpoint.size();
    }

    boolean contains(long index) {
        return from <= index && index < to;
    }
}
