/** The description of the HTTP interface (OpenAPI). */
@NullMarked
package io.barograph.service.apidocs;

import org.jspecify.annotations.NullMarked;
