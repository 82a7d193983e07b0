/** Takes the records of old decisions away, and leaves in the log what was taken, when and why. */
@NullMarked
package io.barograph.service.retention;

import org.jspecify.annotations.NullMarked;
