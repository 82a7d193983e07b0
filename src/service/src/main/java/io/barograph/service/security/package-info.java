/** Who asks, and what they may do. */
@NullMarked
package io.barograph.service.security;

import org.jspecify.annotations.NullMarked;
