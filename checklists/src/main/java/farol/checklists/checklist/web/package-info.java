/** The doors of this sub-domain on the API. */
@NullMarked
package farol.checklists.checklist.web;

import org.jspecify.annotations.NullMarked;
