package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the log as it is stored.
 *
 * @param index from 0
 * @param leaf the hash that stands in the tree
 * @param record null once retention took the bytes away
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record LogEntry(long index, UUID id, RecordKind kind, Instant recordedAt, Hash leaf, byte @Nullable [] record) {}
