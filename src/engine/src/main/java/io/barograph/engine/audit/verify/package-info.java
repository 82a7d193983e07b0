/** Checks exports of the audit log without the service that wrote them. */
@NullMarked
package io.barograph.engine.audit.verify;

import org.jspecify.annotations.NullMarked;
