/** The doors of this sub-domain on the API. */
@NullMarked
package farol.checklists.lifecycle.web;

import org.jspecify.annotations.NullMarked;
