/** A model's rows and the pipeline of rules over them, ready for a session. */
@NullMarked
package io.barograph.engine.ruleset;

import org.jspecify.annotations.NullMarked;
