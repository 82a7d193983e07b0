/** Sealing of the sensitive values of a record, so that deleting a key erases them and nothing else. */
@NullMarked
package io.barograph.engine.audit.seal;

import org.jspecify.annotations.NullMarked;
