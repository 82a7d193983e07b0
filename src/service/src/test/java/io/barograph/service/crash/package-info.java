/** Kills the service at random moments under load and looks at what is left. */
@NullMarked
package io.barograph.service.crash;

import org.jspecify.annotations.NullMarked;
