/** How names compare and numbers read and print, everywhere the same. */
@NullMarked
package io.barograph.engine.text;

import org.jspecify.annotations.NullMarked;
