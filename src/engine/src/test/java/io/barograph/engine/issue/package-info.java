/** How findings sort and show. */
@NullMarked
package io.barograph.engine.issue;

import org.jspecify.annotations.NullMarked;
