/** The documents that an export of the audit log consists of, written and read. */
@NullMarked
package io.barograph.engine.audit.export;

import org.jspecify.annotations.NullMarked;
