/** Databases that tests run on: files of H2, and a real PostgreSQL that the first test starts. */
@NullMarked
package io.barograph.service.database;

import org.jspecify.annotations.NullMarked;
