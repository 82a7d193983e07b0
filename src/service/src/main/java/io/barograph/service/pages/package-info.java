/** Pages for people. */
@NullMarked
package io.barograph.service.pages;

import org.jspecify.annotations.NullMarked;
