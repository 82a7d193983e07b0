/** Helps people write models: what each column means, starting workbooks, and edits that keep what is there. */
@NullMarked
package io.barograph.engine.authoring;

import org.jspecify.annotations.NullMarked;
