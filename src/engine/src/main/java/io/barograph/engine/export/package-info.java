/** Writes a model in other forms: native Drools rules, CSV, Markdown. */
@NullMarked
package io.barograph.engine.export;

import org.jspecify.annotations.NullMarked;
