/** From sheets to checked rows: headers, cells, conditions and what must hold between rows. */
@NullMarked
package io.barograph.engine.model.parse;

import org.jspecify.annotations.NullMarked;
