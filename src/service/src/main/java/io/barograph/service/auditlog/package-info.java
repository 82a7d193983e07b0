/** The log that every decision and every event is a leaf of: appended, signed, proven, checked at start. */
@NullMarked
package io.barograph.service.auditlog;

import org.jspecify.annotations.NullMarked;
