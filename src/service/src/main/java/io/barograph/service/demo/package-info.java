/** Sample accounts for a first look. */
@NullMarked
package io.barograph.service.demo;

import org.jspecify.annotations.NullMarked;
