/** What people may say over a computed band, for how long, and who was right in the end. */
@NullMarked
package io.barograph.engine.override;

import org.jspecify.annotations.NullMarked;
