@NullMarked
package io.barograph.service.access;

import org.jspecify.annotations.NullMarked;
