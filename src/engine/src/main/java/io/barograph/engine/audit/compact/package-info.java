/** The stored form of decision records: bytes that a model's tables turn back into the canonical JSON of the record. */
@NullMarked
package io.barograph.engine.audit.compact;

import org.jspecify.annotations.NullMarked;
