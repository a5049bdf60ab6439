/** The doors of this sub-domain on the API. */
@NullMarked
package farol.checklists.evidence.web;

import org.jspecify.annotations.NullMarked;
