/** How the spreadsheet format is read, with files built by hand where programs would not write them. */
@NullMarked
package io.barograph.engine.workbook;

import org.jspecify.annotations.NullMarked;
