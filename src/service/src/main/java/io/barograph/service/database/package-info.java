/** How statements are put to the database, the same everywhere. */
@NullMarked
package io.barograph.service.database;

import org.jspecify.annotations.NullMarked;
