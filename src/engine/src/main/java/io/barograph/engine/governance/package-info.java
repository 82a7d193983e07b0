/** Who may change a model, on what evidence, and how a version of it goes live. */
@NullMarked
package io.barograph.engine.governance;

import org.jspecify.annotations.NullMarked;
