/** What a caller is told when a call fails (RFC 9457), wherever it failed. */
@NullMarked
package io.barograph.service.problems;

import org.jspecify.annotations.NullMarked;
